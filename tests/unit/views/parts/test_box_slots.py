"""Whose box holds a finding."""

from dataclasses import replace

from briefing.views.base.context import Context
from briefing.views.parts.box_slots import find_box_slot, find_judged_slot, find_rejection_slot


def test_a_finding_within_a_slot_stands_in_its_box(context: Context) -> None:
    conflict = context.data.conflicts[0]
    slot = context.data.slot_of["daily-1#c3"]
    assert find_box_slot(context, conflict) is slot
    assert find_judged_slot(context, conflict.judgement) is slot
    assert find_judged_slot(context, None) is None


def test_a_finding_over_several_slots_stands_where_it_is_judged(context: Context) -> None:
    spanning = replace(context.data.conflicts[0], claims=("daily-1#c1", "daily-1#c2"))
    assert find_box_slot(context, spanning) is context.data.slot_of["daily-1#c3"]
    assert find_box_slot(context, replace(spanning, judgement=None)) is None


def test_a_rejected_claim_stands_with_what_rejects_it(context: Context) -> None:
    assert find_rejection_slot(context, context.data.claims["copy-1#c3"]) is context.data.slot_of["daily-1#c3"]
    assert find_rejection_slot(context, context.data.claims["daily-1#c1"]) is context.data.slot_of["daily-1#c1"]
