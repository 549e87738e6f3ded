"""Which of many things are compared: all with all where they are few, else each with those that would tell most.

A slot hardly has so many values. Where it has, what is missed lies between two that are found anyway.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations, islice, product, takewhile
from typing import Any, TypeVar

T = TypeVar("T")
FEW = 60
_ENDS = 3
_NEAR = 12


Pairs = Iterable[tuple[int, int]]
"""Positions of items two by two."""


def pairs_to_compare(items: Sequence[T], size: Callable[[T], Any]) -> Iterator[tuple[int, int]]:
    """Yield pairs of positions: of many things each with the smallest and largest.

    What misses any other one misses one of these. Sizes that can not be ordered are left in the order in which they
    stand.
    """
    if len(items) <= FEW:
        yield from combinations(range(len(items)), 2)
        return
    order = _sort_by_size(items, size)
    ends = [*order[:_ENDS], *order[-_ENDS:]]
    yield from sorted({(min(a, b), max(a, b)) for a, b in product(ends, order) if a != b})


def items_apart(items: Sequence[T], pairs: Pairs, are_apart: Callable[[T, T], bool]) -> list[T]:
    """Return the items that are apart from any other one of their pairs, in their order."""
    involved: set[int] = set()
    for here, there in pairs:
        if are_apart(items[here], items[there]):
            involved.update((here, there))
    return [items[position] for position in sorted(involved)]


def items_differing(
    items: Sequence[T], pairs: Pairs, differences: Callable[[T, T], Collection[str]]
) -> tuple[list[T], list[str]]:
    """Return the items in which ``differences`` names any between two of a pair, and all names, the first one first."""
    names: dict[str, None] = {}

    def differ(item: T, other: T) -> bool:
        differing = differences(item, other)
        names.update(dict.fromkeys(differing))
        return bool(differing)

    return items_apart(items, pairs, differ), list(names)


def neighbours_to_compare(items: Sequence[T], size: Callable[[T], Any]) -> Iterator[tuple[int, int]]:
    """Yield pairs of positions: of many things each with those of nearly its size."""
    if len(items) <= FEW:
        yield from combinations(range(len(items)), 2)
        return
    order = _sort_by_size(items, size)
    near: list[tuple[int, int]] = []
    for rank, position in enumerate(order):
        for neighbour in order[rank + 1 : rank + 1 + _NEAR]:
            near.append((min(position, neighbour), max(position, neighbour)))
    # In the order of the positions, so that what is found does not hang on sizes that are equal.
    yield from sorted(near)


def pairs_while(items: Sequence[T], most: int, meet: Callable[[T, T], bool]) -> Iterator[tuple[T, T]]:
    """Yield each of some sorted items with those that follow it for as long as they meet it, ``most`` at the most."""
    for rank, item in enumerate(items, start=1):
        following = islice(items, rank, rank + most)
        yield from product((item,), takewhile(partial(meet, item), following))


def _sort_by_size(items: Sequence[T], size: Callable[[T], Any]) -> list[int]:
    sizes = [size(item) for item in items]
    try:
        return sorted(range(len(items)), key=sizes.__getitem__)
    except TypeError:
        # Dates with an open end have no order among others.
        return list(range(len(items)))
