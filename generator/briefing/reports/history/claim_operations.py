"""Claims that came, went or say something else, and values that slots show since."""

from collections.abc import Iterator

from briefing.dataset.comparing.far_ends import far_end
from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.diff import FieldChange, ShownChange
from briefing.dataset.linked.claim_fields import printed_value
from briefing.dataset.linked.records import Dataset, Slot
from briefing.dataset.operations import Operation, OperationKind
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey, SubjectId
from briefing.reports.history.step import Step, claim_state


def slot_subjects(slot: Slot) -> tuple[SubjectId, ...]:
    """Return the subjects whose pages tell a slot, sorted: those it is about, and the far end of a relation."""
    far = far_end(slot)
    ends = slot.about if far is None else (*slot.about, far)
    return tuple(sorted(set(ends)))


# ---- claims


def claim_operations(step: Step) -> Iterator[Operation]:
    """Yield an operation for every claim that is new, that says something else or ranks elsewhere, or that is gone."""
    for claim in step.comparison.added:
        yield _added(step, claim)
    for key, fields in step.changed_fields.items():
        yield _changed(step, key, fields)
    for claim in step.comparison.removed:
        yield _withdrawn(step, claim)


def _added(step: Step, claim: Claim) -> Operation:
    fields = [FieldChange(name, None, text) for name, text in sorted(claim_state(step.new, claim.key).items())]
    return Operation(
        OperationKind.CLAIM_ADDED,
        step.commit,
        step.day,
        about=_claim_subjects(step.new, claim),
        question=SlotKey.of(step.new.slot_of[claim.key]),
        was=None,
        now=printed_value(claim),
        claims=(claim.key,),
        substance=claim.key not in step.renamed_claims,
        fields=tuple(fields),
    )


def _changed(step: Step, key: ClaimKey, fields: tuple[FieldChange, ...]) -> Operation:
    claim = step.new.claims[key]
    return Operation(
        OperationKind.CLAIM_CHANGED,
        step.commit,
        step.day,
        about=_claim_subjects(step.new, claim),
        question=SlotKey.of(step.new.slot_of[key]),
        was=printed_value(step.old.claims[key]),
        now=printed_value(claim),
        claims=(key,),
        substance=step.is_substance(key, fields),
        fields=fields,
    )


def _withdrawn(step: Step, claim: Claim) -> Operation:
    return Operation(
        OperationKind.CLAIM_WITHDRAWN,
        step.commit,
        step.day,
        about=_claim_subjects(step.old, claim),
        question=SlotKey.of(step.old.slot_of[claim.key]),
        was=printed_value(claim),
        now=None,
        claims=(claim.key,),
        substance=claim.key not in step.renamed_claims.values(),
    )


def _claim_subjects(dataset: Dataset, claim: Claim) -> tuple[SubjectId, ...]:
    return tuple(sorted({*claim.about, *slot_subjects(dataset.slot_of[claim.key])}))


# ---- values shown


def shown_operations(step: Step) -> Iterator[Operation]:
    """Yield an operation for every slot that shows another value than before."""
    for change in step.comparison.shown:
        before = _find_slot(step.old, change.slot)
        after = _find_slot(step.new, change.slot)
        yield Operation(
            OperationKind.SHOWN_CHANGED,
            step.commit,
            step.day,
            about=slot_subjects(change.slot),
            question=SlotKey.of(change.slot),
            was=change.was,
            now=change.now,
            claims=_shown_claims(after) or _shown_claims(before),
            substance=not _is_reworded(step, change, before, after),
        )


def _find_slot(dataset: Dataset, slot: Slot) -> Slot | None:
    key = SlotKey.of(slot)
    candidates = dataset.slots_of.get(slot.about[0], ())
    return next((candidate for candidate in candidates if SlotKey.of(candidate) == key), None)


def _shown_claims(slot: Slot | None) -> tuple[ClaimKey, ...]:
    if slot is None or slot.shown is None:
        return ()
    return tuple(claim.key for claim in slot.shown.claims)


def _is_reworded(step: Step, change: ShownChange, before: Slot | None, after: Slot | None) -> bool:
    """Tell whether a slot shows what it showed before, in other words.

    A text among many is itself the question: reworded, it leaves one slot and enters another.
    """
    said_now, said_then = _shown_claims(after), _shown_claims(before)
    if change.now is None:
        # Where the slot is still there, an editor or a source has set its claims aside.
        return after is None and all(_is_told_elsewhere(step, key) for key in said_then)
    if change.was is None and before is not None:
        return False
    if change.was is not None and not set(said_now) & set(said_then):
        return False
    return all(map(step.still_says, said_now))


def _is_told_elsewhere(step: Step, key: ClaimKey) -> bool:
    """Tell whether a claim of the old state is still there and says the same."""
    if key in step.new.claims:
        return step.still_says(key)
    return key in step.renamed_claims.values()
