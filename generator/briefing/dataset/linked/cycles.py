"""A graph in, its circles out: groups of things each of which leads to all others of its group, and to itself."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")


def find_circles(graph: Mapping[T, Iterable[T]]) -> tuple[frozenset[T], ...]:
    """Return the circles, in the order in which the graph leads to them; takes as long as there are edges (Tarjan)."""
    found: list[frozenset[T]] = []
    number: dict[T, int] = {}
    lowest: dict[T, int] = {}
    waiting: dict[T, None] = {}
    for start in graph:
        path: list[tuple[T, Iterator[T]]] = []
        _enter(start, graph, number, lowest, waiting, path)
        while path:
            here, ends = path[-1]
            step = next((one for one in ends if one not in number or one in waiting), None)
            if step is None:
                path.pop()
                _leave(here, graph, number, lowest, waiting, found)
                if path:
                    above = path[-1][0]
                    lowest[above] = min(lowest[above], lowest[here])
            elif step in number:
                lowest[here] = min(lowest[here], number[step])
            else:
                _enter(step, graph, number, lowest, waiting, path)
    return tuple(found)


def _enter(
    node: T,
    graph: Mapping[T, Iterable[T]],
    number: dict[T, int],
    lowest: dict[T, int],
    waiting: dict[T, None],
    path: list[tuple[T, Iterator[T]]],
) -> None:
    if node not in number:
        number[node] = lowest[node] = len(number)
        waiting[node] = None
        path.append((node, iter(graph.get(node, ()))))


def _leave(
    node: T,
    graph: Mapping[T, Iterable[T]],
    number: Mapping[T, int],
    lowest: Mapping[T, int],
    waiting: dict[T, None],
    found: list[frozenset[T]],
) -> None:
    """Take out the group that a node is the first of; alone it is a circle where it leads to itself."""
    if lowest[node] != number[node]:
        return
    group: set[T] = set()
    while node not in group:
        group.add(waiting.popitem()[0])
    if len(group) > 1 or node in graph.get(node, ()):
        found.append(frozenset(group))
