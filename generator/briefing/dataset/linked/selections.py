"""Items chosen out of others: those of several keys of an index, and those that are left where any are."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, filterfalse
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


def items_of(keys: Iterable[K], index: Mapping[K, Iterable[V]]) -> Iterator[V]:
    """Yield the items of several keys, key by key; a key that the index has not is passed over."""
    return chain.from_iterable(index.get(key, ()) for key in keys)


def without_or_all(items: Iterable[V], is_left_out: Callable[[V], object]) -> list[V]:
    """Return items without those that are left out, or all of them where none would be left."""
    everything = list(items)
    return list(filterfalse(is_left_out, everything)) or everything
