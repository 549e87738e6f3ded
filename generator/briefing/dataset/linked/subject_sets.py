"""What several subjects say: the judgements of all their files, and which of them say something else after a change."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from operator import attrgetter

from briefing.model.ids import SubjectId
from briefing.model.records import Judgement, Subject

Subjects = Mapping[SubjectId, Subject]


def judgements_of(subjects: Iterable[Subject]) -> Iterator[Judgement]:
    """Yield the judgements of subjects, in the order of their files."""
    return chain.from_iterable(map(attrgetter("judgements"), subjects))


def differing_subjects(
    subjects: Iterable[SubjectId],
    before: Subjects,
    after: Subjects,
    read: Callable[[Subject], object],
    absent: object = (),
) -> Iterator[SubjectId]:
    """Yield those of some subjects of which something else is read after a change than before it.

    Of a subject that is not there ``absent`` is read; so one that comes or goes differs unless it reads like that.
    """
    for subject in subjects:
        if _read(before, subject, read, absent) != _read(after, subject, read, absent):
            yield subject


def _read(subjects: Subjects, key: SubjectId, read: Callable[[Subject], object], absent: object) -> object:
    subject = subjects.get(key)
    if subject is None:
        return absent
    return read(subject)
