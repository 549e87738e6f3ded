"""Every look after the editors' own work, in the order in which its findings are listed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from briefing.dataset.checks.bottom_line_outdated import find_bottom_line_outdated
from briefing.dataset.checks.judgement_idle import find_judgement_idle
from briefing.dataset.checks.name_common import find_name_common
from briefing.dataset.checks.name_near_miss import find_line_undeclared, find_name_near_miss
from briefing.dataset.checks.outcome_answered import find_outcome_answered
from briefing.dataset.checks.rate_missing import find_rate_missing
from briefing.dataset.checks.share_as_fraction import find_share_as_fraction
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
class EditorialMemo:
    """What was found at single subjects, kept by the caller from one run to the next; empty at first."""

    seen: dict[SubjectLook, dict[SubjectId, _Seen]] = field(default_factory=dict)


_BEFORE: tuple[Look, ...] = (find_bottom_line_outdated, find_outcome_answered)
_OF_SUBJECTS: tuple[SubjectLook, ...] = (find_name_near_miss, find_line_undeclared, find_name_common)
"""Looks that need nothing but the record of one subject and its slots."""
_AFTER: tuple[Look, ...] = (find_rate_missing, find_judgement_idle, find_share_as_fraction)


def run_editorial_checks(dataset: Dataset, memo: EditorialMemo | None = None) -> Iterator[Diagnostic]:
    """Yield what editors should look at again; ``dataset`` has its conflicts already.

    With a ``memo`` subjects that are the same are not looked at again.
    """
    memo = memo or EditorialMemo()
    for look in _BEFORE:
        yield from look(dataset)
    for of_subject in _OF_SUBJECTS:
        yield from _of_subjects(dataset, of_subject, memo)
    for look in _AFTER:
        yield from look(dataset)


def _of_subjects(dataset: Dataset, look: SubjectLook, memo: EditorialMemo) -> Iterator[Diagnostic]:
    known, seen = memo.seen.get(look, {}), {}
    for name, subject in dataset.subjects.items():
        slots, one = dataset.slots_of.get(name, ()), known.get(name)
        if one is None or one.subject is not subject or one.slots is not slots:
            one = _Seen(subject, slots, tuple(look(subject, slots)))
        seen[name] = one
        yield from one.found
    memo.seen[look] = seen
