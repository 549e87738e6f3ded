"""Subjects as reports name them: by their names and the addresses of their pages."""

from collections.abc import Iterable

from briefing import routes
from briefing.dataset.linked.records import Dataset
from briefing.model.ids import SubjectId


def join_names(dataset: Dataset, ids: Iterable[SubjectId]) -> str:
    """Return the names of subjects in one text, those that are gone by their ids."""
    return " and ".join(_subject_name(dataset, subject_id) for subject_id in ids)


def _subject_name(dataset: Dataset, subject_id: SubjectId) -> str:
    subject = dataset.subjects.get(subject_id)
    # A subject that is gone from this state has left its id alone.
    if subject is None:
        return subject_id
    return subject.name.display


def subject_url(dataset: Dataset, ids: Iterable[SubjectId]) -> str | None:
    """Return the page of the first subject that is there, or None where all of them are gone."""
    for subject_id in ids:
        subject = dataset.subjects.get(subject_id)
        if subject:
            return routes.url(routes.subject_page(dataset.registry.kinds[subject.kind], subject.id))
    return None
