"""Items gathered by a key that they have, in the order in which they come."""

from collections.abc import Callable, Iterable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


def group_pairs(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Return the values of every key, keys and values in the order in which they come."""
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


def group_by(items: Iterable[V], key_of: Callable[[V], K]) -> dict[K, tuple[V, ...]]:
    """Return the items of every key."""
    return group_pairs((key_of(item), item) for item in items)


def group_by_each(items: Iterable[V], keys_of: Callable[[V], Iterable[K]]) -> dict[K, tuple[V, ...]]:
    """Return the items of every key, where an item may have several keys; a key that it has twice lists it twice."""
    groups: dict[K, list[V]] = {}
    for item in items:
        for key in keys_of(item):
            groups.setdefault(key, []).append(item)
    return {key: tuple(values) for key, values in groups.items()}


def first_by(items: Iterable[V], key_of: Callable[[V], K]) -> dict[K, V]:
    """Return the first item of every key."""
    firsts: dict[K, V] = {}
    for item in items:
        firsts.setdefault(key_of(item), item)
    return firsts


def distinct_by(items: Iterable[V], key_of: Callable[[V], K]) -> tuple[V, ...]:
    """Return items without those that have the key of an earlier one."""
    return tuple(first_by(items, key_of).values())
