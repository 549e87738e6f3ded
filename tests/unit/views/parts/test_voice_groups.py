"""The voices that say one value."""

from briefing.views.base.context import Context, open_context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.parts.voice_groups import view_group, view_lone_claim
from tests.unit.views.sample import claim, link, subjects


def test_a_group_has_its_rank_and_its_voices(context: Context, linker: Linker) -> None:
    slot = context.data.slot_of["daily-1#c1"]
    shown, other = (view_group(context, slot, group, None, linker) for group in slot.groups)
    assert (shown.rank, other.rank) == ("shown", "normal")
    assert [voice.grade for voice in (*shown.voices, *other.voices)] == ["B", "D"]
    assert shown.rank_reason != other.rank_reason


def test_a_claim_alone_says_what_it_is_about(context: Context, linker: Linker) -> None:
    lone = view_lone_claim(context, context.data.claims["daily-1#c1"], linker)
    assert plain(lone.value) == "¥3.9 trillion (printed also as US$25.44 billion) (April tranche, Acme)"
    assert lone.rank_reason == context.labels.say("shown-apart")
    rejected = view_lone_claim(context, context.data.claims["copy-1#c3"], linker)
    assert (rejected.rank, rejected.confidence, rejected.confidence_word) == ("rejected", "", "")


def test_a_restatement_is_a_voice_of_its_own_only_where_it_says_another_value() -> None:
    sums = [
        claim("daily-1#c20", "bolt", "amount", "JPY 5tn", line="x"),
        claim("daily-1#c21", "bolt", "amount", "JPY 6tn", line="x", restates="daily-1#c20"),
        claim("daily-1#c22", "bolt", "amount", "JPY 5tn", line="x", restates="daily-1#c20"),
    ]
    context = open_context(link(subjects(), sums))
    slot = context.data.slot_of[sums[0].key]
    groups = [view_group(context, slot, group, None, Linker(context)) for group in slot.groups]
    assert [(plain(group.value), len(group.voices)) for group in groups] == [("¥5 trillion", 1), ("¥6 trillion", 1)]
