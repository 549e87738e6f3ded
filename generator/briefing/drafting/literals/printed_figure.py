"""A figure as a sentence prints it, with the literal that data files have for it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefing.drafting.text.spelling import bound_around, spell
from briefing.model.malformed import Malformed
from briefing.model.quantity import parse_quantity


class FigureKind(StrEnum):
    """What a figure counts."""

    MONEY = "money"
    PERCENT = "percent"
    RANK = "rank"
    TIMES = "times"
    SPAN = "span"
    SIZE = "size"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a sentence; ``also`` is the same sum in another currency, ``noun`` what is counted or ranked."""

    kind: FigureKind
    literal: str
    start: int
    end: int
    wording: str
    also: str | None = None
    noun: str = ""


Reading = tuple[re.Pattern[str], Callable[[str, re.Match[str]], Iterator[Figure]]]
"""A pattern, and what makes figures of a sentence and a match in it."""


def figure_of_match(kind: FigureKind, literal: str, match: re.Match[str], noun: str = "") -> Figure:
    """Return a figure whose wording is what a pattern matched."""
    return Figure(kind, literal, match.start(), match.end(), match[0], noun=noun)


def read_quantity(text: str, match: re.Match[str], kind: FigureKind, unit: str) -> Iterator[Figure]:
    """Yield the figure of a match with a group ``number``, perhaps ``magnitude`` and ``words``, if it reads back.

    The bound beside it, such as "up to", is a part of the figure; ``words`` are adjectives before its unit.
    """
    groups = match.groupdict(default="")
    number = spell(groups["number"], groups.get("magnitude"))
    bound, start = bound_around(text, match.start(), match.end())
    literal = f"{bound}{number} {unit}"
    if number is None or isinstance(parse_quantity(literal), Malformed):
        return
    adjectives = groups.get("words", "").strip(' “"')
    yield Figure(kind, literal, start, match.end(), text[start : match.end()], noun=f"{adjectives} {unit}".strip())


def find_by(*readings: Reading) -> Callable[[str], Iterator[Figure]]:
    """Return a function that finds the figures of a sentence by patterns, one pattern after the other."""

    def find(text: str) -> Iterator[Figure]:
        for pattern, read in readings:
            for match in pattern.finditer(text):
                yield from read(text, match)

    return find
