"""What the data hold already: names to look for, things that texts describe, and claims as precedents."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TypeGuard

from briefing.dataset.linked.mentions import find_mentions
from briefing.dataset.linked.name_index import Names, gather_names
from briefing.decode.data import Decoded
from briefing.drafting.subjects.described_things import DescribedThing, ThingScorer, name_stems
from briefing.drafting.subjects.held_claims import HeldClaims
from briefing.drafting.subjects.kind_groups import OWNERS, THINGS
from briefing.model.ids import SubjectId
from briefing.model.records import Subject

# Every run of words of a name is looked up, and their number grows with the square of its length.
_NAME_WORDS_MAX = 12
# Topics with shorter names are found as names; the words of a long one may stand apart.
_TOPIC_STEMS_MIN = 3
_SUBJECT_MATTER_SCORE = 0.7


@dataclass(frozen=True)
class KnownData:
    """The records of a data folder, ready to be asked."""

    records: Decoded

    @cached_property
    def names(self) -> Names:
        """The names that link, and those that stand in the data but never do."""
        return gather_names(self.records.subjects.values())

    @cached_property
    def bearers(self) -> Mapping[str, tuple[SubjectId, ...]]:
        """Every name and alias, doubtful ones included, with all that bear it."""
        ids: dict[str, set[SubjectId]] = defaultdict(set)
        for subject in self.records.subjects.values():
            for name in all_names(subject):
                ids[name].add(subject.id)
        # By id, so that the order of bearers never hangs on the order of files.
        return {name: tuple(sorted(bearers)) for name, bearers in ids.items()}

    @cached_property
    def countries(self) -> Mapping[str, SubjectId]:
        """Places by their English name."""
        return {place.name.en: place.id for place in self.subjects_of_kind("place")}

    @cached_property
    def surnames(self) -> Mapping[SubjectId, str]:
        """The last word of the name of each person who has a longer one."""
        people = self.subjects_of_kind("person")
        return {person.id: person.name.en.split()[-1] for person in people if " " in person.name.en}

    @cached_property
    def things(self) -> Mapping[SubjectId, DescribedThing]:
        """The projects, policies and events by id."""
        return {subject.id: _describe(subject) for subject in self.subjects_of_kind(*THINGS)}

    @cached_property
    def held_claims(self) -> HeldClaims:
        """The claims of all articles and fact files."""
        return HeldClaims(self.records.claims)

    @cached_property
    def owners(self) -> Mapping[SubjectId, frozenset[SubjectId]]:
        """The companies, bodies and people in the name of each thing: it is not meant where they are not."""
        return {thing: self._find_owners(thing) for thing in self.things}

    def sole_bearer(self, name: str | None) -> SubjectId | None:
        """Return who bears a name, where it is nobody else's."""
        bearers = self.bearers.get(name or "", ())
        if len(bearers) != 1:
            return None
        return bearers[0]

    def kind(self, subject: SubjectId) -> str:
        """Return the kind of a subject."""
        return self.records.subjects[subject].kind

    def is_kind(self, subject: SubjectId | None, *kinds: str) -> TypeGuard[SubjectId]:
        """Tell whether there is a subject and it is of one of some kinds."""
        return subject is not None and self.kind(subject) in kinds

    def of_kind(self, subjects: Iterable[SubjectId | None], *kinds: str) -> tuple[SubjectId, ...]:
        """Return those subjects that are of some kinds, in order; None is passed over."""
        return tuple(subject for subject in subjects if self.is_kind(subject, *kinds))

    def first_of_kind(self, subjects: Iterable[SubjectId | None], *kinds: str) -> SubjectId | None:
        """Return the first subject that is of one of some kinds."""
        return next(iter(self.of_kind(subjects, *kinds)), None)

    def name(self, subject: SubjectId) -> str:
        """Return the English name of a subject."""
        return self.records.subjects[subject].name.en

    def linked_subjects(self, text: str) -> Iterator[SubjectId]:
        """Yield the subjects that a text names without doubt."""
        # A name that several bear links to none of them.
        yield from filter(None, (match.subject for match in find_mentions(self.names, text)))

    def likely_things(self, text: str, present: Set[SubjectId]) -> list[tuple[float, SubjectId]]:
        """Return the things whose name the words of ``text`` make up, best first, with a score up to about 1.

        What is named after somebody is only meant where that one is ``present``.
        """
        words = name_stems(text)
        scored = []
        for thing in self.things.values():
            if thing.subject in present or self.owners[thing.subject] <= present:
                scored.append((self._scorer.score(thing, words), thing.subject))
        # Of equal scores the thing with more owners named is the more special one.
        ranked = sorted(scored, key=lambda pair: (-pair[0], -len(self.owners[pair[1]]), pair[1]))
        return [pair for pair in ranked if pair[0] > 0]

    def find_subject_matter(self, opening: str) -> SubjectId | None:
        """Return the project, policy or topic that the opening of a text is about as a whole."""
        words = name_stems(opening)
        lasting = (thing for thing in self.things.values() if thing.kind != "event")
        scored = ((self._scorer.score(thing, words), thing.subject) for thing in (*lasting, *self._topics))
        # An event is told about once; a text as a whole is about what lasts.
        score, subject = max(scored, default=(0.0, None))
        if score < _SUBJECT_MATTER_SCORE:
            return None
        return subject

    @cached_property
    def _scorer(self) -> ThingScorer:
        return ThingScorer(self.things.values())

    @cached_property
    def _topics(self) -> tuple[DescribedThing, ...]:
        """The topics with the longer of their names."""
        return tuple(_describe(subject, _TOPIC_STEMS_MIN) for subject in self.subjects_of_kind("topic"))

    def subjects_of_kind(self, *kinds: str) -> Iterator[Subject]:
        """Yield the subjects of some kinds, in the order of the data."""
        for subject in self.records.subjects.values():
            if subject.kind in kinds:
                yield subject

    def _find_owners(self, thing: SubjectId) -> frozenset[SubjectId]:
        """Return the companies, bodies and people whom a thing's name speaks of."""
        name = self.name(thing)
        named = {*self.linked_subjects(name), *self._bearers_within(name)}
        return frozenset(self.of_kind(named - {thing}, *OWNERS))

    def _bearers_within(self, name: str) -> Iterator[SubjectId]:
        """Yield who bears some words of a name, which as a whole hides them."""
        words = [word.strip(",").removesuffix("'s") for word in name.split()[:_NAME_WORDS_MAX]]
        runs = (" ".join(words[start:end]) for start, end in combinations(range(len(words) + 1), 2))
        return filter(None, map(self.sole_bearer, runs))


def all_names(subject: Subject) -> Iterable[str]:
    """Return every name of a subject once, former names and aliases included."""
    own = (subject.name.en, subject.name.short, subject.name.ja)
    former = (name.name for name in subject.former_names)
    aliases = (alias.name for alias in subject.aliases)
    return dict.fromkeys(filter(None, (*own, *former, *aliases)))


def _describe(subject: Subject, stems_min: int = 0) -> DescribedThing:
    """Return a subject with those of its names that have at least so many stems."""
    names = map(name_stems, all_names(subject))
    return DescribedThing(subject.id, subject.kind, tuple(name for name in names if len(name) >= stems_min))
