"""One clause of a text with all that was found in it: names, figures, dates, and what it seems to be about."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from briefing.drafting.date_mentions import DateMention, Published, find_moments
from briefing.drafting.figures import Figure, find_figures
from briefing.drafting.known_data import Known
from briefing.drafting.reading import Sentence
from briefing.drafting.spotting import Mention, find_subjects
from briefing.model.ids import SubjectId

SURE = 0.6
"""From this score on the words of a clause are taken for a thing's name."""
_CUT = re.compile(
    r", and (?=(?:is|are|was|were|will|has|have|plans?|also)\b|full-scale|trial"
    r"|[A-Z][\w ]{2,40} (?:is|are|was|has|have|will|plans)\b)"
    r"|; |, (?=also )|, while |(?<=[a-z”]), as (?=[a-z])|, with (?=the |trial|full|many)"
)
_PREPOSITION = re.compile(
    r"\b(?:in|into|at|to|of|for|with|by|from|on|across|including|like|as|between|among|against)"
    r"(?: (?:the|a|an|its|their))?(?: [a-z]+){0,1} $"
)
_THE_SAME = re.compile(
    r"(?:^|^(?:\w+ )?(?:said|says|added)(?: that)? )"
    r"(?:[Ii]t (?=(?:said|says|plans|has|had|also|expects|aims|wants|makes|supplies|sells|runs|employs|was founded)\b)"
    r"|[Tt]he (?:[A-Z]\w+ )?(?:\w+ )?(?:company|firm|group|giant|start-?up|manufacturer|\w*maker|retailer|lender)\b)"
)
"""Words for the company that was named before."""
ACTORS = ("company", "organization", "place", "person")


