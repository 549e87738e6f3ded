"""What two sources state: only what both of them say can differ, since a silent source contradicts nobody."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def differ_where_stated(ours: T | None, theirs: T | None, same: Callable[[T, T], bool]) -> bool:
    """Tell whether both sides state something, and not the same."""
    if ours is None or theirs is None:
        return False
    return not same(ours, theirs)
