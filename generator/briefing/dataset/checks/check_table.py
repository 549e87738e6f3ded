"""Every look after the editors' own work, in the order in which its findings are listed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from briefing.dataset.checks.answered_outcomes import find_answered_outcomes
from briefing.dataset.checks.common_names import find_common_names
from briefing.dataset.checks.fractions import find_fractions
from briefing.dataset.checks.idle_judgements import find_idle_judgements
from briefing.dataset.checks.near_names import find_near_names, find_undeclared_lines
from briefing.dataset.checks.outdated_texts import find_outdated_texts
from briefing.dataset.checks.times import find_missing_rates
from briefing.dataset.linked.records import Dataset, Slot
from briefing.diagnostics.diagnostic import Diagnostic
from briefing.model.ids import SubjectId
from briefing.model.records import Subject

SubjectLook = Callable[[Subject, Sequence[Slot]], Iterator[Diagnostic]]
Look = Callable[[Dataset], Iterator[Diagnostic]]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a look at one subject found, and the record and slots that it was given."""

    subject: Subject
    slots: Sequence[Slot]
    found: tuple[Diagnostic, ...]


@dataclass(slots=True)
class UpkeepMemo:
    """What was found at single subjects, kept by the caller from one run to the next; empty at first."""

    seen: dict[SubjectLook, dict[SubjectId, _Seen]] = field(default_factory=dict)


_BEFORE: tuple[Look, ...] = (find_outdated_texts, find_answered_outcomes)
_OF_SUBJECTS: tuple[SubjectLook, ...] = (find_near_names, find_undeclared_lines, find_common_names)
"""Looks that need nothing but the record of one subject and its slots."""
_AFTER: tuple[Look, ...] = (find_missing_rates, find_idle_judgements, find_fractions)


def find_upkeep(dataset: Dataset, memo: UpkeepMemo | None = None) -> Iterator[Diagnostic]:
    """Yield what editors should look at again; ``dataset`` has its conflicts already.

    With a ``memo`` subjects that are the same are not looked at again.
    """
    memo = memo or UpkeepMemo()
    for look in _BEFORE:
        yield from look(dataset)
    for of_subject in _OF_SUBJECTS:
        yield from _of_subjects(dataset, of_subject, memo)
    for look in _AFTER:
        yield from look(dataset)


def _of_subjects(dataset: Dataset, look: SubjectLook, memo: UpkeepMemo) -> Iterator[Diagnostic]:
    known, seen = memo.seen.get(look, {}), {}
    for name, subject in dataset.subjects.items():
        slots, one = dataset.slots_of.get(name, ()), known.get(name)
        if one is None or one.subject is not subject or one.slots is not slots:
            one = _Seen(subject, slots, tuple(look(subject, slots)))
        seen[name] = one
        yield from one.found
    memo.seen[look] = seen
