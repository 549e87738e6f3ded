"""Which slot's box holds a finding or a claim that was set aside: its own, or the one that was judged."""

from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.linked.records import Conflict, Slot
from briefing.model.claims import Claim
from briefing.model.grouping import distinct_by
from briefing.model.records import Judgement
from briefing.views.base.context import Context


def find_judged_slot(context: Context, judgement: Judgement | None) -> Slot | None:
    """Return the slot that a judgement decides on, or None where it decides on a finding."""
    if judgement is None or judgement.slot is None:
        return None
    for slot in context.data.slots_of.get(judgement.subject, ()):
        if slot.judgement is judgement:
            return slot
    return None


def find_box_slot(context: Context, conflict: Conflict) -> Slot | None:
    """Return the slot in whose box a finding stands: the one that it lies within, else the one judged with it."""
    slots = distinct_by((context.data.slot_of[key] for key in conflict.claims), SlotKey.of)
    # A finding on one slot stands there, whatever was judged with it.
    if len(slots) == 1:
        return slots[0]
    return find_judged_slot(context, conflict.judgement)


def find_rejection_slot(context: Context, claim: Claim) -> Slot:
    """Return the slot in whose box a rejected claim stands: the one judged, else its own."""
    own_slot = context.data.slot_of[claim.key]
    if claim.key not in context.rejections:
        return own_slot
    _, judgement = context.rejections[claim.key]
    judged_slot = find_judged_slot(context, judgement)
    # A judgement on a finding over several slots decides on none of them.
    if judged_slot is None:
        return own_slot
    return judged_slot
