"""What editors should verify next: the tasks of a dataset, the most pressing first. Nothing is decided here."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.dataset.linked.records import Dataset
from briefing.reports.outdated import find_overdue_plans, find_stale_pages, find_stale_values
from briefing.reports.task import Task
from briefing.reports.unread import find_open_conflicts, find_unreviewed_articles, find_unverified_pages
from briefing.reports.unsourced import find_duplicate_names, find_unsourced_subjects, find_unsupported_bottom_lines


@dataclass(frozen=True, slots=True)
class Topic:
    """Tasks of one sort, with the code that programs know it by."""

    code: str
    title: str
    tasks: tuple[Task, ...]


def plan_work(dataset: Dataset) -> tuple[Topic, ...]:
    """Return what editors should look at next, empty topics left out."""
    topics = (
        _topic("overdue", "Plans past their day without an outcome", find_overdue_plans(dataset)),
        _topic("stale-page", "Pages that nobody has verified for long", find_stale_pages(dataset)),
        _topic("stale-value", "Values that change and have grown old", find_stale_values(dataset)),
        _topic("unverified-page", "Pages that no editor has verified", find_unverified_pages(dataset)),
        _topic("unreviewed-article", "Articles that no editor has reviewed", find_unreviewed_articles(dataset)),
        _topic("open-conflicts", "Differences that wait for a judgement", find_open_conflicts(dataset)),
        _topic("unsourced", "Subjects without a claim of their own", find_unsourced_subjects(dataset)),
        _topic("unsupported", "Bottom lines that name no claim", find_unsupported_bottom_lines(dataset)),
        _topic("near-duplicate", "Names that are nearly the same", find_duplicate_names(dataset)),
    )
    return tuple(topic for topic in topics if topic.tasks)


def _topic(code: str, title: str, tasks: Iterable[Task]) -> Topic:
    return Topic(code, title, tuple(tasks))
