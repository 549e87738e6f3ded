"""Tasks that sources are missing for: subjects and bottom lines without a claim, names that may be of one subject."""

from collections.abc import Iterable, Iterator

from briefing.dataset.linked.records import Dataset
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.records import SourcedText
from briefing.reports.near_duplicates import find_near_duplicates
from briefing.reports.task import Task, source_path, subject_task


def find_unsourced_subjects(dataset: Dataset) -> Iterator[Task]:
    """Yield subjects of which no claim is left to show, and whether there once was one."""
    for subject in dataset.subjects.values():
        claims = _claims_naming(dataset, subject.id)
        if all(claim.excluded for claim in claims):
            yield subject_task(dataset, subject, _reason_for_silence(claims))


def _reason_for_silence(claims: Iterable[Claim]) -> str:
    """Return why pages show nothing of a subject, by the claims about it, which are all excluded."""
    if any(claim.is_withdrawn for claim in claims):
        return "what was said of it was withdrawn"
    return "no source says anything about it"


def _claims_naming(dataset: Dataset, subject: SubjectId) -> list[Claim]:
    """Return the claims about a subject, and those whose value it is."""
    claims: list[Claim] = []
    for slot in dataset.slots_of.get(subject, ()):
        claims.extend(slot.claims)
    # To be named as the owner of something is to be sourced, too.
    incoming = dataset.incoming_of.get(subject, ())
    claims.extend(map(dataset.claims.__getitem__, incoming))
    return claims


def find_unsupported_bottom_lines(dataset: Dataset) -> Iterator[Task]:
    """Yield bottom lines that a reader cannot follow to a source."""
    for subject in dataset.subjects.values():
        if _is_unsupported(subject.bottom_line):
            yield subject_task(dataset, subject, "its bottom line names no claim")


def _is_unsupported(line: SourcedText | None) -> bool:
    """Return whether a bottom line names no claim; where there is no line, there is nothing to support."""
    if line is None:
        return False
    return not line.claims


def find_duplicate_names(dataset: Dataset) -> Iterator[Task]:
    """Yield pairs of subjects that may be one, each as a task of the second."""
    for first, second in find_near_duplicates(dataset):
        # By ids, too: names that are the same but for a sign are hard to tell apart.
        text = f'"{first.name}" ({first.subject}) and "{second.name}" ({second.subject})'
        yield Task(text, source_path(dataset, dataset.subjects[second.subject]))
