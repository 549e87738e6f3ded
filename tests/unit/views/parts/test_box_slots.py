"""Whose box holds a finding."""

from dataclasses import replace

from briefing.views.base.context import Context
from briefing.views.parts.box_slots import find_box_slot, find_judged_slot, find_rejection_slot


def test_a_finding_within_a_slot_stands_in_its_box(ctx: Context) -> None:
    conflict = ctx.data.conflicts[0]
    slot = ctx.data.slot_of["daily-1#c3"]
    assert find_box_slot(ctx, conflict) is slot
    assert find_judged_slot(ctx, conflict.judgement) is slot
    assert find_judged_slot(ctx, None) is None


def test_a_finding_over_several_slots_stands_where_it_is_judged(ctx: Context) -> None:
    spanning = replace(ctx.data.conflicts[0], claims=("daily-1#c1", "daily-1#c2"))
    assert find_box_slot(ctx, spanning) is ctx.data.slot_of["daily-1#c3"]
    assert find_box_slot(ctx, replace(spanning, judgement=None)) is None


def test_a_rejected_claim_stands_with_what_rejects_it(ctx: Context) -> None:
    assert find_rejection_slot(ctx, ctx.data.claims["copy-1#c3"]) is ctx.data.slot_of["daily-1#c3"]
    assert find_rejection_slot(ctx, ctx.data.claims["daily-1#c1"]) is ctx.data.slot_of["daily-1#c1"]
