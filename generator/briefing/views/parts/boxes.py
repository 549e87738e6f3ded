"""Which box of a subject's page a difference stands in: that of one slot, or that of a finding over several slots."""

from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.linked.records import Conflict, Slot
from briefing.dataset.rule_base.rule import Category
from briefing.routes import PagePath
from briefing.views.base.categories import category_of
from briefing.views.base.context import Context
from briefing.views.parts.box_slots import find_box_slot
from briefing.views.parts.slot_findings import find_differences


def locate_slot_box(context: Context, slot: Slot) -> tuple[PagePath, str]:
    """Return the page and anchor of the box of a slot."""
    layout = context.addresses.layouts[slot.about[0]]
    _, anchor = layout.locate(slot)
    return layout.home, f"differ-{anchor}"


def is_disputed_elsewhere(context: Context, slot: Slot) -> bool:
    """Tell whether all that is disputed about a slot stands in boxes that span several slots."""
    return _find_spanning_box(context, slot) is not None


def locate_dispute(context: Context, slot: Slot) -> tuple[PagePath, str]:
    """Return the page and anchor of the box where the sources of a disputed slot differ."""
    spanning = _find_spanning_box(context, slot)
    if spanning is None:
        return locate_slot_box(context, slot)
    return context.addresses.layouts[slot.about[0]].home, note_anchor(context, spanning)


def _find_spanning_box(context: Context, slot: Slot) -> Conflict | None:
    """Return the first finding over several slots that one is part of, or None where the slot has a box of its own."""
    # A judgement on the slot needs a box to stand in.
    if slot.judgement is not None:
        return None
    own_key = SlotKey.of(slot)
    spanning: Conflict | None = None
    for difference in find_differences(context, slot):
        box_slot = find_box_slot(context, difference)
        if box_slot is None:
            spanning = spanning or difference
        elif SlotKey.of(box_slot) == own_key:
            return None
    return spanning


def note_anchor(context: Context, conflict: Conflict) -> str:
    """Return the anchor of a finding that lies within no slot, on the page of a subject that it is about."""
    category = category_of(context.data, conflict)
    if category is Category.NOTE:
        return "notes"
    if category is not Category.LOOKALIKE:
        return f"differ-{conflict.key}"
    # One name that the briefing gives a single subject is in no list of lookalikes.
    if conflict.claims or len(conflict.about) > 1:
        return "do-not-confuse"
    return ""
