"""What became of conflicts from one state of the data to another: by an edit, by a judgement, or by time alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import filterfalse
from operator import attrgetter

from briefing.dataset.conflicts.rule_table import duty_of
from briefing.dataset.linked.records import Conflict
from briefing.dataset.rule_base.rule import Duty
from briefing.model.grouping import first_by


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
    before, now = first_by(old, attrgetter("key")), first_by(new, attrgetter("key"))
    appeared, gone = _only(now, before), _only(before, now)
    # In the order of the new state, which is that of the keys.
    pairs = [(before[key], conflict) for key, conflict in now.items() if key in before]
    return ConflictChanges(
        appeared=tuple(filterfalse(_is_of_age, appeared)),
        settled=tuple(later for earlier, later in pairs if _is_settled(earlier, later)),
        reopened=tuple(later for earlier, later in pairs if _is_settled(later, earlier)),
        gone=tuple(filterfalse(_is_of_age, gone)),
        stale=tuple(filter(_is_of_age, appeared)),
    )


def _only(left: Mapping[str, Conflict], right: Mapping[str, Conflict]) -> list[Conflict]:
    return list(map(left.__getitem__, sorted(left.keys() - right.keys())))


def _is_of_age(conflict: Conflict) -> bool:
    """Tell whether a conflict is about age alone: time brought it, and no edit."""
    return duty_of(conflict) is Duty.RENEWAL


def _is_settled(earlier: Conflict, later: Conflict) -> bool:
    return earlier.status == "open" and later.status != "open"
