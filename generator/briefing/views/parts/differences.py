"""Where sources differ: every value of a slot side by side, who says it, our reading, what was set aside and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.dataset.linked.records import Conflict, Doubt, Slot
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.records import Judgement
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.placement import slot_id
from briefing.views.parts.boxes import find_box_slot, is_disputed_elsewhere, locate_slot_box
from briefing.views.parts.findings import Finding, is_difference, view_finding
from briefing.views.parts.questions import question_of, slot_question
from briefing.views.parts.readings import Reading, view_reading
from briefing.views.parts.rejected_claims import (
    RejectedClaim,
    find_rejected_claims,
    is_rejected_by_editor,
    view_rejected,
)
from briefing.views.parts.slot_labels import slot_label
from briefing.views.parts.voice_groups import VoiceGroup, view_group, view_lone_claim


@dataclass(frozen=True, slots=True)
class Difference:
    """A box: groups side by side, our reading and why, what would settle it, and what was set aside.

    ``title`` is a question where several answers stand, ``note`` the fact that it is about.
    """

    anchor: str
    title: str
    note: str
    disputed: bool
    groups: tuple[VoiceGroup, ...]
    findings: tuple[Finding, ...]
    reading: Reading | None
    rejected: tuple[RejectedClaim, ...]


def view_differences(ctx: Context, subject: SubjectId, linker: Linker) -> tuple[Difference, ...]:
    """Return the boxes of a subject: slots with a dispute, a judgement or a rejected claim, and what spans slots."""
    conflicts = [one for one in ctx.findings.by_subject.get(subject, ()) if is_difference(ctx, one)]
    slots = [slot for slot in ctx.data.slots_of.get(subject, ()) if slot.about[0] == subject]
    boxes = [(slot, _standing_in(ctx, slot, conflicts)) for slot in slots]
    wanted = [(slot, found) for slot, found in boxes if found or _needs_box(ctx, slot)]
    inside = {conflict.key for _, found in wanted for conflict in found}
    spanning = [conflict for conflict in conflicts if conflict.key not in inside]
    return (
        *(_slot_box(ctx, slot, found, linker) for slot, found in wanted),
        *(_spanning_box(ctx, conflict, linker) for conflict in spanning),
    )


def _standing_in(ctx: Context, slot: Slot, conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    found = ((one, find_box_slot(ctx, one)) for one in conflicts)
    return tuple(one for one, home in found if home is not None and slot_id(home) == slot_id(slot))


def _needs_box(ctx: Context, slot: Slot) -> bool:
    if any(is_rejected_by_editor(ctx, claim) for claim in find_rejected_claims(ctx, slot)):
        return True
    if slot.judgement is not None and sum(group.doubt is not Doubt.CORRECTED for group in slot.groups) > 1:
        return True
    return slot.disputed and not is_disputed_elsewhere(ctx, slot)


def _slot_box(ctx: Context, slot: Slot, conflicts: Sequence[Conflict], linker: Linker) -> Difference:
    judgement = slot.judgement or next((one.judgement for one in conflicts if one.judgement), None)
    title, note = _slot_title(ctx, slot, conflicts, judgement)
    return Difference(
        anchor=locate_slot_box(ctx, slot)[1],
        title=title,
        note=note,
        disputed=slot.disputed,
        groups=(
            *(view_group(ctx, slot, group, judgement, linker) for group in slot.groups),
            *(view_lone_claim(ctx, claim, linker) for claim in _neighbours(ctx, slot, conflicts)),
        ),
        findings=_told_apart(view_finding(ctx, one) for one in conflicts),
        reading=view_reading(ctx, judgement, linker),
        rejected=tuple(view_rejected(ctx, claim, judgement, linker) for claim in find_rejected_claims(ctx, slot)),
    )


def _slot_title(
    ctx: Context, slot: Slot, conflicts: Sequence[Conflict], judgement: Judgement | None
) -> tuple[str, str]:
    """Return the question that a slot answers and what the slot is called; where there is none, its name alone."""
    label, attribute = slot_label(ctx, slot)
    # A claim set aside alone in its slot answers what was asked where it was judged.
    asked = judgement or next((ctx.rejections[one.key][1] for one in slot.claims if one.key in ctx.rejections), None)
    question = question_of(ctx, conflicts[0]) if conflicts else slot_question(ctx, slot, asked)
    return (question, f"{label} ({attribute})" if attribute else label) if question else (label, attribute)


def _told_apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings without those that a box would tell in the same words."""
    first: dict[tuple[str, str, str], Finding] = {}
    for one in findings:
        first.setdefault((one.rule, one.status, one.summary), one)
    return tuple(first.values())


def _neighbours(ctx: Context, slot: Slot, conflicts: Iterable[Conflict]) -> tuple[Claim, ...]:
    """Return what the findings of a box hold against the slot: claims of others, without those set aside."""
    keys = dict.fromkeys(key for one in conflicts for key in one.claims if key in ctx.data.claims)
    others = [ctx.data.claims[key] for key in keys if slot_id(ctx.data.slot_of[key]) != slot_id(slot)]
    return tuple(one for one in others if one.key not in ctx.rejections and one.restates not in keys)


def _spanning_box(ctx: Context, conflict: Conflict, linker: Linker) -> Difference:
    """Return the box of a finding over several slots, in which every claim stands by itself."""
    claims = ctx.data.find_claims(conflict.claims)
    return Difference(
        anchor=f"differ-{conflict.key}",
        title=question_of(ctx, conflict),
        note=_things(ctx, claims),
        disputed=conflict.status == "open",
        groups=tuple(view_lone_claim(ctx, claim, linker) for claim in claims),
        findings=(view_finding(ctx, conflict),),
        reading=view_reading(ctx, conflict.judgement, linker),
        rejected=(),
    )


def _things(ctx: Context, claims: Iterable[Claim]) -> str:
    """Return what a finding over several slots is about: the names of the slots, each once."""
    return ", ".join(dict.fromkeys(slot_label(ctx, ctx.data.slot_of[claim.key])[0] for claim in claims))
