"""One clause of a text with all that was found in it: names, figures, dates, and what it seems to be about."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from briefing.drafting.literals.printed_date import DateMention
from briefing.drafting.literals.printed_figure import Figure
from briefing.drafting.literals.publication import PublicationDate
from briefing.drafting.subjects.kind_groups import ACTORS, BODIES
from briefing.drafting.subjects.known_data import KnownData
from briefing.drafting.subjects.subject_mentions import Mention, Mentions, likeliest
from briefing.drafting.text.reading import Sentence
from briefing.drafting.text.stretches import Phrase, starting_within
from briefing.model.ids import SubjectId

# From this score on the words of a clause are taken for a thing's name; settled by `benchmarks.draft`.
_SURE_SCORE = 0.6
_NAMED_BONUS = 0.3
# With a capital letter at the beginning of a sentence, and in headlines.
_PREPOSITION = re.compile(
    r"\b(?i:in|into|at|to|of|for|with|by|from|on|across|including|like|as|between|among|against)"
    r"(?: (?:the|a|an|its|their))?(?: [a-z]+){0,1} $"
)
# Words for the company that was named before.
_THE_SAME = re.compile(
    r"(?:^|^(?:\w+ )?(?:said|says|added)(?: that)? )"
    r"(?:[Ii]t (?=(?:said|says|plans|has|had|also|expects|aims|wants|makes|supplies|sells|runs|employs|was founded)\b)"
    r"|[Tt]he (?:[A-Z]\w+ )?(?:\w+ )?(?:company|firm|group|giant|start-?up|manufacturer|\w*maker|retailer|lender)\b)"
)


@dataclass(frozen=True, slots=True)
class TextContext:
    """What is settled of a text before its clauses are read.

    ``people`` are those named in full, ``unregistered_people`` full names without a page by surname.
    """

    known_data: KnownData
    publication: PublicationDate
    people: frozenset[SubjectId]
    main_subject: SubjectId | None
    subject_matter: SubjectId | None
    unregistered_people: Mapping[str, str]
    fiscal: bool
    """Whether a fiscal year is taken for Japan's."""


