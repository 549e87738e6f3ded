"""Disputes that were opened, settled or reopened: differences between sources that readers see."""

from collections.abc import Iterator

from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.linked.records import Conflict, Dataset
from briefing.dataset.operations import Operation, OperationKind
from briefing.reports.history.renames import Renames
from briefing.reports.history.step import Step
from briefing.views.base.categories import category_of

_OPEN = "open"
_Disputes = dict[str, Conflict]


def dispute_operations(step: Step) -> Iterator[Operation]:
    """Yield an operation for every dispute that is new, has another status, or is no longer found, by its key."""
    before = _changed_disputes(step, step.old, step.new)
    after = _changed_disputes(step, step.new, step.old)
    renamed = _renamed_disputes(before, after, step.renames)
    for key in sorted(before.keys() | after.keys()):
        was, now = _status(before.get(key)), _status(after.get(key))
        if was == now:
            continue
        dataset, conflict = (step.new, after[key]) if key in after else (step.old, before[key])
        yield Operation(
            _kind(was, now),
            step.commit,
            step.day,
            about=conflict.about,
            question=_question(dataset, conflict),
            was=was,
            now=now,
            claims=conflict.claims,
            substance=key not in renamed,
            conflict=key,
        )


def disputes_of(dataset: Dataset) -> _Disputes:
    """Return the differences between sources that readers see, by their keys."""
    return {conflict.key: conflict for conflict in dataset.conflicts if _is_dispute(dataset, conflict)}


def _changed_disputes(step: Step, dataset: Dataset, other: Dataset) -> _Disputes:
    """Return the disputes of one state, apart from those that are surely the same in the other one."""
    shared = set(map(id, other.conflicts))
    changed: _Disputes = {}
    for conflict in dataset.conflicts:
        # Whether a conflict is a dispute depends on what its slots show, too.
        is_same = id(conflict) in shared and step.touched.isdisjoint(conflict.claims)
        if not is_same and _is_dispute(dataset, conflict):
            changed[conflict.key] = conflict
    return changed


def _is_dispute(dataset: Dataset, conflict: Conflict) -> bool:
    return conflict.audience == "reader" and category_of(dataset, conflict).is_difference


def _status(conflict: Conflict | None) -> str | None:
    if conflict is None:
        return None
    return conflict.status


def _kind(was: str | None, now: str | None) -> OperationKind:
    if was is None:
        return OperationKind.DISPUTE_OPENED
    if now == _OPEN:
        return OperationKind.DISPUTE_REOPENED
    return OperationKind.DISPUTE_SETTLED


def _question(dataset: Dataset, conflict: Conflict) -> SlotKey | None:
    """Return the one slot that a dispute is about; None where it is about several."""
    keys = {SlotKey.of(dataset.slot_of[claim.key]) for claim in dataset.find_claims(conflict.claims)}
    if len(keys) != 1:
        return None
    return keys.pop()


def _renamed_disputes(before: _Disputes, after: _Disputes, renames: Renames) -> set[str]:
    """Return the keys of disputes that are the same but for the id of a subject, in either state."""
    if not renames.ids:
        return set()
    signs = {(conflict.rule, *map(renames.claim, conflict.claims)): key for key, conflict in before.items()}
    renamed: set[str] = set()
    for key, conflict in after.items():
        was = signs.get((conflict.rule, *conflict.claims))
        if was is not None and before[was].status == conflict.status:
            renamed |= {key, was}
    return renamed
