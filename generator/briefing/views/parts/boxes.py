"""Which box of a subject's page a difference stands in: that of one slot, or that of a finding over several slots."""

from collections.abc import Iterable, Iterator

from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.linked.records import Conflict, Slot
from briefing.dataset.rule_base.rule import Category
from briefing.model.claims import Claim
from briefing.model.records import Judgement
from briefing.routes import PagePath
from briefing.views.base.categories import category_of
from briefing.views.base.context import Context


def find_judged_slot(ctx: Context, judgement: Judgement | None) -> Slot | None:
    """Return the slot that a judgement decides on, or None where it decides on a finding."""
    if judgement is None or judgement.slot is None:
        return None
    for slot in ctx.data.slots_of.get(judgement.subject, ()):
        if slot.judgement is judgement:
            return slot
    return None


def find_box_slot(ctx: Context, conflict: Conflict) -> Slot | None:
    """Return the slot in whose box a finding stands: the one that it lies within, else the one judged with it."""
    slots = {SlotKey.of(slot): slot for slot in (ctx.data.slot_of[key] for key in conflict.claims)}
    if len(slots) == 1:
        return next(iter(slots.values()))
    return find_judged_slot(ctx, conflict.judgement)


def find_rejection_slot(ctx: Context, claim: Claim) -> Slot:
    """Return the slot in whose box a rejected claim stands: the one judged, else its own."""
    own_slot = ctx.data.slot_of[claim.key]
    if claim.key not in ctx.rejections:
        return own_slot
    _, judgement = ctx.rejections[claim.key]
    return find_judged_slot(ctx, judgement) or own_slot


def locate_slot_box(ctx: Context, slot: Slot) -> tuple[PagePath, str]:
    """Return the page and anchor of the box of a slot."""
    layout = ctx.addresses.layouts[slot.about[0]]
    _, anchor = layout.locate(slot)
    return layout.home, f"differ-{anchor}"


def is_disputed_elsewhere(ctx: Context, slot: Slot) -> bool:
    """Tell whether all that is disputed about a slot stands in boxes that span several slots."""
    return _find_spanning_box(ctx, slot) is not None


def locate_dispute(ctx: Context, slot: Slot) -> tuple[PagePath, str]:
    """Return the page and anchor of the box where the sources of a disputed slot differ."""
    spanning = _find_spanning_box(ctx, slot)
    if spanning is None:
        return locate_slot_box(ctx, slot)
    return ctx.addresses.layouts[slot.about[0]].home, note_anchor(ctx, spanning)


def _find_spanning_box(ctx: Context, slot: Slot) -> Conflict | None:
    """Return the first finding over several slots that one is part of, or None where the slot has a box of its own."""
    # A judgement on the slot needs a box to stand in.
    if slot.judgement is not None:
        return None
    own_key = SlotKey.of(slot)
    spanning: Conflict | None = None
    for difference in _differences(ctx, slot):
        box_slot = find_box_slot(ctx, difference)
        if box_slot is None:
            spanning = spanning or difference
        elif SlotKey.of(box_slot) == own_key:
            return None
    return spanning


def find_open_findings(ctx: Context, slot: Slot) -> tuple[Conflict, ...]:
    """Return the open findings for readers about what a slot shows; what only looks alike contradicts nothing."""
    if slot.shown is None:
        return ()
    findings = _findings_on(ctx, slot.shown.claims)
    return tuple(finding for finding in findings if finding.status == "open" and not _is_lookalike(ctx, finding))


def _is_lookalike(ctx: Context, finding: Conflict) -> bool:
    return category_of(ctx.data, finding) is Category.LOOKALIKE


def _differences(ctx: Context, slot: Slot) -> Iterator[Conflict]:
    for finding in _findings_on(ctx, slot.claims):
        if category_of(ctx.data, finding).is_difference:
            yield finding


def _findings_on(ctx: Context, claims: Iterable[Claim]) -> Iterable[Conflict]:
    """Return the findings for readers about any of the claims, each once."""
    findings: dict[str, Conflict] = {}
    for claim in claims:
        for finding in ctx.findings.by_claim.get(claim.key, ()):
            findings[finding.key] = finding
    return findings.values()


def note_anchor(ctx: Context, conflict: Conflict) -> str:
    """Return the anchor of a finding that lies within no slot, on the page of a subject that it is about."""
    category = category_of(ctx.data, conflict)
    if category is Category.NOTE:
        return "notes"
    if category is not Category.LOOKALIKE:
        return f"differ-{conflict.key}"
    # One name that the briefing gives a single subject is in no list of lookalikes.
    if conflict.claims or len(conflict.about) > 1:
        return "do-not-confuse"
    return ""
