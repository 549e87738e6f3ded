"""Which box of a subject's page a difference stands in: that of one slot, or that of a finding over several slots."""

from collections.abc import Iterator

from briefing.dataset.linked.records import Conflict, Slot
from briefing.dataset.rule_base.rule import Category
from briefing.model.claims import Claim
from briefing.model.records import Judgement
from briefing.routes import PagePath
from briefing.views.base.categories import family_of
from briefing.views.base.context import Context
from briefing.views.base.placement import slot_id


def find_judged_slot(ctx: Context, judgement: Judgement | None) -> Slot | None:
    """Return the slot that a judgement decides on, or None where it decides on a finding."""
    if judgement is None or judgement.slot is None:
        return None
    slots = ctx.data.slots_of.get(judgement.subject, ())
    return next((one for one in slots if one.judgement is judgement), None)


def find_box_slot(ctx: Context, conflict: Conflict) -> Slot | None:
    """Return the slot in whose box a finding stands: the one that it lies within, else the one judged with it."""
    slots = {slot_id(ctx.data.slot_of[key]): ctx.data.slot_of[key] for key in conflict.claims}
    return next(iter(slots.values())) if len(slots) == 1 else find_judged_slot(ctx, conflict.judgement)


def find_rejection_slot(ctx: Context, claim: Claim) -> Slot:
    """Return the slot in whose box a rejected claim stands: the one judged, else its own."""
    found = ctx.rejections.get(claim.key)
    return find_judged_slot(ctx, found[1] if found else None) or ctx.data.slot_of[claim.key]


def locate_slot_box(ctx: Context, slot: Slot) -> tuple[PagePath, str]:
    """Return the page and anchor of the box of a slot."""
    layout = ctx.addresses.layouts[slot.about[0]]
    return layout.home, f"differ-{layout.locate(slot)[1]}"


def is_disputed_elsewhere(ctx: Context, slot: Slot) -> bool:
    """Tell whether all that is disputed about a slot stands in boxes that span several slots."""
    return slot.judgement is None and _spanning(ctx, slot) is not None


def locate_dispute(ctx: Context, slot: Slot) -> tuple[PagePath, str]:
    """Return the page and anchor of the box where the sources of a disputed slot differ."""
    spanning = None if slot.judgement else _spanning(ctx, slot)
    if spanning is None:
        return locate_slot_box(ctx, slot)
    return ctx.addresses.layouts[slot.about[0]].home, note_anchor(ctx, spanning)


def _spanning(ctx: Context, slot: Slot) -> Conflict | None:
    """Return the first finding over several slots that one is part of, or None where a finding is its own."""
    own, spanning = slot_id(slot), []
    for one in _differences(ctx, slot):
        home = find_box_slot(ctx, one)
        if home is not None and slot_id(home) == own:
            return None
        if home is None:
            spanning.append(one)
    return spanning[0] if spanning else None


def find_open_findings(ctx: Context, slot: Slot) -> tuple[Conflict, ...]:
    """Return the open findings for readers about what a slot shows; what only looks alike contradicts nothing."""
    shown = slot.shown
    found = {
        one.key: one for claim in (shown.claims if shown else ()) for one in ctx.findings.by_claim.get(claim.key, ())
    }
    return tuple(
        one for one in found.values() if one.status == "open" and family_of(ctx.data, one) is not Category.LOOKALIKE
    )


def _differences(ctx: Context, slot: Slot) -> Iterator[Conflict]:
    found = {one.key: one for claim in slot.claims for one in ctx.findings.by_claim.get(claim.key, ())}
    return (one for one in found.values() if family_of(ctx.data, one).is_difference)


def note_anchor(ctx: Context, conflict: Conflict) -> str:
    """Return the anchor of a finding that lies within no slot, on the page of a subject that it is about."""
    family = family_of(ctx.data, conflict)
    if family is Category.LOOKALIKE:
        return "do-not-confuse" if conflict.claims or len(conflict.about) > 1 else ""
    if family is Category.NOTE:
        return "notes"
    return f"differ-{conflict.key}"
