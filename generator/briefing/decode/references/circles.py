"""Circles of ids each of which leads to one other, as redirects and restatements do."""

from collections.abc import Callable, Collection, Iterable, Iterator

Follow = Callable[[str], str | None]
"""Returns the id that an id leads to, or None where it leads no further."""


def find_circles(starts: Iterable[str], follow: Follow, ends: Collection[str] = ()) -> Iterator[list[str]]:
    """Yield every circle once, in the order in which it is walked; no walk goes on from one of ``ends``."""
    # Each id is visited once, however many lead to it.
    seen = set(ends)
    for start in starts:
        circle = _walk(start, follow, seen)
        if circle:
            yield circle


def _walk(start: str, follow: Follow, seen: set[str]) -> list[str]:
    """Follow a chain to what has been seen; return the circle that this walk itself has closed, if any."""
    path: list[str] = []
    name: str | None = start
    while name is not None and name not in seen:
        seen.add(name)
        path.append(name)
        name = follow(name)
    # What an earlier walk has seen belongs to no circle of this one.
    if name is None or name not in path:
        return []
    return path[path.index(name) :]
