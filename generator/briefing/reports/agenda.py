"""What editors should verify next: the tasks of a dataset, the most pressing first. Nothing is decided here."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from briefing.dataset.conflicts.rule_table import duty_of
from briefing.dataset.linked.records import Conflict, Dataset
from briefing.dataset.rule_base.rule import Duty
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.records import Subject
from briefing.reports.near_duplicates import find_near_duplicates
from briefing.views.parts.freshness import thresholds


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to look at: why, and in which data file."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Topic:
    """Tasks of one sort, with the code that programs know it by."""

    code: str
    title: str
    tasks: tuple[Task, ...]


def plan_work(dataset: Dataset) -> tuple[Topic, ...]:
    """Return what editors should look at next, empty topics left out."""
    topics = (
        _topic("overdue", "Plans past their day without an outcome", _overdue_plans(dataset)),
        _topic("stale-page", "Pages that nobody has verified for long", _stale_pages(dataset)),
        _topic("stale-value", "Values that change and have grown old", _stale_values(dataset)),
        _topic("unverified-page", "Pages that no editor has verified", _unverified_pages(dataset)),
        _topic("unreviewed-article", "Articles that no editor has reviewed", _unreviewed_articles(dataset)),
        _topic("open-conflicts", "Differences that wait for a judgement", _open_conflicts(dataset)),
        _topic("unsourced", "Subjects without a claim of their own", _unsourced_subjects(dataset)),
        _topic("unsupported", "Bottom lines that name no claim", _unsupported_bottom_lines(dataset)),
        _topic("near-duplicate", "Names that are nearly the same", _near_duplicates(dataset)),
    )
    return tuple(topic for topic in topics if topic.tasks)


def _topic(code: str, title: str, tasks: Iterable[Task]) -> Topic:
    return Topic(code, title, tuple(tasks))


def _subject_task(dataset: Dataset, subject: Subject, reason: str) -> Task:
    """Return the task to look at a subject, in its data file."""
    return Task(f"{subject.name.display}: {reason}", _source_path(dataset, subject))


def _conflicts_with(dataset: Dataset, duty: Duty) -> list[Conflict]:
    """Return the findings of the rules that ask the same of an editor."""
    return [conflict for conflict in dataset.conflicts if duty_of(conflict) is duty]


def _conflict_task(conflict: Conflict) -> Task:
    """Return the task to look at what a rule found, in the rule's own words."""
    return Task(conflict.message, conflict.span.path)


def _source_path(dataset: Dataset, subject: Subject) -> str:
    return dataset.registry.kinds[subject.kind].source_path(subject.id)


# ---- plans, pages and values that have grown old


def _overdue_plans(dataset: Dataset) -> Iterator[Task]:
    """Yield plans whose day has passed and of which no source says whether they came true."""
    for conflict in _conflicts_with(dataset, Duty.OUTCOME):
        if conflict.status == "open":
            yield _conflict_task(conflict)


def _stale_pages(dataset: Dataset) -> Iterator[Task]:
    """Yield the pages that nobody has verified for longer than is fresh, the oldest first."""
    fresh_days, stale_days = thresholds(dataset.briefing)
    for verified, subject in sorted(_verified_pages(dataset)):
        age = _age_in_days(dataset, verified)
        if age <= fresh_days:
            continue
        word = "stale" if age > stale_days else "ageing"
        yield _subject_task(dataset, dataset.subjects[subject], f"{word}, last verified {verified.isoformat()}")


def _verified_pages(dataset: Dataset) -> Iterator[tuple[date, SubjectId]]:
    for subject in dataset.subjects.values():
        if subject.last_verified and subject.last_verified.latest:
            yield subject.last_verified.latest, subject.id


def _age_in_days(dataset: Dataset, day: date) -> int:
    # Counted to the day that the data are of: an old state gives the same tasks whenever it is asked.
    return (dataset.briefing.today - day).days


def _stale_values(dataset: Dataset) -> Iterator[Task]:
    """Yield values of the sort that changes, such as staff, which no newer source has renewed."""
    for conflict in _conflicts_with(dataset, Duty.RENEWAL):
        # Without claims the rule is about a page, which is a task of another topic.
        if conflict.claims:
            yield _conflict_task(conflict)


# ---- pages and articles that nobody has read, differences that nobody has judged


def _unverified_pages(dataset: Dataset) -> Iterator[Task]:
    """Yield the pages that no editor has verified, those that answer most questions first."""
    answers: Counter[SubjectId] = Counter()
    for subject in dataset.subjects.values():
        if subject.last_verified is None:
            answers[subject.id] = sum(slot.shown is not None for slot in dataset.slots_of.get(subject.id, ()))
    for subject_id, count in _most_first(answers):
        yield _subject_task(dataset, dataset.subjects[subject_id], f"{count} questions answered")


def _unreviewed_articles(dataset: Dataset) -> Iterator[Task]:
    """Yield the articles whose claims no editor has read against the text."""
    for article in dataset.articles.values():
        if article.review != "reviewed":
            yield Task(f"{article.id}: {article.review}", f"articles/{article.id}.yml")


def _open_conflicts(dataset: Dataset) -> Iterator[Task]:
    """Yield the subjects with differences that readers see as open, those with most first."""
    counts: Counter[SubjectId] = Counter()
    for conflict in dataset.conflicts:
        if conflict.status == "open" and conflict.audience == "reader" and conflict.about:
            counts[conflict.about[0]] += 1
    for subject_id, count in _most_first(counts):
        yield _subject_task(dataset, dataset.subjects[subject_id], f"{count} open")


def _most_first(counts: Counter[SubjectId]) -> list[tuple[SubjectId, int]]:
    """Return counts in falling order; equal ones by id, so that the order never depends on the data's."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


# ---- subjects and bottom lines without a source, names that may be one


def _unsourced_subjects(dataset: Dataset) -> Iterator[Task]:
    """Yield subjects of which no claim is left to show, and whether there once was one."""
    for subject in dataset.subjects.values():
        claims = _claims_naming(dataset, subject.id)
        if not all(claim.excluded for claim in claims):
            continue
        if any(claim.is_withdrawn for claim in claims):
            yield _subject_task(dataset, subject, "what was said of it was withdrawn")
        else:
            yield _subject_task(dataset, subject, "no source says anything about it")


def _claims_naming(dataset: Dataset, subject: SubjectId) -> list[Claim]:
    """Return the claims about a subject, and those whose value it is."""
    claims: list[Claim] = []
    for slot in dataset.slots_of.get(subject, ()):
        claims.extend(slot.claims)
    claims.extend(dataset.claims[key] for key in dataset.incoming_of.get(subject, ()))
    return claims


def _unsupported_bottom_lines(dataset: Dataset) -> Iterator[Task]:
    """Yield bottom lines that a reader cannot follow to a source."""
    for subject in dataset.subjects.values():
        if subject.bottom_line and not subject.bottom_line.claims:
            yield _subject_task(dataset, subject, "its bottom line names no claim")


def _near_duplicates(dataset: Dataset) -> Iterator[Task]:
    """Yield pairs of subjects that may be one, each as a task of the second."""
    for first, second in find_near_duplicates(dataset):
        text = f'"{first.name}" ({first.subject}) and "{second.name}" ({second.subject})'
        yield Task(text, _source_path(dataset, dataset.subjects[second.subject]))
