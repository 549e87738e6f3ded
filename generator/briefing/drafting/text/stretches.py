"""Stretches of a sentence: where words start and end, and whether two stretches share letters."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar


class Stretch(Protocol):
    """Whatever stands somewhere in a sentence: a name, a figure, a date."""

    @property
    def start(self) -> int:
        """Where its first letter stands, counted from 0 at the beginning of the sentence."""

    @property
    def end(self) -> int:
        """Where the letter behind its last one stands."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a pattern found in a clause; ``start`` and ``end`` count from the beginning of the whole sentence."""

    match: re.Match[str]
    start: int
    end: int


_AnyStretch = TypeVar("_AnyStretch", bound=Stretch)


def starting_within(stretches: Iterable[_AnyStretch], start: int, end: int) -> tuple[_AnyStretch, ...]:
    """Return the stretches that start from ``start`` on and before ``end``."""
    # A stretch belongs to the clause in which it begins, wherever it ends.
    return tuple(stretch for stretch in stretches if start <= stretch.start < end)


def is_taken(start: int, end: int, stretches: Iterable[Stretch]) -> bool:
    """Tell whether some letters from ``start`` up to ``end`` belong to one of the stretches."""
    # Two stretches that only touch share no letter.
    return any(start < stretch.end and stretch.start < end for stretch in stretches)
