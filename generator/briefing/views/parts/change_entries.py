"""Which operations readers are told, and which of them together: what one commit did is told once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from briefing.dataset.diff import FieldChange
from briefing.dataset.linked.records import Rank
from briefing.dataset.operations import WORDING_FIELDS, Operation, OperationKind
from briefing.model.grouping import group_by

_SEEN_BY_VALUE = frozenset({"value", "rank"})
"""Fields of a claim whose change is told by the value that its question shows since."""
_STANDING = frozenset({Rank.SHOWN.value, Rank.NORMAL.value})
_CLAIM_KINDS = frozenset({OperationKind.CLAIM_ADDED, OperationKind.CLAIM_CHANGED, OperationKind.CLAIM_WITHDRAWN})


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """An operation, and how many more claims of the same article changed by the same commit in the same way."""

    operation: Operation
    others: int = 0


@dataclass(frozen=True, slots=True)
class ChangeEntries:
    """What is told, the newest commit first, and how many operations only changed wording."""

    entries: tuple[ChangeEntry, ...]
    reworded: int


def select_changes(operations: Sequence[Operation]) -> ChangeEntries:
    """Return what to tell of operations, which stand oldest first."""
    commits = [list(group) for _, group in groupby(operations, attrgetter("commit"))]
    entries: list[ChangeEntry] = []
    for commit in reversed(commits):
        entries.extend(_entries_of_commit(commit))
    return ChangeEntries(tuple(entries), sum(not operation.substance for operation in operations))


def _entries_of_commit(operations: Iterable[Operation]) -> list[ChangeEntry]:
    """Return what to tell of one commit: what readers see first, then what it rests on."""
    substance = [operation for operation in operations if operation.substance]
    shown = {operation.question for operation in substance if operation.kind is OperationKind.SHOWN_CHANGED}
    selected = [operation for operation in substance if not _is_seen(operation, operation.question in shown)]
    return [ChangeEntry(group[0], len(group) - 1) for group in group_by(selected, _sameness).values()]


def told_fields(operation: Operation) -> tuple[FieldChange, ...]:
    """Return the fields of a changed claim that are told: neither words about it, nor its place among those that stand.

    Which of the claims that stand is shown is told by the value that its question shows.
    """
    return tuple(field for field in operation.fields if not _is_passed_over(field))


def _is_passed_over(field: FieldChange) -> bool:
    if field.field == "rank":
        return {field.was, field.now} <= _STANDING
    return field.field in WORDING_FIELDS


def _is_seen(operation: Operation, is_shown: bool) -> bool:
    """Tell whether a change of a claim is told by the value that is shown since."""
    if operation.kind not in _CLAIM_KINDS:
        return False
    if operation.kind is not OperationKind.CLAIM_CHANGED:
        return is_shown
    fields = {field.field for field in told_fields(operation)}
    return not fields or (is_shown and fields <= _SEEN_BY_VALUE)


def _sameness(operation: Operation) -> tuple[object, ...]:
    """Return what operations share that are told as one: all claims of an article whose grade has changed."""
    if operation.kind is not OperationKind.CLAIM_CHANGED:
        return (id(operation),)
    article, _, _ = operation.claims[0].partition("#")
    return operation.kind, article, told_fields(operation)
