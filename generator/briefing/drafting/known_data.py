"""What the data hold already: names to look for, things without a name of their own, and claims as precedents."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import log

from briefing.dataset.linked.mentions import Names, find_mentions, gather_names
from briefing.decode.data import Decoded
from briefing.drafting.figures import find_figures
from briefing.drafting.wording import stems
from briefing.model.claims import Claim
from briefing.model.date_points import MONTHS
from briefing.model.ids import SubjectId
from briefing.model.records import Subject
from briefing.model.values import EntityRef, Money, PartialDate, Quantity

EVENTS = frozenset(
    stem
    for word in (
        *("summit", "dinner", "lunch", "visit", "meeting", "conference", "forum", "ranking", "list", "hike", "event"),
        *("talks", "expo", "election", "vote"),
    )
    for stem in stems(word)
)
"""What an event is: without the word for it a sentence hardly speaks of it."""
DATES = stems(" ".join(MONTHS)) | frozenset(map(str, range(1900, 2100)))
"""Words that name no thing by themselves, however well they fit."""
THINGS = ("project", "policy", "event")
"""Kinds whose subjects are described rather than named."""


FIGURE_BONUS = 0.35
_NAME_WORDS = 12
LONE_EVENT, TELLING = 0.62, 1.5
SUBJECT_MATTER = 0.7


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
        found: dict[SubjectId, frozenset[SubjectId]] = {}
        for one, _ in self.things:
            name = self.data.subjects[one].name.en
            named = {match.subject for match in find_mentions(self.names, name) if match.subject is not None}
            named |= set(self._within(name))
            found[one] = frozenset(other for other in named if other != one and self.kind(other) in actors)
        return found

    def _within(self, name: str) -> Iterator[SubjectId]:
        """Yield who bears some words of a name, which as a whole hides them."""
        words = [word.strip(",").removesuffix("'s") for word in name.split()[:_NAME_WORDS]]
        for start, end in combinations(range(len(words) + 1), 2):
            bearers = self.bearers.get(" ".join(words[start:end]), ())
            yield from bearers if len(bearers) == 1 else ()

    def likely_things(self, text: str, present: Set[SubjectId]) -> list[tuple[float, SubjectId]]:
        """Return the things whose name the words of ``text`` make up, best first, with a score up to 1.

        What is named after somebody is only meant where that one is ``present``.
        """
        words = _thing_stems(text)
        able = ((one, names) for one, names in self.things if names and (self.needed[one] <= present or one in present))
        scored = ((max(self._score(name, words) for name in names), one) for one, names in able)
        ranked = sorted(scored, key=lambda pair: (-pair[0], -len(self.needed[pair[1]]), pair[1]))
        return [pair for pair in ranked if pair[0] > 0]

    def _score(self, name: frozenset[str], words: frozenset[str]) -> float:
        """Weigh the words that a name shares with a text: a sum or year tells most, an event needs the word for it."""
        sort = name & EVENTS
        whole = sum(self.weights.get(stem, 1.0) for stem in name)
        if not whole or (sort and not sort & words):
            return 0.0
        if name & words <= DATES:
            return 0.0
        share = sum(self.weights.get(stem, 1.0) for stem in name & words) / whole
        exact = frozenset(stem for stem in name if any(letter.isdigit() for letter in stem) and len(stem) > 3)
        if exact:
            share += FIGURE_BONUS if exact & words else -FIGURE_BONUS
        only = sort and self.events[next(iter(sort))] == 1
        told = sum(self.weights.get(stem, 1.0) for stem in name & words - sort)
        return round(max(share, LONE_EVENT) if only and told >= TELLING else share, 3)

    @cached_property
    def events(self) -> Counter[str]:
        """How many events each word for one has in their names."""
        named = ((one, frozenset().union(*names)) for one, names in self.things if self.kind(one) == "event")
        return Counter(stem for _, words in named for stem in words & EVENTS)

    def subject_matter(self, text: str) -> SubjectId | None:
        """Return the project, policy or topic that the opening of a text is about as a whole."""
        words = _thing_stems(text)
        scored = [
            (max(self._score(name, words) for name in names), one)
            for one, names in (*self.things, *self.topics)
            if names and self.kind(one) != "event"
        ]
        best = max(scored, key=lambda pair: (pair[0], pair[1]), default=(0.0, None))
        return best[1] if best[0] >= SUBJECT_MATTER else None

    @cached_property
    def topics(self) -> tuple[tuple[SubjectId, tuple[frozenset[str], ...]], ...]:
        """The stems of each longer name of topics; a name of one or two words is found as a name."""
        subjects = (one for one in self.data.subjects.values() if one.kind == "topic")
        found = ((one.id, tuple(_thing_stems(name) for name in all_names(one))) for one in subjects)
        return tuple((one, long) for one, names in found if (long := tuple(n for n in names if len(n) >= 3)))


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
