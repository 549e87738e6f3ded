"""The findings on a slot."""

from dataclasses import replace

from briefing.views.base.context import Context, open_context
from briefing.views.parts.slot_findings import find_differences, find_open_findings
from tests.unit.views.sample import sample


def test_a_settled_difference_is_not_open(context: Context) -> None:
    slot = context.data.slot_of["daily-1#c3"]
    assert [conflict.key for conflict in find_differences(context, slot)] == [context.data.conflicts[0].key]
    assert find_open_findings(context, slot) == ()
    assert list(find_differences(context, context.data.slot_of["daily-1#c1"])) == []


def test_what_only_looks_alike_contradicts_nothing() -> None:
    data = sample()
    waiting = replace(data.conflicts[0], key="open", status="open")
    alike = replace(waiting, key="alike", rule="equal-figures")
    context = open_context(replace(data, conflicts=(waiting, alike)))
    slot = context.data.slot_of["daily-1#c3"]
    assert [conflict.key for conflict in find_open_findings(context, slot)] == ["open"]
    assert [conflict.key for conflict in find_differences(context, slot)] == ["open"]
