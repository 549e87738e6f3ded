"""Subjects with nearly the same name, which may be one thing described twice. They are asked about, never merged."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, combinations

from briefing.dataset.linked.name_forms import bare_name
from briefing.dataset.linked.records import Dataset
from briefing.dataset.linked.shared_names import fold_name
from briefing.diagnostics.suggest import distance_within
from briefing.model.ids import SubjectId
from briefing.model.records import Subject

_MAX_DISTANCE = 2
"""Letters by which the names of two subjects may differ and still be asked about."""
_MIN_LENGTH = 8
"""Letters of the shorter name: among short names a letter or two makes another word."""


@dataclass(frozen=True, slots=True)
class NamedSubject:
    """A subject by one of its names."""

    name: str
    subject: SubjectId


_DIGIT = re.compile(r"\d")
_Pair = tuple[NamedSubject, NamedSubject]


def find_near_duplicates(dataset: Dataset) -> Iterator[_Pair]:
    """Yield each pair of subjects with nearly the same names once, unless one of them says that they differ."""
    paired: set[frozenset[SubjectId]] = set()
    for first, second in chain(_same_but_for_forms(dataset), _letters_apart(dataset)):
        pair = frozenset((first.subject, second.subject))
        # Two subjects may share several names, and be nearly alike in others.
        if pair in paired:
            continue
        paired.add(pair)
        if not _are_told_apart(dataset.subjects[first.subject], dataset.subjects[second.subject]):
            yield first, second


def _are_told_apart(first: Subject, second: Subject) -> bool:
    """Return whether one of two subjects says that it is not the other."""
    return second.id in first.not_same_as or first.id in second.not_same_as


def _same_but_for_forms(dataset: Dataset) -> Iterator[_Pair]:
    """Yield names that are the same but for signs, points of initials and the words of a legal form."""
    for bearers in _group_by_bare_name(dataset):
        # Each with each: the one between two others may say that it is neither of them.
        for first, second in combinations(bearers, 2):
            # A subject may bear such a name twice, with its legal form and without.
            if first.subject != second.subject:
                yield first, second


def _group_by_bare_name(dataset: Dataset) -> Iterator[list[NamedSubject]]:
    """Yield the subjects that bear the same bare name, sorted by id, most groups with one member alone."""
    bearers: dict[str, list[NamedSubject]] = defaultdict(list)
    for subject in sorted(dataset.subjects.values(), key=lambda subject: subject.id):
        for name in _distinct_names(subject):
            bearers[bare_name(name)].append(NamedSubject(name, subject.id))
    # A name of signs alone has no letters to compare.
    bearers.pop("", None)
    yield from bearers.values()


def _distinct_names(subject: Subject) -> list[str]:
    """Return the names that a subject goes by, each once: a short name is often the whole one."""
    names = dict.fromkeys((subject.name.en, subject.name.short, subject.name.ja))
    return list(filter(None, names))


def _letters_apart(dataset: Dataset) -> Iterator[_Pair]:
    """Yield English names that differ by a letter or two."""
    folded = sorted((fold_name(subject.name.en), subject.id) for subject in dataset.subjects.values())
    for (name, subject), (other_name, other) in combinations(folded, 2):
        if _are_alike(name, other_name):
            yield _in_english(dataset, subject), _in_english(dataset, other)


def _in_english(dataset: Dataset, subject: SubjectId) -> NamedSubject:
    return NamedSubject(dataset.subjects[subject].name.en, subject)


def _are_alike(left: str, right: str) -> bool:
    """Return whether two folded names are long, and differ by few letters and by no digit."""
    # By their lengths first: all pairs of subjects come by here, and measuring a distance takes long.
    shorter, longer = sorted((len(left), len(right)))
    if shorter < _MIN_LENGTH:
        return False
    if longer - shorter > _MAX_DISTANCE:
        return False
    # Numbered things, such as the fabs of a company, differ by design.
    if _DIGIT.findall(left) != _DIGIT.findall(right):
        return False
    return distance_within(left, right, _MAX_DISTANCE) is not None
