"""What became of conflicts from one state of the data to another: by an edit, by a judgement, or by time alone."""

from collections.abc import Iterable, Sequence
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
    appeared = [now[key] for key in sorted(now.keys() - before.keys())]
    gone = [before[key] for key in sorted(before.keys() - now.keys())]
    lasting = [(before[key], conflict) for key, conflict in now.items() if key in before]
    return ConflictChanges(
        appeared=_of_edits(appeared),
        settled=tuple(conflict for earlier, conflict in lasting if _is_settled(earlier, conflict)),
        reopened=tuple(conflict for earlier, conflict in lasting if _is_settled(conflict, earlier)),
        gone=_of_edits(gone),
        stale=tuple(conflict for conflict in appeared if _is_of_age(conflict)),
    )


def _of_edits(conflicts: Sequence[Conflict]) -> tuple[Conflict, ...]:
    return tuple(conflict for conflict in conflicts if not _is_of_age(conflict))


def _is_of_age(conflict: Conflict) -> bool:
    """Tell whether a conflict is about age alone: time brought it, and no edit."""
    return duty_of(conflict) is Duty.RENEWAL


def _is_settled(earlier: Conflict, later: Conflict) -> bool:
    return earlier.status == "open" and later.status != "open"
