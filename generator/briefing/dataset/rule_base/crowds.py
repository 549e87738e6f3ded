"""Which of many things are compared: all with all where they are few, else each with those that would tell most.

A slot hardly has so many values. Where it has, what is missed lies between two that are found anyway.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Any, TypeVar

T = TypeVar("T")
FEW = 60
_ENDS = 3
_NEAR = 12


def pairs_to_compare(items: Sequence[T], size: Callable[[T], Any]) -> Iterator[tuple[int, int]]:
    """Yield pairs of places: of many things each with the smallest and largest, which whatever misses any one misses.

    Sizes that can not be ordered are left in the order in which they stand.
    """
    if len(items) <= FEW:
        yield from combinations(range(len(items)), 2)
        return
    order = _by_size(items, size)
    ends = [*order[:_ENDS], *order[-_ENDS:]]
    yield from sorted({(min(a, b), max(a, b)) for a in ends for b in order if a != b})


def neighbours_to_compare(items: Sequence[T], size: Callable[[T], Any]) -> Iterator[tuple[int, int]]:
    """Yield pairs of places: of many things each with those of nearly its size."""
    if len(items) <= FEW:
        yield from combinations(range(len(items)), 2)
        return
    order = _by_size(items, size)
    near = ((one, other) for at, one in enumerate(order) for other in order[at + 1 : at + 1 + _NEAR])
    yield from sorted((min(pair), max(pair)) for pair in near)


def _by_size(items: Sequence[T], size: Callable[[T], Any]) -> list[int]:
    sizes = [size(one) for one in items]
    try:
        return sorted(range(len(items)), key=lambda place: sizes[place])
    except TypeError:
        return list(range(len(items)))
