"""What the data hold already: names to look for, things without a name of their own, and claims as precedents."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from math import log

from generator.dataset.mentions import Names, find_mentions, gather_names
from generator.decode.records import Decoded
from generator.model.claims import Claim
from generator.model.ids import SubjectId
from generator.model.records import Subject
from generator.model.values import EntityRef, Money, PartialDate, Quantity
from generator.scaffold.drafting.figures import find_figures
from generator.scaffold.drafting.wording import stems

THINGS = ("project", "policy", "event")
"""Kinds whose subjects are described rather than named."""


@dataclass(frozen=True, slots=True)
class Precedent:
    """One claim that is held, as far as it helps to word the next."""

    claim: Claim
    about: SubjectId


@dataclass(frozen=True)
class Known:
    """The records of a data folder, ready to be asked."""

    data: Decoded

    @cached_property
    def names(self) -> Names:
        """The names that link, and those that are known but never do."""
        return gather_names(self.data.subjects.values())

    @cached_property
    def bearers(self) -> Mapping[str, tuple[SubjectId, ...]]:
        """Every name and alias, doubtful ones included, with all that bear it."""
        found: dict[str, dict[SubjectId, None]] = defaultdict(dict)
        for subject in self.data.subjects.values():
            for name in all_names(subject):
                found[name][subject.id] = None
        return {name: tuple(sorted(ids)) for name, ids in found.items()}

    @cached_property
    def countries(self) -> Mapping[str, SubjectId]:
        """Places by their English name."""
        return {one.name.en: one.id for one in self.data.subjects.values() if one.kind == "place"}

    @cached_property
    def surnames(self) -> Mapping[SubjectId, str]:
        """The last word of the name of each person who has a longer one."""
        people = (one for one in self.data.subjects.values() if one.kind == "person")
        return {one.id: one.name.en.split()[-1] for one in people if " " in one.name.en}

    @cached_property
    def things(self) -> tuple[tuple[SubjectId, tuple[frozenset[str], ...]], ...]:
        """The stems of each name of subjects that texts describe."""
        subjects = (one for one in self.data.subjects.values() if one.kind in THINGS)
        return tuple((one.id, tuple(_thing_stems(name) for name in all_names(one))) for one in subjects)

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """How much a stem tells: less, the more things have it in a name."""
        total = len(self.things) or 1
        counts = Counter(stem for _, names in self.things for stem in frozenset().union(*names))
        return {stem: log(1 + total / count) for stem, count in counts.items()}

    @cached_property
    def relations(self) -> Mapping[tuple[SubjectId, SubjectId], tuple[Claim, ...]]:
        """Claims that relate two subjects, by about and value."""
        found: dict[tuple[SubjectId, SubjectId], list[Claim]] = defaultdict(list)
        for claim in self.data.claims:
            if isinstance(claim.value, EntityRef) and claim.excluded is None:
                for one in claim.about:
                    found[one, SubjectId(claim.value.id)].append(claim)
        return {pair: tuple(claims) for pair, claims in found.items()}

    @cached_property
    def figures(self) -> tuple[Precedent, ...]:
        """Claims with a figure or a date."""
        kinds = Money | Quantity | PartialDate
        return tuple(Precedent(one, one.about[0]) for one in self.data.claims if isinstance(one.value, kinds))

    def kind(self, subject: SubjectId) -> str:
        """Return the kind of a subject."""
        return self.data.subjects[subject].kind

    @cached_property
    def needed(self) -> Mapping[SubjectId, frozenset[SubjectId]]:
        """The companies, bodies and people in the name of each thing: it is not meant where they are not."""
        actors = ("company", "organization", "person")
        return {
            one: frozenset(
                match.subject
                for match in find_mentions(self.names, self.data.subjects[one].name.en)
                if match.subject is not None and match.subject != one and self.kind(match.subject) in actors
            )
            for one, _ in self.things
        }

    def likely_things(self, text: str, present: Set[SubjectId]) -> list[tuple[float, SubjectId]]:
        """Return the things whose name the words of ``text`` make up, best first, with a score up to 1.

        What is named after somebody is only meant where that one is ``present``.
        """
        words = _thing_stems(text)
        able = ((one, names) for one, names in self.things if names and self.needed[one] <= present)
        scored = ((max(self._score(name, words) for name in names), one) for one, names in able)
        return sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: (-pair[0], pair[1]))

    def _score(self, name: frozenset[str], words: frozenset[str]) -> float:
        whole = sum(self.weights.get(stem, 1.0) for stem in name)
        return sum(self.weights.get(stem, 1.0) for stem in name & words) / whole if whole else 0.0


def all_names(subject: Subject) -> Iterable[str]:
    """Return every name of a subject once, former names and aliases included."""
    own = (subject.name.en, subject.name.short, subject.name.ja)
    more = (*(one.name for one in subject.former_names), *(one.name for one in subject.aliases))
    return dict.fromkeys(name for name in (*own, *more) if name)


def _thing_stems(text: str) -> frozenset[str]:
    sums = find_figures(text)
    rest = text
    for one in reversed(sums):
        rest = f"{rest[: one.start]} {rest[one.end :]}"
    exact = (re.sub(r"[^A-Z0-9a-z.]", "", one.literal) for one in sums)
    return stems(rest) | frozenset(exact)
