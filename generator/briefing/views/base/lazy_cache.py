"""A cache of what is worked out of the dataset when a page first asks for it, and kept for all others that ask again.

Only what follows from the dataset and the key alone may be kept.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class LazyCache(Generic[K, V]):
    """Values by key, each worked out once; two threads that ask at once at worst both work out the same."""

    def __init__(self) -> None:
        self._values: dict[K, V] = {}

    def get(self, key: K, work_out: Callable[[], V]) -> V:
        """Return the value of a key, worked out where nobody has asked for it yet."""
        if key not in self._values:
            self._values[key] = work_out()
        return self._values[key]
