"""Where sources differ: every value of a slot side by side, who says it, our reading, what was set aside and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.linked.records import Conflict, Doubt, Slot
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.records import Judgement
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.parts.box_slots import find_box_slot
from briefing.views.parts.box_titles import view_slot_title
from briefing.views.parts.boxes import is_disputed_elsewhere, locate_slot_box
from briefing.views.parts.findings import Finding, is_difference, view_finding
from briefing.views.parts.questions import question_of
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
    conflicts = [conflict for conflict in ctx.findings.by_subject.get(subject, ()) if is_difference(ctx, conflict)]
    by_slot = _group_by_box(ctx, conflicts)
    boxes: list[Difference] = []
    shown: set[str] = set()
    for slot in ctx.data.slots_of.get(subject, ()):
        # What a relation says of its other end stands in a box there.
        if slot.about[0] != subject:
            continue
        in_slot = by_slot.get(SlotKey.of(slot), [])
        if in_slot or _needs_box(ctx, slot):
            shown.update(conflict.key for conflict in in_slot)
            boxes.append(_slot_box(ctx, slot, in_slot, linker))
    boxes.extend(_spanning_box(ctx, conflict, linker) for conflict in conflicts if conflict.key not in shown)
    return tuple(boxes)


def _group_by_box(ctx: Context, conflicts: Iterable[Conflict]) -> dict[SlotKey, list[Conflict]]:
    """Return the findings that stand in the box of a slot, by that slot."""
    by_slot: dict[SlotKey, list[Conflict]] = {}
    for conflict in conflicts:
        slot = find_box_slot(ctx, conflict)
        if slot is not None:
            by_slot.setdefault(SlotKey.of(slot), []).append(conflict)
    return by_slot


def _needs_box(ctx: Context, slot: Slot) -> bool:
    """Tell whether a slot that no finding lies within has something that only a box shows."""
    if any(is_rejected_by_editor(ctx, claim) for claim in find_rejected_claims(ctx, slot)):
        return True
    if slot.judgement is not None and _offers_choice(slot):
        return True
    return slot.disputed and not is_disputed_elsewhere(ctx, slot)


def _offers_choice(slot: Slot) -> bool:
    """Tell whether several values stand side by side."""
    # What its own source corrected is no choice: nobody says it any longer.
    standing = [group for group in slot.groups if group.doubt is not Doubt.CORRECTED]
    return len(standing) > 1


def _slot_box(ctx: Context, slot: Slot, conflicts: Sequence[Conflict], linker: Linker) -> Difference:
    """Return the box of a slot with the findings that lie within it, and the claims that they hold against it."""
    judgement = slot.judgement or _first_judgement(conflicts)
    title, note = view_slot_title(ctx, slot, conflicts, judgement)
    groups = [view_group(ctx, slot, group, judgement, linker) for group in slot.groups]
    groups.extend(view_lone_claim(ctx, claim, linker) for claim in _find_neighbours(ctx, slot, conflicts))
    _, anchor = locate_slot_box(ctx, slot)
    return Difference(
        anchor=anchor,
        title=title,
        note=note,
        disputed=slot.disputed,
        groups=tuple(groups),
        findings=_drop_repeats(view_finding(ctx, conflict) for conflict in conflicts),
        reading=view_reading(ctx, judgement, linker),
        rejected=tuple(view_rejected(ctx, claim, judgement, linker) for claim in find_rejected_claims(ctx, slot)),
    )


def _first_judgement(conflicts: Iterable[Conflict]) -> Judgement | None:
    return next((conflict.judgement for conflict in conflicts if conflict.judgement), None)


def _drop_repeats(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings without those that a box would tell in the same words."""
    by_words: dict[tuple[str, str, str], Finding] = {}
    for finding in findings:
        by_words.setdefault((finding.rule, finding.status, finding.summary), finding)
    return tuple(by_words.values())


def _find_neighbours(ctx: Context, slot: Slot, conflicts: Iterable[Conflict]) -> Iterator[Claim]:
    """Yield what the findings of a box hold against the slot: claims of others, without those set aside."""
    own_key = SlotKey.of(slot)
    keys: dict[ClaimKey, None] = {}
    for conflict in conflicts:
        keys.update(dict.fromkeys(conflict.claims))
    for claim in ctx.data.find_claims(keys):
        # A restatement says nothing beside what it restates.
        if claim.key in ctx.rejections or claim.restates in keys:
            continue
        if SlotKey.of(ctx.data.slot_of[claim.key]) != own_key:
            yield claim


def _spanning_box(ctx: Context, conflict: Conflict, linker: Linker) -> Difference:
    """Return the box of a finding over several slots, in which every claim stands by itself."""
    claims = ctx.data.find_claims(conflict.claims)
    labels = dict.fromkeys(slot_label(ctx, ctx.data.slot_of[claim.key])[0] for claim in claims)
    return Difference(
        anchor=f"differ-{conflict.key}",
        title=question_of(ctx, conflict),
        note=", ".join(labels),
        disputed=conflict.status == "open",
        groups=tuple(view_lone_claim(ctx, claim, linker) for claim in claims),
        findings=(view_finding(ctx, conflict),),
        reading=view_reading(ctx, conflict.judgement, linker),
        rejected=(),
    )
