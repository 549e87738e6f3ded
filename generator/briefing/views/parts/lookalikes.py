"""Subjects that are easily taken for one another."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.ids import SubjectId
from briefing.model.records import Subject
from briefing.views.base.context import Context
from briefing.views.base.tokens import Prose, mark_japanese


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A subject that is easily taken for this one."""

    link: Prose
    describes: Prose


def view_lookalikes(context: Context, record: Subject) -> tuple[Lookalike, ...]:
    """Return what a subject is easily taken for: as its file says, as theirs do, or by a name that both have."""
    ids = dict.fromkeys(_lookalike_ids(context, record))
    # A finding about a shared name is about the subject itself, too.
    ids.pop(record.id, None)
    subjects = context.data.subjects
    return tuple(_view_lookalike(context, subjects[subject]) for subject in ids if subject in subjects)


def _view_lookalike(context: Context, subject: Subject) -> Lookalike:
    return Lookalike(context.link(subject.id), mark_japanese(subject.describes))


def _lookalike_ids(context: Context, record: Subject) -> Iterator[SubjectId]:
    """Yield what a subject is taken for; some of it twice, and the subject itself among it."""
    yield from record.not_same_as
    yield from context.subjects.mistaken_for.get(record.id, ())
    for finding in context.findings.by_subject.get(record.id, ()):
        # A finding about no claim is about a name that several subjects have.
        if not finding.claims:
            yield from finding.about
