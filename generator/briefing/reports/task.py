"""One task for an editor: why to look at something, and in which data file."""

from dataclasses import dataclass

from briefing.dataset.linked.records import Conflict, Dataset
from briefing.model.records import Subject


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to look at: why, and in which data file."""

    text: str
    path: str


def subject_task(dataset: Dataset, subject: Subject, reason: str) -> Task:
    """Return the task to look at a subject, in its data file."""
    return Task(f"{subject.name.display}: {reason}", source_path(dataset, subject))


def conflict_task(conflict: Conflict) -> Task:
    """Return the task to look at what a rule found, in the rule's own words."""
    return Task(conflict.message, conflict.span.path)


def source_path(dataset: Dataset, subject: Subject) -> str:
    """Return the data file of a subject."""
    return dataset.registry.kinds[subject.kind].source_path(subject.id)