@dataclass(frozen=True)
class Clause:
    """A clause, from ``start`` to ``end`` of its sentence; ``earlier`` are the mentions of sentences before it."""

    context: TextContext
    sentence: Sentence
    start: int
    end: int
    sentence_mentions: Mentions
    sentence_figures: tuple[Figure, ...]
    sentence_dates: tuple[DateMention, ...]
    earlier: Mentions
    thing_before: SubjectId | None
    """The thing that the text spoke of last, by the clauses before."""
    last_agent: SubjectId | None
    """The company that acted in the sentence before."""

    @property
    def par(self) -> int:
        """The paragraph."""
        return self.sentence.par

    @property
    def known_data(self) -> KnownData:
        """What the data hold."""
        return self.context.known_data

    @property
    def main_subject(self) -> SubjectId | None:
        """Whom the whole text is about."""
        return self.context.main_subject

    @property
    def subject_matter(self) -> SubjectId | None:
        """The project, policy or topic that the whole text is about."""
        return self.context.subject_matter

    @cached_property
    def text(self) -> str:
        """The words of the clause."""
        return self.sentence.text[self.start : self.end]

    def text_before(self, position: int) -> str:
        """Return the sentence up to a position."""
        return self.sentence.text[:position]

    def text_behind(self, position: int) -> str:
        """Return the sentence from a position on."""
        return self.sentence.text[position:]

    @cached_property
    def mentions(self) -> Mentions:
        """The subjects that the clause itself names."""
        return self.sentence_mentions.starting_from(self.start).starting_before(self.end)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the clause."""
        return starting_within(self.sentence_figures, self.start, self.end)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates of the clause."""
        return starting_within(self.sentence_dates, self.start, self.end)

    @cached_property
    def present(self) -> frozenset[SubjectId]:
        """Everybody named in the sentence or before it in its paragraph."""
        return frozenset((*self.sentence_mentions.subjects, *self.earlier.subjects))

    @cached_property
    def things(self) -> tuple[SubjectId, ...]:
        """Projects, policies and events that the clause seems to be about, likeliest first."""
        # Where the words of the clause fit nothing, those of the whole sentence may.
        return self._rank_things(self.text) or self._rank_things(self.sentence.text)

    @property
    def thing(self) -> SubjectId | None:
        """The likeliest of the things."""
        return next(iter(self.things), None)

    @cached_property
    def last_thing(self) -> SubjectId | None:
        """What the text spoke of last, where it can still be meant."""
        if self.thing_before is None or self._is_of_others(self.thing_before, self.last_agent):
            return None
        return self.thing_before

    @cached_property
    def agent(self) -> SubjectId | None:
        """Who seems to act: the first in the clause that no preposition leads, else the one before it."""
        if self.same_company:
            return self.same_company
        # Names of the clause first, then those of the sentence before it.
        candidates = Mentions((*self.mentions, *self.sentence_mentions.starting_before(self.start)))
        actors = candidates.of_kind(*ACTORS).nouns()
        acting = (mention.subject for mention in actors if self._can_act(mention))
        return next(acting, self._agent_before)

    @property
    def acting_company(self) -> SubjectId | None:
        """The company that acts, where the sentence names it or speaks of "the company"."""
        if not _THE_SAME.match(self.text) and self.agent not in self.sentence_mentions.subjects:
            return None
        return self.known_data.first_of_kind([self.agent], "company")

    @property
    def same_company(self) -> SubjectId | None:
        """The company that "the company" stands for: the last of the sentence, at its beginning who acted before."""
        if not _THE_SAME.match(self.text):
            return None
        companies = self.sentence_mentions.of_kind("company").starting_before(self.start)
        return likeliest(companies.last_subject, self.last_agent)

    def of_kind(self, *kinds: str) -> tuple[SubjectId, ...]:
        """Return the subjects of some kinds that the clause names, once each, in order."""
        return self.mentions.of_kind(*kinds).nouns().subjects

    def is_led(self, mention: Mention) -> bool:
        """Tell whether a preposition leads a name, so that it does not act."""
        return is_led(self.sentence.text, mention)

    def nearest(self, position: int, *kinds: str) -> SubjectId | None:
        """Return the subject of some kinds that stands nearest to a place in the sentence."""
        mentions = self.sentence_mentions.of_kind(*kinds)
        # "Japanese" is nearer to "plant" than the company is whose plant it is.
        ranked = sorted(mentions, key=lambda mention: (mention.adjective, mention.distance(position)))
        return Mentions(ranked).first_subject

    def says(self, pattern: str) -> bool:
        """Tell whether a pattern stands in the clause, whatever its case."""
        return bool(re.search(pattern, self.text, re.IGNORECASE))

    def find_phrases(self, pattern: re.Pattern[str]) -> Iterator[Phrase]:
        """Yield each place in the clause where a pattern stands."""
        for match in pattern.finditer(self.text):
            yield Phrase(match, self.start + match.start(), self.start + match.end())

    def find_phrase(self, pattern: re.Pattern[str]) -> Phrase | None:
        """Return the first place in the clause where a pattern stands."""
        return next(self.find_phrases(pattern), None)

    def _rank_things(self, text: str) -> tuple[SubjectId, ...]:
        """Return the things whose names some words make up, with those first that are named outright."""
        named = frozenset(self.mentions.subjects)
        # Of equal scores the order in which they come here decides.
        scored = []
        for rank, (score, thing) in enumerate(self.known_data.likely_things(text, self.present)):
            if score < _SURE_SCORE:
                continue
            if thing in named:
                scored.append((score + _NAMED_BONUS, -rank, thing))
            elif not self._is_of_others(thing):
                scored.append((score, -rank, thing))
        return tuple(thing for _, _, thing in sorted(scored, reverse=True))

    def _is_of_others(self, thing: SubjectId, otherwise: SubjectId | None = None) -> bool:
        """Tell whether a company that acts here, ``otherwise`` where none does, has a thing of its own in mind."""
        owners = self.known_data.owners.get(thing, frozenset())
        acting = likeliest(self.known_data.first_of_kind([self.agent], "company"), otherwise)
        if not owners or acting in (None, *owners):
            return False
        free = (mention.subject for mention in self.sentence_mentions if not self.is_led(mention))
        return owners.isdisjoint(free)

    def _can_act(self, mention: Mention) -> bool:
        """Tell whether a name may be the subject of a verb, by the words around it."""
        return not self.is_led(mention) and not self._owns_next(mention)

    @property
    def _agent_before(self) -> SubjectId | None:
        """The company that acted last, where the paragraph still speaks of it, else the last company or body named."""
        if self.last_agent in self.earlier.subjects:
            return self.last_agent
        return self.earlier.of_kind(*BODIES).last_subject

    def _owns_next(self, mention: Mention) -> bool:
        """Tell whether a name only says whose the next one is: Japan's industry ministry."""
        next_start = mention.end + len("'s ")
        if self.sentence.text[mention.end : next_start] not in ("'s ", "’s "):
            return False
        return self.sentence_mentions.of_kind(*ACTORS).starting_at(next_start) is not None


def is_led(text: str, mention: Mention) -> bool:
    """Tell whether a preposition stands before a name of a sentence: what it leads does not act."""
    return bool(_PREPOSITION.search(text[: mention.start]))
