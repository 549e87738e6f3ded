"""Tasks that wait for an editor: pages and articles that nobody has read, differences that nobody has judged."""

from collections import Counter
from collections.abc import Iterable, Iterator

from briefing.dataset.linked.records import Conflict, Dataset, Slot
from briefing.model.ids import SubjectId
from briefing.reports.task import Task, subject_task


def find_unverified_pages(dataset: Dataset) -> Iterator[Task]:
    """Yield the pages that no editor has verified, those that answer most questions first."""
    answers: Counter[SubjectId] = Counter()
    for subject in dataset.subjects.values():
        if subject.last_verified is None:
            answers[subject.id] = _count_answers(dataset.slots_of.get(subject.id, ()))
    for subject_id, count in _most_first(answers):
        yield subject_task(dataset, dataset.subjects[subject_id], f"{_questions(count)} answered")


def _count_answers(slots: Iterable[Slot]) -> int:
    """Return how many slots show a value: what is shown of none is a question without an answer."""
    return sum(slot.shown is not None for slot in slots)


def _questions(count: int) -> str:
    if count == 1:
        return "1 question"
    return f"{count} questions"


def find_unreviewed_articles(dataset: Dataset) -> Iterator[Task]:
    """Yield the articles whose claims no editor has read against the text."""
    for article in dataset.articles.values():
        # What a machine has reviewed is published with a flag, and waits for a person all the same.
        if article.review != "reviewed":
            yield Task(f"{article.id}: {article.review}", f"articles/{article.id}.yml")


def find_open_conflicts(dataset: Dataset) -> Iterator[Task]:
    """Yield the subjects with differences that readers see as open, those with most first."""
    counts = Counter(conflict.about[0] for conflict in dataset.conflicts if _is_seen_open(conflict))
    for subject_id, count in _most_first(counts):
        yield subject_task(dataset, dataset.subjects[subject_id], f"{count} open")


def _is_seen_open(conflict: Conflict) -> bool:
    """Return whether readers see a conflict as open, on the page of the first subject that it is about."""
    # What is about no subject has no page to be seen on.
    if not conflict.about:
        return False
    return (conflict.status, conflict.audience) == ("open", "reader")


def _most_first(counts: Counter[SubjectId]) -> list[tuple[SubjectId, int]]:
    """Return counts in falling order; equal ones by id, so that the order never depends on the data's."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
