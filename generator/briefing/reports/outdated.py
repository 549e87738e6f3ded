"""Tasks that time alone brings: plans, pages and values that have grown old."""

from collections.abc import Iterator
from datetime import date

from briefing.dataset.conflicts.rule_table import duty_of
from briefing.dataset.linked.records import Conflict, Dataset
from briefing.dataset.rule_base.rule import Duty
from briefing.model.ids import SubjectId
from briefing.reports.task import Task, conflict_task, subject_task
from briefing.views.parts.freshness import thresholds


def find_overdue_plans(dataset: Dataset) -> Iterator[Task]:
    """Yield plans whose day has passed and of which no source says whether they came true."""
    for conflict in _conflicts_with(dataset, Duty.OUTCOME):
        # What an editor has explained waits for nobody.
        if conflict.status == "open":
            yield conflict_task(conflict)


def find_stale_pages(dataset: Dataset) -> Iterator[Task]:
    """Yield the pages that nobody has verified for longer than is fresh, the oldest first."""
    fresh_days, stale_days = thresholds(dataset.briefing)
    for verified, subject in sorted(_verified_pages(dataset)):
        age = _age_in_days(dataset, verified)
        if age > stale_days:
            yield _verification_task(dataset, subject, "stale", verified)
        elif age > fresh_days:
            yield _verification_task(dataset, subject, "ageing", verified)


def _verification_task(dataset: Dataset, subject: SubjectId, word: str, verified: date) -> Task:
    """Return the task to verify a page again; ``word`` says how old the last check is."""
    reason = f"{word}, last verified {verified.isoformat()}"
    return subject_task(dataset, dataset.subjects[subject], reason)


def _verified_pages(dataset: Dataset) -> Iterator[tuple[date, SubjectId]]:
    """Yield the last day of the last check of every page that has been checked."""
    for subject in dataset.subjects.values():
        verified = subject.last_verified
        # A check without a last day says nothing of when the next is due.
        if verified and verified.latest:
            yield verified.latest, subject.id


def _age_in_days(dataset: Dataset, day: date) -> int:
    # Counted to the day that the data are of: an old state gives the same tasks whenever it is asked.
    return (dataset.briefing.today - day).days


def find_stale_values(dataset: Dataset) -> Iterator[Task]:
    """Yield values of the sort that changes, such as staff, which no newer source has renewed."""
    for conflict in _conflicts_with(dataset, Duty.RENEWAL):
        # Without claims the rule is about a page, which is a task of another topic.
        if conflict.claims:
            yield conflict_task(conflict)


def _conflicts_with(dataset: Dataset, duty: Duty) -> Iterator[Conflict]:
    """Yield the findings of the rules that ask the same of an editor."""
    for conflict in dataset.conflicts:
        if duty_of(conflict) is duty:
            yield conflict
