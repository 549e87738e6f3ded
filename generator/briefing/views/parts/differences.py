"""Where sources differ: every value of a slot side by side, who says it, our reading, what was set aside and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.linked.records import Conflict, Doubt, Slot
from briefing.model.claims import Claim
from briefing.model.grouping import distinct_by, group_by_each
from briefing.model.ids import SubjectId
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


def view_differences(context: Context, subject: SubjectId, linker: Linker) -> tuple[Difference, ...]:
    """Return the boxes of a subject: slots with a dispute, a judgement or a rejected claim, and what spans slots."""
    findings = context.findings.by_subject.get(subject, ())
    conflicts = list(filter(partial(is_difference, context), findings))
    by_slot = group_by_each(conflicts, partial(_box_keys, context))
    boxes: list[Difference] = []
    shown: set[str] = set()
    for slot in _slots_of_its_own(context, subject):
        in_slot = by_slot.get(SlotKey.of(slot), ())
        if in_slot or _needs_box(context, slot):
            shown.update(conflict.key for conflict in in_slot)
            boxes.append(_slot_box(context, slot, in_slot, linker))
    boxes.extend(_spanning_box(context, conflict, linker) for conflict in conflicts if conflict.key not in shown)
    return tuple(boxes)


def _slots_of_its_own(context: Context, subject: SubjectId) -> Iterator[Slot]:
    """Yield the slots that have their boxes on the page of a subject."""
    for slot in context.data.slots_of.get(subject, ()):
        # What a relation says of its other end stands in a box there.
        if slot.about[0] == subject:
            yield slot


def _box_keys(context: Context, conflict: Conflict) -> tuple[SlotKey, ...]:
    """Return the key of the slot in whose box a finding stands; nothing where it spans several slots."""
    slot = find_box_slot(context, conflict)
    if slot is None:
        return ()
    return (SlotKey.of(slot),)


def _needs_box(context: Context, slot: Slot) -> bool:
    """Tell whether a slot that no finding lies within has something that only a box shows."""
    if any(is_rejected_by_editor(context, claim) for claim in find_rejected_claims(context, slot)):
        return True
    if _is_choice_judged(slot):
        return True
    if not slot.disputed:
        return False
    return not is_disputed_elsewhere(context, slot)


def _is_choice_judged(slot: Slot) -> bool:
    """Tell whether several values stand side by side and an editor has judged them."""
    if slot.judgement is None:
        return False
    # What its own source corrected is no choice: nobody says it any longer.
    standing = [group for group in slot.groups if group.doubt is not Doubt.CORRECTED]
    return len(standing) > 1


def _slot_box(context: Context, slot: Slot, conflicts: Sequence[Conflict], linker: Linker) -> Difference:
    """Return the box of a slot with the findings that lie within it, and the claims that they hold against it."""
    judgement = slot.judgement or _first_judgement(conflicts)
    title, note = view_slot_title(context, slot, conflicts, judgement)
    groups = [view_group(context, slot, group, judgement, linker) for group in slot.groups]
    groups.extend(_view_alone(context, _find_neighbours(context, slot, conflicts), linker))
    _, anchor = locate_slot_box(context, slot)
    return Difference(
        anchor=anchor,
        title=title,
        note=note,
        disputed=slot.disputed,
        groups=tuple(groups),
        findings=_drop_repeats(view_finding(context, conflict) for conflict in conflicts),
        reading=view_reading(context, judgement, linker),
        rejected=_view_rejected_claims(context, slot, judgement, linker),
    )


def _view_alone(context: Context, claims: Iterable[Claim], linker: Linker) -> tuple[VoiceGroup, ...]:
    """Return claims that each stand by themselves in a box."""
    return tuple(view_lone_claim(context, claim, linker) for claim in claims)


def _view_rejected_claims(
    context: Context, slot: Slot, judgement: Judgement | None, linker: Linker
) -> tuple[RejectedClaim, ...]:
    """Return what was set aside in the box of a slot; ``judgement`` is the one whose reading the box gives."""
    claims = find_rejected_claims(context, slot)
    return tuple(view_rejected(context, claim, judgement, linker) for claim in claims)


def _first_judgement(conflicts: Iterable[Conflict]) -> Judgement | None:
    for conflict in conflicts:
        if conflict.judgement is not None:
            return conflict.judgement
    return None


def _drop_repeats(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings without those that a box would tell in the same words."""
    return distinct_by(findings, lambda finding: (finding.rule, finding.status, finding.summary))


def _find_neighbours(context: Context, slot: Slot, conflicts: Iterable[Conflict]) -> Iterator[Claim]:
    """Yield what the findings of a box hold against the slot: claims of others, without those set aside."""
    own_key = SlotKey.of(slot)
    keys = dict.fromkeys(chain.from_iterable(conflict.claims for conflict in conflicts))
    for claim in context.data.find_claims(keys):
        # A restatement says nothing beside what it restates.
        if claim.key in context.rejections or claim.restates in keys:
            continue
        if SlotKey.of(context.data.slot_of[claim.key]) != own_key:
            yield claim


def _spanning_box(context: Context, conflict: Conflict, linker: Linker) -> Difference:
    """Return the box of a finding over several slots, in which every claim stands by itself."""
    claims = context.data.find_claims(conflict.claims)
    labels = dict.fromkeys(slot_label(context, context.data.slot_of[claim.key])[0] for claim in claims)
    return Difference(
        anchor=f"differ-{conflict.key}",
        title=question_of(context, conflict),
        note=", ".join(labels),
        disputed=conflict.status == "open",
        groups=_view_alone(context, claims, linker),
        findings=(view_finding(context, conflict),),
        reading=view_reading(context, conflict.judgement, linker),
        rejected=(),
    )
