"""What was known and what is there now in, the same with unchanged things as the objects they were, out.

So whoever comes later sees by identity what has changed.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import compress
from operator import is_not
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


def keep(before: V, after: V) -> V:
    """Return what was before where it says the same."""
    return before if before is after or before == after else after


def keep_values(before: Mapping[K, V], after: Mapping[K, V]) -> dict[K, V]:
    """Return a mapping in the order of ``after``, its equal values as they were before."""
    if not before:
        return dict(after)
    return {key: value if key not in before else keep(before[key], value) for key, value in after.items()}


def changed_keys(before: Mapping[K, V], after: Mapping[K, V]) -> set[K]:
    """Return the keys whose values are other objects, new ones and those that are gone."""
    if len(before) == len(after) and list(before) == list(after):
        return set(compress(after, map(is_not, before.values(), after.values())))
    found = {key for key, value in after.items() if before.get(key) is not value}
    return found | (before.keys() - after.keys()) if before else found


def patched(before: Mapping[K, V], keys: Iterable[K], make: Callable[[K], V | None]) -> dict[K, V]:
    """Return a mapping with some of its values made anew; those that come to nothing are left out."""
    found = dict(before)
    for key in keys:
        value = make(key)
        if value is None:
            found.pop(key, None)
        else:
            found[key] = value
    return found
