"""What rules found: in few words, whether voices differ or one thing is noted, and where it stands on which page."""

from dataclasses import dataclass

from generator.dataset.records import Conflict, Slot
from generator.dataset.slots import SlotKey
from generator.model.claims import Claim
from generator.model.ids import ClaimKey, SubjectId
from generator.model.records import Judgement
from generator.routes import PagePath
from generator.views.context import Context
from generator.views.placement import slot_id
from generator.views.tokens import PageLink


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found, with its status and its permanent place."""

    rule: str
    status: str
    status_word: str
    message: str
    place: PageLink


def view_finding(ctx: Context, conflict: Conflict) -> Finding:
    """Return a finding with the link to its permanent place."""
    rule = rule_words(ctx, conflict.rule)
    return Finding(
        rule=rule,
        status=conflict.status,
        status_word=ctx.labels.word("status", conflict.status),
        message=conflict.message,
        place=PageLink(rule, conflict_page(ctx, conflict.key), conflict.key),
    )


def view_notes(ctx: Context, subject: SubjectId) -> tuple[Finding, ...]:
    """Return the findings on how something is said; of one name for several subjects the lookalikes tell."""
    found = (one for one in ctx.conflicts.get(subject, ()) if one.claims and not is_difference(ctx, one))
    return tuple(view_finding(ctx, one) for one in found)


def rule_words(ctx: Context, code: str) -> str:
    """Return what a rule looks for, in few words."""
    found = ctx.labels.word("rule", code)
    return found[:1].upper() + found[1:]


def conflict_page(ctx: Context, key: str) -> PagePath:
    """Return the page of the list of conflicts that a finding stands on."""
    return ctx.conflict_pages[key]


def is_difference(ctx: Context, conflict: Conflict) -> bool:
    """True where several things are said, by several voices or in dispute; other findings are notes on the wording."""
    claims = [ctx.data.claims[key] for key in conflict.claims if key in ctx.data.claims]
    voices = {(claim.article, claim.qualifier("via")) for claim in claims}
    disputed = any(ctx.data.slot_of[claim.key].disputed for claim in claims)
    return (disputed or len(voices) > 1) and len({_answer(ctx, claim) for claim in claims}) > 1


def _answer(ctx: Context, claim: Claim) -> tuple[SlotKey, ClaimKey]:
    """Return what a claim says: its slot and the group that it belongs to there."""
    slot = ctx.data.slot_of[claim.key]
    group = next((one for one in slot.groups if claim in one.claims), None)
    return slot_id(slot), group.claims[0].key if group else claim.key


def judged_slot(ctx: Context, judgement: Judgement | None) -> Slot | None:
    """Return the slot that a judgement decides on, or None where it decides on a finding."""
    if judgement is None or judgement.slot is None:
        return None
    slots = ctx.data.slots_of.get(judgement.subject, ())
    return next((one for one in slots if one.judgement is judgement), None)


def box_slot(ctx: Context, conflict: Conflict) -> Slot | None:
    """Return the slot in whose box a finding stands: the one that it lies within, else the one judged with it."""
    slots = {slot_id(ctx.data.slot_of[key]): ctx.data.slot_of[key] for key in conflict.claims}
    return next(iter(slots.values())) if len(slots) == 1 else judged_slot(ctx, conflict.judgement)


def rejection_slot(ctx: Context, claim: Claim) -> Slot:
    """Return the slot in whose box a rejected claim stands: the one judged, else its own."""
    found = ctx.rejections.get(claim.key)
    return judged_slot(ctx, found[1] if found else None) or ctx.data.slot_of[claim.key]


def slot_box(ctx: Context, slot: Slot) -> tuple[PagePath, str]:
    """Return the page and anchor of the box of a slot."""
    layout = ctx.layouts[slot.about[0]]
    return layout.home, f"differ-{layout.place(slot)[1]}"


def box_of(ctx: Context, conflict: Conflict) -> PageLink | None:
    """Return where a finding stands on the page of a subject that it is about."""
    slot = box_slot(ctx, conflict) if is_difference(ctx, conflict) else None
    if slot is not None:
        return PageLink(ctx.display(slot.about[0]), *slot_box(ctx, slot))
    subject = next((one for one in conflict.about if one in ctx.layouts), None)
    if subject is None:
        return None
    return PageLink(ctx.display(subject), ctx.layouts[subject].home, _note_anchor(ctx, conflict))


def _note_anchor(ctx: Context, conflict: Conflict) -> str:
    if conflict.claims:
        return f"differ-{conflict.key}" if is_difference(ctx, conflict) else "notes"
    return "do-not-confuse" if len(conflict.about) > 1 else ""
