"""What has become of the data, by subject and by week, under the ids that subjects have now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.linked.records import Conflict, Dataset, Slot
from briefing.dataset.operations import Beginning, History, Operation
from briefing.model.grouping import group_by_each
from briefing.model.ids import ClaimKey, SubjectId


@dataclass(frozen=True, slots=True)
class ChangeIndex:
    """Operations by subject, oldest first, and by ISO week, the newest week first; ``began`` is None without history.

    ``slots`` are those of the data by their questions, ``conflicts`` those between claims by the claims.
    """

    began: Beginning | None = None
    by_subject: Mapping[SubjectId, tuple[Operation, ...]] = field(default_factory=dict)
    weeks: Mapping[str, tuple[Operation, ...]] = field(default_factory=dict)
    slots: Mapping[SlotKey, Slot] = field(default_factory=dict)
    conflicts: Mapping[frozenset[ClaimKey], Conflict] = field(default_factory=dict)


def index_changes(data: Dataset, history: History | None) -> ChangeIndex:
    """Return the index of a history of the dataset; an empty one where there is none."""
    if history is None:
        return ChangeIndex()
    ids = {redirect.old: SubjectId(redirect.to) for redirect in data.redirects if redirect.to}
    operations = tuple(_under_new_ids(history.operations, ids))
    weeks = History(history.began, operations).weeks()
    return ChangeIndex(
        began=history.began,
        by_subject=group_by_each(operations, lambda operation: operation.about),
        weeks={week: weeks[week] for week in reversed(weeks)},
        slots={SlotKey.of(slot): slot for slot in data.slots},
        conflicts={frozenset(conflict.claims): conflict for conflict in data.conflicts if conflict.claims},
    )


def _under_new_ids(operations: Iterable[Operation], ids: Mapping[str, SubjectId]) -> Iterable[Operation]:
    """Return operations whose subjects are called as they are now."""
    # Hardly a briefing has retired ids.
    if not ids:
        return operations
    return [_under_new_id(operation, ids) for operation in operations]


def _under_new_id(operation: Operation, ids: Mapping[str, SubjectId]) -> Operation:
    about = _new_ids(operation.about, ids)
    question = operation.question
    if question is not None:
        question = replace(question, about=_new_ids(question.about, ids))
    return replace(operation, about=about, question=question)


def _new_ids(about: tuple[SubjectId, ...], ids: Mapping[str, SubjectId]) -> tuple[SubjectId, ...]:
    return tuple(sorted({_last_id(subject, ids) for subject in about}))


def _last_id(subject: SubjectId, ids: Mapping[str, SubjectId]) -> SubjectId:
    """Return the id that a subject has now; redirects that lead in a circle are findings, and no trap."""
    seen: set[SubjectId] = set()
    while subject in ids and subject not in seen:
        seen.add(subject)
        subject = ids[subject]
    return subject
