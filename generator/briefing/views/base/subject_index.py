"""Subjects by kind, with the claims that name them in passing and those that are mistaken for them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.dataset.linked.mentions import named_subjects
from briefing.dataset.linked.name_index import Names
from briefing.dataset.linked.records import Dataset
from briefing.model.claims import Claim
from briefing.model.grouping import group_pairs
from briefing.model.ids import SubjectId
from briefing.model.records import Subject
from briefing.model.values import Text


@dataclass(frozen=True, slots=True)
class SubjectIndex:
    """The subjects of each kind in the order of their names, and what others say of a subject by the way.

    ``mistaken_for`` has, for a subject, those whose files say that they are not the same.
    """

    by_kind: Mapping[str, tuple[SubjectId, ...]]
    named_in_passing: Mapping[SubjectId, tuple[Claim, ...]]
    mistaken_for: Mapping[SubjectId, tuple[SubjectId, ...]]


def index_subjects(data: Dataset, names: Names) -> SubjectIndex:
    """Return the index of all subjects; ``names`` are those that prose is searched for."""
    return SubjectIndex(
        by_kind=_ids_by_kind(data),
        named_in_passing=group_pairs(_passing_mentions(data, names)),
        mistaken_for=group_pairs(_mistaken_pairs(data)),
    )


def _ids_by_kind(data: Dataset) -> dict[str, tuple[SubjectId, ...]]:
    by_name = sorted(data.subjects.values(), key=_name_order)
    return group_pairs((subject.kind, subject.id) for subject in by_name)


def _name_order(subject: Subject) -> tuple[str, SubjectId]:
    return subject.name.display.casefold(), subject.id


def _passing_mentions(data: Dataset, names: Names) -> Iterator[tuple[SubjectId, Claim]]:
    """Yield the claims whose wording names a subject that they are not about."""
    for claim in data.claims.values():
        # A restatement has the wording of a claim that is listed already.
        if claim.excluded or claim.restates is not None:
            continue
        if isinstance(claim.value, Text):
            mentioned = named_subjects(names, claim.value.text).difference(claim.about)
            for subject in sorted(mentioned):
                yield subject, claim


def _mistaken_pairs(data: Dataset) -> Iterator[tuple[SubjectId, SubjectId]]:
    """Yield every subject with one whose file says that it is not the same."""
    for subject in data.subjects.values():
        for lookalike in subject.not_same_as:
            yield lookalike, subject.id
