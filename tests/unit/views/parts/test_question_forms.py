"""Questions from the best to what can always be asked."""

from dataclasses import replace

from briefing.views.base.context import Context
from briefing.views.parts.question_forms import question_forms
from briefing.views.parts.question_matter import FindingMatter


def test_values_come_before_voices_and_open_questions_last(context: Context) -> None:
    assert list(question_forms(FindingMatter(context, context.data.conflicts[0]))) == [
        "Acme, top (rank): 30th, or 3rd?",
        "Acme: 30th, or 3rd?",
        "Acme, top (rank): who is right, Unidentified source, or The Daily?",
        "Acme: who is right, Unidentified source, or The Daily?",
        "Acme, top (rank): which statement holds?",
        "Acme: which statement holds?",
    ]


def test_one_voice_is_asked_for_its_own_words(context: Context) -> None:
    own = replace(context.data.conflicts[0], claims=("daily-1#c2", "daily-1#c3"), judgement=None)
    forms = list(question_forms(FindingMatter(context, own)))
    assert any("¶2" in form and "¶3" in form for form in forms)
    assert not any("who is right" in form for form in forms)


def test_a_claim_alone_has_nothing_to_be_held_against(context: Context) -> None:
    alone = replace(context.data.conflicts[0], claims=("daily-1#c8b",), judgement=None)
    assert list(question_forms(FindingMatter(context, alone))) == [
        "Acme, aim: which statement holds?",
        "Acme: which statement holds?",
    ]
