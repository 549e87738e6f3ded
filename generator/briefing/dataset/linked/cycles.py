"""Circles of a graph: groups of things each of which leads to all others of its group, and to itself."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


def find_circles(graph: Mapping[T, Iterable[T]]) -> tuple[frozenset[T], ...]:
    """Return the circles, in the order in which the graph leads to them; takes as long as there are edges."""
    walk = _Walk(graph)
    for start in graph:
        walk.follow(start)
    return tuple(walk.circles)


@dataclass(slots=True)
class _Walk(Generic[T]):
    """Tarjan's algorithm, without recursion: relations of a large briefing make chains longer than Python's stack.

    Nodes are numbered as they are met. ``lowest`` is the smallest number that a node leads back to; where it is its
    own, the node is the first of a group, whose others wait behind it.
    """

    graph: Mapping[T, Iterable[T]]
    circles: list[frozenset[T]] = field(default_factory=list)
    number: dict[T, int] = field(default_factory=dict)
    lowest: dict[T, int] = field(default_factory=dict)
    waiting: dict[T, None] = field(default_factory=dict)
    path: list[tuple[T, Iterator[T]]] = field(default_factory=list)

    def follow(self, start: T) -> None:
        """Walk through all that can be reached from a node and has not been met."""
        if start not in self.number:
            self._enter(start)
        while self.path:
            node, ends = self.path[-1]
            end = self._next_open(ends)
            if end is None:
                self._go_back(node)
            elif end in self.number:
                self.lowest[node] = min(self.lowest[node], self.number[end])
            else:
                self._enter(end)

    def _enter(self, node: T) -> None:
        self.number[node] = self.lowest[node] = len(self.number)
        self.waiting[node] = None
        self.path.append((node, iter(self.graph.get(node, ()))))

    def _next_open(self, ends: Iterator[T]) -> T | None:
        """Return the next end that is new or may close a circle; those of groups already taken out can not."""
        for end in ends:
            if end not in self.number or end in self.waiting:
                return end
        return None

    def _go_back(self, node: T) -> None:
        self.path.pop()
        if self.lowest[node] == self.number[node]:
            self._take_out_group(node)
        if self.path:
            before = self.path[-1][0]
            self.lowest[before] = min(self.lowest[before], self.lowest[node])

    def _take_out_group(self, first: T) -> None:
        group: set[T] = set()
        while first not in group:
            group.add(self.waiting.popitem()[0])
        # Alone a node is a circle only where it leads to itself.
        if len(group) > 1 or first in self.graph.get(first, ()):
            self.circles.append(frozenset(group))
