"""Structural sharing: what has not changed stays the object that it was, so that changes are seen by identity."""

from collections.abc import Callable, Iterable, Mapping
from itertools import compress
from operator import is_not
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


def share(before: V, after: V) -> V:
    """Return what was before where it says the same."""
    # By identity first: comparing equal records field by field takes long.
    if before is after or before == after:
        return before
    return after


def share_values(before: Mapping[K, V], after: Mapping[K, V]) -> dict[K, V]:
    """Return a mapping in the order of ``after``, its equal values as they were before."""
    if not before:
        return dict(after)
    shared = dict(after)
    for key in after.keys() & before.keys():
        shared[key] = share(before[key], after[key])
    return shared


def changed_keys(before: Mapping[K, V], after: Mapping[K, V]) -> set[K]:
    """Return the keys whose values are other objects, new ones and those that are gone."""
    # With the same keys in the same order, as after most edits, the values are compared without a look-up.
    if len(before) == len(after) and list(before) == list(after):
        return set(compress(after, map(is_not, before.values(), after.values())))
    changed = {key for key, value in after.items() if before.get(key) is not value}
    # At first there is nothing before, and then nothing can be gone.
    if before:
        changed |= before.keys() - after.keys()
    return changed


def patched(before: Mapping[K, V], keys: Iterable[K], make: Callable[[K], V | None]) -> dict[K, V]:
    """Return a mapping with some of its values made anew; those that come to nothing are left out."""
    values = dict(before)
    for key in keys:
        value = make(key)
        if value is None:
            values.pop(key, None)
        else:
            values[key] = value
    return values
