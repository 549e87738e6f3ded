"""The findings on a slot."""

from dataclasses import replace

from briefing.views.base.context import Context, open_context
from briefing.views.parts.slot_findings import find_differences, find_open_findings
from tests.unit.views.sample import sample


def test_a_settled_difference_is_not_open(ctx: Context) -> None:
    slot = ctx.data.slot_of["daily-1#c3"]
    assert [conflict.key for conflict in find_differences(ctx, slot)] == [ctx.data.conflicts[0].key]
    assert find_open_findings(ctx, slot) == ()
    assert list(find_differences(ctx, ctx.data.slot_of["daily-1#c1"])) == []


def test_what_only_looks_alike_contradicts_nothing() -> None:
    data = sample()
    waiting = replace(data.conflicts[0], key="open", status="open")
    alike = replace(waiting, key="alike", rule="equal-figures")
    ctx = open_context(replace(data, conflicts=(waiting, alike)))
    slot = ctx.data.slot_of["daily-1#c3"]
    assert [conflict.key for conflict in find_open_findings(ctx, slot)] == ["open"]
    assert [conflict.key for conflict in find_differences(ctx, slot)] == ["open"]
