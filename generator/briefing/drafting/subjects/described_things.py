"""Projects, policies and events, which texts describe rather than name: how well words fit the names they have."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from briefing.drafting.literals.figures import find_figures
from briefing.drafting.text.wording import stems
from briefing.model.date_points import MONTHS
from briefing.model.ids import SubjectId

# Without one of these words a sentence hardly speaks of an event, however many other words of its name it has.
_EVENT_WORDS = stems(
    "summit dinner lunch visit meeting conference forum ranking list hike event talks expo election vote"
)
# A month or a year names no thing by itself: half of the text may be about 2024.
_DATE_WORDS = stems(" ".join(MONTHS)) | frozenset(map(str, range(1900, 2100)))

# The numbers below were settled by `benchmarks.draft`, which compares drafts with articles entered by hand.
_FIGURE_BONUS = 0.35
# "2nm" is too short to be sure of.
_FIGURE = re.compile(r"(?=.*\d).{4,}", re.DOTALL)
_LONE_EVENT_SCORE = 0.62
_LONE_EVENT_WEIGHT = 1.5


@dataclass(frozen=True, slots=True)
class DescribedThing:
    """A subject with the stems of each of its names."""

    subject: SubjectId
    kind: str
    names: tuple[frozenset[str], ...]


def name_stems(text: str) -> frozenset[str]:
    """Return the stems of a name or a text; a figure counts as one stem, however it is spelled."""
    figures = find_figures(text)
    rest = text
    # From right to left, so that the places of the figures still to be cut out stay true.
    for figure in reversed(figures):
        rest = f"{rest[: figure.start]} {rest[figure.end :]}"
    literals = (re.sub(r"[^A-Z0-9a-z.]", "", figure.literal) for figure in figures)
    return stems(rest) | frozenset(literals)


class ThingScorer:
    """Weighs how much of a thing's name stands in a text."""

    def __init__(self, things: Iterable[DescribedThing]) -> None:
        """Count in how many things' names each stem stands: the fewer, the more it tells."""
        self._things = tuple(things)
        self._weights = _weigh_stems(self._things)
        self._events_by_word = _count_events(self._things)

    def score(self, thing: DescribedThing, words: frozenset[str]) -> float:
        """Return from 0 to about 1 how well the words of a text fit the best of a thing's names."""
        return max((self._score_name(name, words) for name in thing.names), default=0.0)

    def _score_name(self, name: frozenset[str], words: frozenset[str]) -> float:
        """Return the share of a name's weight that stands in a text; 0 where the text cannot mean it."""
        event_words = name & _EVENT_WORDS
        shared = name & words
        # A name without words shares none, so that its weight is never divided by.
        if shared <= _DATE_WORDS:
            return 0.0
        if event_words and event_words.isdisjoint(words):
            return 0.0
        share = self._weigh(shared) / self._weigh(name) + _figure_bonus(name, words)
        if self._is_lone_event(event_words) and self._weigh(shared - event_words) >= _LONE_EVENT_WEIGHT:
            share = max(share, _LONE_EVENT_SCORE)
        return round(share, 3)

    def _weigh(self, stems_of_name: frozenset[str]) -> float:
        return sum(self._weights.get(stem, 1.0) for stem in stems_of_name)

    def _is_lone_event(self, event_words: frozenset[str]) -> bool:
        # "The summit" is enough where the data hold a single summit.
        return self._events_by_word[min(event_words, default="")] == 1


def _figure_bonus(name: frozenset[str], words: frozenset[str]) -> float:
    """Return by how much a figure in a name raises or lowers its score."""
    # A sum or a year in a name is what tells it from its sisters: with another one the text means another thing.
    figures = frozenset(filter(_FIGURE.fullmatch, name))
    if not figures:
        return 0.0
    if figures & words:
        return _FIGURE_BONUS
    return -_FIGURE_BONUS


def _weigh_stems(things: tuple[DescribedThing, ...]) -> dict[str, float]:
    """Return the weight of each stem: 0.7 where every thing has it, more where few do."""
    counts: Counter[str] = Counter()
    for thing in things:
        # Once for each thing, however many of its names have the word.
        counts.update(frozenset().union(*thing.names))
    return {stem: log(1 + len(things) / count) for stem, count in counts.items()}


def _count_events(things: tuple[DescribedThing, ...]) -> Counter[str]:
    """Return how many events have each word for an event in their names."""
    counts: Counter[str] = Counter()
    for thing in things:
        if thing.kind == "event":
            counts.update(_EVENT_WORDS & frozenset().union(*thing.names))
    return counts
