"""Tasks that wait for an editor: pages and articles that nobody has read, differences that nobody has judged."""

from collections import Counter
from collections.abc import Iterator

from briefing.dataset.linked.records import Conflict, Dataset
from briefing.model.ids import SubjectId
from briefing.reports.task import Task, subject_task


def find_unverified_pages(dataset: Dataset) -> Iterator[Task]:
    """Yield the pages that no editor has verified, those that answer most questions first."""
    answers: Counter[SubjectId] = Counter()
    for subject in dataset.subjects.values():
        if subject.last_verified is None:
            answers[subject.id] = sum(slot.shown is not None for slot in dataset.slots_of.get(subject.id, ()))
    for subject_id, count in _most_first(answers):
        questions = "1 question" if count == 1 else f"{count} questions"
        yield subject_task(dataset, dataset.subjects[subject_id], f"{questions} answered")


def find_unreviewed_articles(dataset: Dataset) -> Iterator[Task]:
    """Yield the articles whose claims no editor has read against the text."""
    for article in dataset.articles.values():
        if article.review != "reviewed":
            yield Task(f"{article.id}: {article.review}", f"articles/{article.id}.yml")


def find_open_conflicts(dataset: Dataset) -> Iterator[Task]:
    """Yield the subjects with differences that readers see as open, those with most first."""
    counts: Counter[SubjectId] = Counter()
    for conflict in dataset.conflicts:
        if conflict.about and _is_seen_open(conflict):
            counts[conflict.about[0]] += 1
    for subject_id, count in _most_first(counts):
        yield subject_task(dataset, dataset.subjects[subject_id], f"{count} open")


def _is_seen_open(conflict: Conflict) -> bool:
    return conflict.status == "open" and conflict.audience == "reader"


def _most_first(counts: Counter[SubjectId]) -> list[tuple[SubjectId, int]]:
    """Return counts in falling order; equal ones by id, so that the order never depends on the data's."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
