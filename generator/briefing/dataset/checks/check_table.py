"""Every editorial check, in the order in which its findings are listed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from briefing.dataset.checks.bottom_line_outdated import find_bottom_line_outdated
from briefing.dataset.checks.judgement_idle import find_judgement_idle
from briefing.dataset.checks.line_undeclared import find_line_undeclared
from briefing.dataset.checks.name_common import find_name_common
from briefing.dataset.checks.name_near_miss import find_name_near_miss
from briefing.dataset.checks.outcome_answered import find_outcome_answered
from briefing.dataset.checks.rate_missing import find_rate_missing
from briefing.dataset.checks.share_as_fraction import find_share_as_fraction
from briefing.dataset.linked.records import Dataset, Slot
from briefing.diagnostics.diagnostic import Diagnostic
from briefing.model.ids import SubjectId
from briefing.model.records import Subject

Check = Callable[[Dataset], Iterator[Diagnostic]]
SubjectCheck = Callable[[Subject, Sequence[Slot]], Iterator[Diagnostic]]

# The order of the three tables is the order in which editors read their findings.
_BEFORE_SUBJECTS: tuple[Check, ...] = (find_bottom_line_outdated, find_outcome_answered)
_OF_SUBJECTS: tuple[SubjectCheck, ...] = (find_name_near_miss, find_line_undeclared, find_name_common)
"""Checks that need nothing but the record of one subject and its slots."""
_AFTER_SUBJECTS: tuple[Check, ...] = (find_rate_missing, find_judgement_idle, find_share_as_fraction)


@dataclass(frozen=True, slots=True)
class _CheckedSubject:
    """What a check found at one subject, and the record and slots that it was given."""

    subject: Subject
    slots: Sequence[Slot]
    diagnostics: tuple[Diagnostic, ...]


CheckedSubjects = dict[SubjectId, _CheckedSubject]


@dataclass(slots=True)
class EditorialMemo:
    """What was found at single subjects, kept by the caller from one run to the next; empty at first."""

    checked: dict[SubjectCheck, CheckedSubjects] = field(default_factory=dict)


def run_editorial_checks(dataset: Dataset, memo: EditorialMemo | None = None) -> Iterator[Diagnostic]:
    """Yield what editors should look at again; ``dataset`` has its conflicts already.

    With a ``memo`` subjects that are the same are not checked again.
    """
    memo = memo or EditorialMemo()
    for check in _BEFORE_SUBJECTS:
        yield from check(dataset)
    for subject_check in _OF_SUBJECTS:
        yield from _check_subjects(dataset, subject_check, memo)
    for check in _AFTER_SUBJECTS:
        yield from check(dataset)


def _check_subjects(dataset: Dataset, check: SubjectCheck, memo: EditorialMemo) -> Iterator[Diagnostic]:
    cached, memo.checked[check] = memo.checked.get(check, {}), {}
    for key, subject in dataset.subjects.items():
        slots = dataset.slots_of.get(key, ())
        entry = cached.get(key)
        # By identity: structural sharing leaves what has not changed the object that it was.
        if entry is None or entry.subject is not subject or entry.slots is not slots:
            entry = _CheckedSubject(subject, slots, tuple(check(subject, slots)))
        memo.checked[check][key] = entry
        yield from entry.diagnostics
