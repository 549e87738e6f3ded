"""What became of conflicts from one state of the data to another: by an edit, by a judgement, or by time alone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing.dataset.conflicts.rule_table import duty_of
from briefing.dataset.linked.records import Conflict
from briefing.dataset.rule_base.rule import Duty


@dataclass(frozen=True, slots=True)
class ConflictChanges:
    """Conflicts by what became of them.

    ``appeared`` are those that were not there, ``gone`` those that are no longer found, neither about age alone;
    ``stale`` appeared and are about age alone. ``settled`` have been judged since, ``reopened`` had been judged.
    """

    appeared: tuple[Conflict, ...]
    settled: tuple[Conflict, ...]
    reopened: tuple[Conflict, ...]
    gone: tuple[Conflict, ...]
    stale: tuple[Conflict, ...]


def compare_conflicts(old: Iterable[Conflict], new: Iterable[Conflict]) -> ConflictChanges:
    """Return what became of the conflicts of ``old`` in ``new``."""
    before = {conflict.key: conflict for conflict in old}
    now = {conflict.key: conflict for conflict in new}
    appeared, stale = _split_by_cause(_only(now, before))
    gone, _ = _split_by_cause(_only(before, now))
    settled: list[Conflict] = []
    reopened: list[Conflict] = []
    for key, conflict in now.items():
        if key not in before:
            continue
        if _is_settled(before[key], conflict):
            settled.append(conflict)
        elif _is_settled(conflict, before[key]):
            reopened.append(conflict)
    return ConflictChanges(appeared, tuple(settled), tuple(reopened), gone, stale)


def _only(left: Mapping[str, Conflict], right: Mapping[str, Conflict]) -> Iterator[Conflict]:
    for key in sorted(left.keys() - right.keys()):
        yield left[key]


def _split_by_cause(conflicts: Iterable[Conflict]) -> tuple[tuple[Conflict, ...], tuple[Conflict, ...]]:
    """Return the conflicts that an edit has brought, and those that time alone has."""
    of_edits: list[Conflict] = []
    of_age: list[Conflict] = []
    for conflict in conflicts:
        if _is_of_age(conflict):
            of_age.append(conflict)
        else:
            of_edits.append(conflict)
    return tuple(of_edits), tuple(of_age)


def _is_of_age(conflict: Conflict) -> bool:
    """Tell whether a conflict is about age alone: time brought it, and no edit."""
    return duty_of(conflict) is Duty.RENEWAL


def _is_settled(earlier: Conflict, later: Conflict) -> bool:
    return earlier.status == "open" and later.status != "open"
