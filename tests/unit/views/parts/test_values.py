"""Values as prose."""

import pytest

from briefing.model.values import Nothing, Unknown
from briefing.views.base.context import Context, open_context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, plain
from briefing.views.parts.values import claim_value, group_value, lead_claim, value_prose
from tests.unit.views.sample import claim, link, subjects


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("daily-1#c1", "¥3.9 trillion (printed also as US$25.44 billion)"),
        ("daily-1#c4", "Acme, Bolt"),
        ("daily-1#c5", "Acme"),
        ("weekly-9#c9b", "like-minded countries"),
    ],
)
def test_a_claim_says_its_value_with_what_is_printed_beside_it(
    context: Context, linker: Linker, key: str, text: str
) -> None:
    assert plain(claim_value(context, context.data.claims[key], linker)) == text


def test_subjects_are_linked_and_silence_has_words(context: Context, linker: Linker) -> None:
    assert claim_value(context, context.data.claims["daily-1#c5"], linker) == (
        PageLink("Acme", "companies/acme/index.md"),
    )
    assert plain(value_prose(context, Unknown(), linker)) == context.labels.say("unknown")
    assert plain(value_prose(context, Nothing(), linker)) == context.labels.say("none")
    assert value_prose(context, None, linker) == ()


def test_a_group_has_the_pair_of_the_claim_that_prints_one(context: Context, linker: Linker) -> None:
    group = context.data.slot_of["daily-1#c1"].groups[0]
    assert plain(group_value(context, group, linker)).endswith("(printed also as US$25.44 billion)")
    assert lead_claim(group).key == "daily-1#c1"


def test_a_restatement_never_speaks_for_its_value() -> None:
    sums = [
        claim("daily-1#c20", "bolt", "amount", "JPY 5tn", line="x"),
        claim("daily-1#c19", "bolt", "amount", "JPY 5tn", line="x", restates="daily-1#c20"),
    ]
    (group,) = open_context(link(subjects(), sums)).data.slot_of[sums[0].key].groups
    assert lead_claim(group).key == "daily-1#c20"


def test_of_equal_sources_the_newest_speaks_for_a_value() -> None:
    counts = [
        claim(f"daily-1#c{number}", "bolt", "amount", "JPY 5tn", line="x", as_of=day)
        for number, day in ((20, "2024-01"), (21, "2024-03"), (22, "2024-02"))
    ]
    (group,) = open_context(link(subjects(), counts)).data.slot_of[counts[0].key].groups
    assert lead_claim(group).key == "daily-1#c21"
