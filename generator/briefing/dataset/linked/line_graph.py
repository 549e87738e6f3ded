"""Relations between sums as graphs: what each line leads to, with equal sums as one and circles cut out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import NamedTuple

from briefing.dataset.linked.cycles import find_circles
from briefing.model.ids import SubjectId


class Line(NamedTuple):
    """One sum of a subject; ``name`` is empty for a sum that has no line."""

    subject: SubjectId
    name: str

    @property
    def reference(self) -> str:
        """The line as relations name it: ``chip-subsidies/2021-2023``."""
        return f"{self.subject}/{self.name}"


Pair = tuple[Line, Line]
Graph = Mapping[Line, frozenset[Line]]
Circle = tuple[Line, ...]
NO_LINES: frozenset[Line] = frozenset()


def ordered(a: Line, b: Line) -> Pair:
    """Return two lines in the order in which pairs are kept."""
    if a <= b:
        return a, b
    return b, a


Stated = tuple[Line, str, Line]
"""A line, the name of a relation, and the line that it relates to."""


def merge_same(pairs: Iterable[Pair]) -> dict[Line, Line]:
    """Return, for every line that is the same sum as another, the first of them by name."""
    groups: dict[Line, set[Line]] = {}
    for a, b in pairs:
        merged = groups.get(a, {a}) | groups.get(b, {b})
        # All members hold the one set, so that a later pair reaches each of them.
        groups.update(dict.fromkeys(merged, merged))
    return {line: min(group) for line, group in groups.items()}


@dataclass(frozen=True, slots=True)
class Edges:
    """What is stated between lines; ``stands_for`` leads from equal sums to the line that stands for them."""

    stands_for: Mapping[Line, Line]
    stated: tuple[Stated, ...]

    def graph(self, names: tuple[str, ...]) -> dict[Line, frozenset[Line]]:
        """Return what leads from the smaller or older sum to the larger or newer one."""
        graph: dict[Line, set[Line]] = defaultdict(set)
        for a, name, b in self._stated_by(names):
            # `part_of` is written at the part, all other relations at the whole or the newer sum.
            if name == "part_of":
                graph[a].add(b)
            else:
                graph[b].add(a)
        return {line: frozenset(ends) for line, ends in graph.items()}

    def pairs(self, name: str) -> frozenset[Pair]:
        """Return the pairs of a relation that holds both ways."""
        return frozenset(ordered(a, b) for a, _, b in self._stated_by((name,)) if a != b)

    def _stated_by(self, names: tuple[str, ...]) -> Iterator[Stated]:
        """Yield what relations of some names state, of the lines that stand for equal sums."""
        for a, name, b in self.stated:
            if name in names:
                yield self._sum_of(a), name, self._sum_of(b)

    def _sum_of(self, line: Line) -> Line:
        return self.stands_for.get(line, line)


def close_graph(graph: Graph) -> tuple[Graph, tuple[Circle, ...]]:
    """Return everything that each line leads to, and the circles, whose lines lead nowhere."""
    circles = find_circles(graph)
    first_of_circle = _first_of_circles(circles)
    reached = _reach(_contracted(graph, first_of_circle))
    circling = frozenset(first_of_circle.values())
    straight = {line: reached[line] - circling for line in sorted(graph) if line not in first_of_circle}
    return straight, tuple(sorted(tuple(sorted(circle)) for circle in circles))


def _first_of_circles(circles: Iterable[frozenset[Line]]) -> dict[Line, Line]:
    """Return, for every line of a circle, the first line of that circle by name."""
    first_of_circle: dict[Line, Line] = {}
    for circle in circles:
        first_of_circle.update(dict.fromkeys(circle, min(circle)))
    return first_of_circle


def _contracted(graph: Graph, first_of_circle: Mapping[Line, Line]) -> dict[Line, set[Line]]:
    """Return a graph without circles, in which one line stands for all of its circle."""
    contracted: dict[Line, set[Line]] = defaultdict(set)
    for line, ends in graph.items():
        start = first_of_circle.get(line, line)
        contracted[start].update(first_of_circle.get(end, end) for end in ends)
        contracted[start].discard(start)
    return contracted


def _reach(graph: Mapping[Line, set[Line]]) -> dict[Line, frozenset[Line]]:
    """Return all that each line of a graph without circles leads to."""
    reached: dict[Line, frozenset[Line]] = {}
    # This order has the ends of a line before the line itself.
    for line in TopologicalSorter(graph).static_order():
        ends = graph.get(line, set())
        reached[line] = frozenset(ends).union(*(reached[end] for end in ends))
    return reached