@dataclass(frozen=True)
class Clause:
    """A clause, from ``start`` to ``end`` of its sentence; ``earlier`` are the subjects of sentences before it."""

    known: Known
    sentence: Sentence
    start: int
    end: int
    mentions: tuple[Mention, ...]
    figures: tuple[Figure, ...]
    moments: tuple[DateMention, ...]
    earlier: tuple[Mention, ...] = ()
    main: SubjectId | None = None
    matter: SubjectId | None = None
    thing_before: SubjectId | None = None
    last_agent: SubjectId | None = None
    published: Published | None = None
    strangers: Mapping[str, str] = field(default_factory=dict)

    @property
    def par(self) -> int:
        """The paragraph."""
        return self.sentence.par

    @cached_property
    def text(self) -> str:
        """The words of the clause."""
        return self.sentence.text[self.start : self.end]

    @cached_property
    def here(self) -> tuple[Mention, ...]:
        """The subjects that the clause itself names."""
        return tuple(one for one in self.mentions if self.start <= one.start < self.end)

    @cached_property
    def sums(self) -> tuple[Figure, ...]:
        """The figures of the clause."""
        return tuple(one for one in self.figures if self.start <= one.start < self.end)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates of the clause."""
        return tuple(one for one in self.moments if self.start <= one.start < self.end)

    @cached_property
    def present(self) -> frozenset[SubjectId]:
        """Everybody named in the sentence or before it in its paragraph."""
        return frozenset(one.subject for one in (*self.mentions, *self.earlier))

    @cached_property
    def things(self) -> tuple[SubjectId, ...]:
        """Projects, policies and events that the clause seems to be about, likeliest first."""
        return self._things(self.text) or self._things(self.sentence.text)

    def _things(self, text: str) -> tuple[SubjectId, ...]:
        named = {one.subject for one in self.here}
        scored = [
            (score + (0.3 if one in named else 0), -place, one)
            for place, (score, one) in enumerate(self.known.likely_things(text, self.present))
            if score >= SURE and (one in named or not self._is_of_others(one))
        ]
        return tuple(one for _, _, one in sorted(scored, reverse=True))

    def _is_of_others(self, thing: SubjectId, otherwise: SubjectId | None = None) -> bool:
        """Tell whether a company that acts here, ``otherwise`` where none does, has a thing of its own in mind."""
        owners, agent = self.known.needed.get(thing, frozenset()), self.agent
        acting = agent if agent and self.known.kind(agent) == "company" else otherwise
        if not owners or acting is None or acting in owners:
            return False
        return not any(one.subject in owners and not self.is_led(one) for one in self.mentions)

    @cached_property
    def last_thing(self) -> SubjectId | None:
        """What the text spoke of last, where it can still be meant."""
        before = self.thing_before
        return None if before and self._is_of_others(before, self.last_agent) else before

    @cached_property
    def thing(self) -> SubjectId | None:
        """The likeliest of the things."""
        return self.things[0] if self.things else None

    def of_kind(self, *kinds: str, adjective: bool = False) -> tuple[SubjectId, ...]:
        """Return the subjects of some kinds that the clause names, once each, in order."""
        found = (one.subject for one in self.here if one.kind in kinds and (adjective or not one.adjective))
        return tuple(dict.fromkeys(found))

    @cached_property
    def agent(self) -> SubjectId | None:
        """Who seems to act: the first in the clause that no preposition leads, else the one before it."""
        if self.same_company:
            return self.same_company
        for pool in (self.here, tuple(one for one in self.mentions if one.start < self.start)):
            for one in pool:
                if one.kind in ACTORS and not one.adjective and not self.is_led(one) and not self._owns_next(one):
                    return one.subject
        return self._agent_before

    @property
    def company(self) -> SubjectId | None:
        """The company that acts, where the sentence names it or speaks of "the company"."""
        one = self.agent
        spoken = one in {each.subject for each in self.mentions} or _THE_SAME.match(self.text)
        return one if one and spoken and self.known.kind(one) == "company" else None

    @property
    def _agent_before(self) -> SubjectId | None:
        if self.last_agent and any(one.subject == self.last_agent for one in self.earlier):
            return self.last_agent
        return next((one.subject for one in reversed(self.earlier) if one.kind in ("company", "organization")), None)

    @property
    def same_company(self) -> SubjectId | None:
        """The company that "the company" stands for: the last of the sentence, at its beginning who acted before."""
        if not _THE_SAME.match(self.text):
            return None
        companies = [one.subject for one in self.mentions if one.kind == "company" and one.start < self.start]
        return companies[-1] if companies else self.last_agent

    def _owns_next(self, one: Mention) -> bool:
        """Tell whether a name only says whose the next one is: Japan's industry ministry."""
        rest = self.sentence.text[one.end : one.end + 3]
        return rest in ("'s ", "’s ") and any(
            other.start == one.end + 3 and other.kind in ACTORS for other in self.mentions
        )

    def is_led(self, one: Mention) -> bool:
        """Tell whether a preposition leads a name, so that it does not act."""
        return _is_led(self.sentence.text, one)

    def nearest(self, position: int, *kinds: str) -> SubjectId | None:
        """Return the subject of some kinds that stands nearest to a place in the sentence."""
        able = [one for one in self.mentions if one.kind in kinds]
        ranked = sorted(able, key=lambda one: (one.adjective, min(abs(one.start - position), abs(one.end - position))))
        return ranked[0].subject if ranked else None

    def says(self, pattern: str) -> bool:
        """Tell whether a pattern stands in the clause, whatever its case."""
        return bool(re.search(pattern, self.text, re.IGNORECASE))


def read_scenes(
    known: Known,
    sentences: tuple[Sentence, ...],
    published: Published,
    people: frozenset[SubjectId],
    main: SubjectId | None,
    matter: SubjectId | None,
    strangers: Mapping[str, str],
    *,
    fiscal: bool,
) -> Iterator[Clause]:
    """Yield the clauses of all sentences in order; ``strangers`` are full names without a page by surname."""
    earlier: tuple[Mention, ...] = ()
    par, last_thing, last_agent = 0, None, None
    for sentence in sentences:
        if sentence.par != par:
            par, earlier = sentence.par, tuple(one for one in earlier if one.kind in ("person", "company"))
            last_thing = matter
        figures = find_figures(sentence.text)
        moments = find_moments(sentence.text, published, fiscal=fiscal)
        mentions = find_subjects(known, sentence.text, people)
        for start, end in _clauses(sentence.text):
            inner = tuple(one for one in figures if not _within(one, moments))
            clause = Clause(
                known, sentence, start, end, mentions, inner, moments, earlier, main, matter, last_thing, last_agent,
                published, strangers,
            )  # fmt: skip
            last_thing = clause.thing or last_thing
            yield clause
        earlier = (*earlier, *mentions)
        first = next((one for one in mentions if one.kind == "company" and not _is_led(sentence.text, one)), None)
        last_agent = first.subject if first else last_agent


def _is_led(text: str, one: Mention) -> bool:
    return bool(_PREPOSITION.search(text[: one.start]))


def _within(figure: Figure, moments: tuple[DateMention, ...]) -> bool:
    return any(one.start < figure.end and figure.start < one.end for one in moments)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _CUT.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)
