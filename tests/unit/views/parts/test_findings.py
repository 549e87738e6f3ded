"""Which findings are differences between voices, and which are notes on how one thing is said."""

from dataclasses import replace

from briefing.dataset.linked.records import Conflict
from briefing.model.ids import ClaimKey, SubjectId
from briefing.views.base.context import Context, open_context
from briefing.views.pages.subject import view_subject
from briefing.views.parts.finding_notes import view_notes
from briefing.views.parts.findings import is_difference, link_to_box, rule_label, view_finding
from tests.unit.views.sample import HERE, claim, claims, link, subjects

ACME = SubjectId("acme")


def conflict(rule: str, keys: tuple[str, ...], about: tuple[str, ...] = ("acme",)) -> Conflict:
    return Conflict(
        key=f"{rule}-0123456789ab", rule=rule, severity="conflict", status="open", audience="reader",
        about=tuple(SubjectId(one) for one in about), claims=tuple(ClaimKey(one) for one in keys),
        message="what the rule says", reading=None, judgement=None, span=HERE,
    )  # fmt: skip


def context_of(*found: Conflict, more: tuple[object, ...] = ()) -> Context:
    data = link(subjects(), [*claims(), *more])  # type: ignore[list-item]
    return open_context(replace(data, conflicts=found))


def test_two_voices_with_two_values_differ() -> None:
    found = conflict("values-differ", ("daily-1#c3", "copy-1#c3"))
    assert is_difference(context_of(found), found)


def test_two_voices_with_one_value_are_a_note() -> None:
    again = claim("copy-1#c90", "acme", "rank", "rank 3", list="top")
    found = conflict("copied-support", ("daily-1#c3", "copy-1#c90"))
    context = context_of(found, more=(again,))
    assert not is_difference(context, found)
    (note,) = view_notes(context, ACME)
    assert note.message.startswith(
        "Rank: top: supported by 2 articles that go back to one original "
        "(The Daily and Unidentified source, April 2024)"
    )
    place = link_to_box(context, found)
    assert place is not None
    assert place.anchor == "notes"


def test_one_voice_with_two_wordings_is_a_note() -> None:
    other = claim("daily-1#c91", "acme", "aim", "make other chips")
    found = conflict("restatement-drift", ("daily-1#c8b", "daily-1#c91"))
    context = context_of(found, more=(other,))
    assert not is_difference(context, found)
    assert not any(box.findings for box in view_subject(context, ACME).differences)


def test_one_voice_that_contradicts_itself_is_in_dispute() -> None:
    undecided = {key: replace(one, judgements=()) for key, one in subjects().items()}
    other = claim("daily-1#c92", "bolt", "rank", "rank 4", list="top")
    again = claim("daily-1#c93", "bolt", "rank", "rank 9", list="top")
    context = open_context(link(undecided, [*claims(), other, again]))
    (found,) = (one for one in context.findings.for_readers if one.about == ("bolt",))
    assert is_difference(context, found)


def test_one_name_for_two_subjects_warns_both_of_them() -> None:
    found = conflict("alias-shared", (), ("bolt", "japan"))
    context = context_of(found)
    assert [one.link[0].text for one in view_subject(context, SubjectId("bolt")).lookalikes] == ["Japan"]
    assert [one.link[0].text for one in view_subject(context, SubjectId("japan")).lookalikes] == ["Bolt"]
    assert view_notes(context, SubjectId("bolt")) == ()
    place = link_to_box(context, found)
    assert place is not None
    assert place.anchor == "do-not-confuse"


def test_a_finding_about_nobody_has_no_box() -> None:
    found = conflict("pair-disagrees", (), ())
    assert link_to_box(context_of(found), found) is None


def test_what_spans_slots_stands_in_a_box_of_its_own() -> None:
    found = conflict("payers-differ", ("daily-1#c1", "copy-1#c3"))
    context = context_of(found)
    box = view_subject(context, ACME).differences[-1]
    assert box.anchor == f"differ-{found.key}"
    assert [group.voices[0].sources[0].link.page for group in box.groups] == [
        "articles/daily-1/index.md",
        "articles/copy-1/index.md",
    ]


def test_a_finding_judged_with_a_slot_stands_in_its_box() -> None:
    judgement = subjects()[ACME].judgements[0]
    data = link({**subjects(), ACME: replace(subjects()[ACME], judgements=(judgement,))}, claims())
    found = replace(conflict("stage-dropped", ("daily-1#c1", "copy-1#c3")), judgement=judgement)
    context = open_context(replace(data, conflicts=(found,)))
    boxes = view_subject(context, ACME).differences
    assert [(box.anchor, len(box.findings)) for box in boxes] == [("differ-rank-top", 1)]


def test_rules_without_words_of_ours_are_told_by_their_code() -> None:
    assert rule_label(context_of(), "some-new-rule") == "Some new rule"
    assert rule_label(context_of(), "values-differ") == "Values differ"


def test_excluded_claims_name_nobody() -> None:
    assert not any(one.excluded for found in context_of().subjects.named_in_passing.values() for one in found)


def test_a_long_name_hides_no_message_and_a_short_one_shows_none() -> None:
    """What is told beside a finding goes by its rule: claim by claim it is only told with the claims."""
    long = replace(conflict("values-differ", ("daily-1#c3", "copy-1#c3")), message="Name " * 100)
    short = replace(conflict("restatement-drift", ("daily-1#c8b", "daily-1#c91")), message="short")
    alike = replace(conflict("alias-shared", (), ("bolt", "japan")), message="Alias " * 100)
    lone = replace(conflict("equal-figures", ()), message="no claims beneath")
    context = context_of(long, short, alike, lone, more=(claim("daily-1#c91", "acme", "aim", "make other chips"),))
    gists = [view_finding(context, one).summary for one in (long, short, alike, lone)]
    assert gists == [long.message, "", alike.message, lone.message]
