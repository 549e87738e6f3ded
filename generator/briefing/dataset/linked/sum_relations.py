"""How the sums that subjects declare stand to one another: relations by line, with chains and equal sums followed.

Knows no amounts. A line that nothing carries is left out here and found while decoding; circles are findings.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import NamedTuple

from briefing.dataset.linked.cycles import find_circles
from briefing.dataset.linked.records import Slot
from briefing.diagnostics.diagnostic import Diagnostic, Span, error, few
from briefing.model.ids import SubjectId
from briefing.model.key_names import key_name
from briefing.model.records import MoneyLine, Subject


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


@dataclass(frozen=True, slots=True)
class LineRelations:
    """What is declared between sums, with one line standing for all that are the same sum.

    ``wholes`` leads from a sum to all that contain it, directly or not; ``complete`` to the direct wholes
    that are exactly the sum of their parts; ``newer`` to what supersedes it. ``circles`` are sums that
    would contain or supersede themselves; nothing follows from their relations.
    """

    stands_for: Mapping[Line, Line]
    wholes: Graph
    complete: Graph
    newer: Graph
    added: frozenset[Pair]
    overlapping: frozenset[Pair]
    parts_of: Mapping[Line, tuple[Line, ...]]
    is_complete: frozenset[Line]
    circles: tuple[tuple[Line, ...], ...]

    def same(self, a: Line, b: Line) -> bool:
        """Tell whether two lines are declared to be one sum."""
        return self.sum_of(a) == self.sum_of(b)

    def sum_of(self, line: Line) -> Line:
        """Return the line that stands for a sum."""
        return self.stands_for.get(line, line)

    def holds(self, whole: Line, part: Line) -> bool:
        """Tell whether one sum contains the other."""
        return self.sum_of(whole) in self.wholes.get(self.sum_of(part), frozenset())

    def apart(self, a: Line, b: Line) -> bool:
        """Tell whether two sums are declared to have nothing in common, so that they may be added."""
        left, right = self._with_wholes(a), self._with_wholes(b)
        return any(x != y and self._directly_apart(x, y) for x in left for y in right)

    def overlap(self, a: Line, b: Line) -> bool:
        """Tell whether two sums are declared to share a part."""
        return ordered(self.sum_of(a), self.sum_of(b)) in self.overlapping

    def supersedes(self, newer: Line, older: Line) -> bool:
        """Tell whether the first sum takes the place of the second."""
        return self.sum_of(newer) in self.newer.get(self.sum_of(older), frozenset())

    def declared(self, a: Line, b: Line) -> bool:
        """Tell whether anything is declared between two sums, directly or by what follows from it."""
        known = self.same(a, b) or self.holds(a, b) or self.holds(b, a) or self.overlap(a, b) or self.apart(a, b)
        return known or self.supersedes(a, b) or self.supersedes(b, a)

    def siblings(self, a: Line, b: Line) -> bool:
        """Tell whether two sums are declared parts of one whole."""
        return not self._wholes_of(a).isdisjoint(self._wholes_of(b))

    def _wholes_of(self, line: Line) -> frozenset[Line]:
        return self.wholes.get(self.sum_of(line), frozenset())

    def _with_wholes(self, line: Line) -> frozenset[Line]:
        return self._wholes_of(line) | {self.sum_of(line)}

    def _directly_apart(self, a: Line, b: Line) -> bool:
        none: frozenset[Line] = frozenset()
        return ordered(a, b) in self.added or not self.complete.get(a, none).isdisjoint(self.complete.get(b, none))


def ordered(a: Line, b: Line) -> Pair:
    """Return two lines in the order in which pairs are kept."""
    return (a, b) if a <= b else (b, a)


def line_of(slot: Slot) -> Line:
    """Return the line that a slot of money is about."""
    return Line(slot.about[0], next((value or "" for name, value in slot.key if name == "line"), ""))


def link_lines(subjects: Mapping[SubjectId, Subject]) -> LineRelations:
    """Return all declared relations between sums, ready to ask."""
    stated = tuple(_statements(subjects.values()))
    stands_for = _merge_same((a, b) for a, name, b in stated if name == "same_sum_as")
    edges = _Edges(stands_for, stated)
    within, within_circles = _closure(edges.graph(("part_of", "sum_of")))
    newer, newer_circles = _closure(edges.graph(("supersedes",)))
    complete = edges.graph(("sum_of",))
    parts: dict[Line, set[Line]] = defaultdict(set)
    for part, wholes in edges.graph(("part_of", "sum_of")).items():
        for whole in wholes & within.get(part, frozenset()):
            parts[whole].add(part)
    return LineRelations(
        stands_for=stands_for,
        wholes=within,
        complete=complete,
        newer=newer,
        added=edges.pairs("in_addition_to"),
        overlapping=edges.pairs("overlaps"),
        parts_of={whole: tuple(sorted(found)) for whole, found in sorted(parts.items())},
        is_complete=frozenset(whole for wholes in complete.values() for whole in wholes),
        circles=(*within_circles, *newer_circles),
    )


Stated = tuple[Line, str, Line]


def _statements(subjects: Iterable[Subject]) -> Iterator[Stated]:
    for subject in subjects:
        for one in subject.money_lines:
            for name, others in one.relations.items():
                for other in others:
                    yield Line(subject.id, one.id), name, read_reference(subject.id, other)


def read_reference(holder: SubjectId, text: str) -> Line:
    """Return the line that a relation of a subject names: ``line`` is its own, ``subject/line`` anybody's."""
    subject, slash, name = text.partition("/")
    return Line(SubjectId(subject), key_name(name)) if slash else Line(holder, key_name(text))


def _merge_same(pairs: Iterable[Pair]) -> dict[Line, Line]:
    """Return, for every line that is the same sum as another, the first of them by name."""
    groups: dict[Line, set[Line]] = {}
    for a, b in pairs:
        merged = groups.get(a, {a}) | groups.get(b, {b})
        groups.update(dict.fromkeys(merged, merged))
    return {line: min(group) for line, group in groups.items()}


@dataclass(frozen=True, slots=True)
class _Edges:
    stands_for: Mapping[Line, Line]
    stated: tuple[Stated, ...]

    def graph(self, names: tuple[str, ...]) -> dict[Line, frozenset[Line]]:
        """Return what leads from the smaller or older sum to the larger or newer one."""
        found: dict[Line, set[Line]] = defaultdict(set)
        for a, name, b in self.stated:
            if name in names:
                start, end = (a, b) if name == "part_of" else (b, a)
                found[self.stands_for.get(start, start)].add(self.stands_for.get(end, end))
        return {line: frozenset(ends) for line, ends in found.items()}

    def pairs(self, name: str) -> frozenset[Pair]:
        """Return the pairs of a relation that holds both ways."""
        stands_for = self.stands_for
        both = ((stands_for.get(a, a), stands_for.get(b, b)) for a, stated, b in self.stated if stated == name)
        return frozenset(ordered(a, b) for a, b in both if a != b)


def _closure(graph: Graph) -> tuple[Graph, tuple[tuple[Line, ...], ...]]:
    """Return everything that each line leads to, and the circles, whose lines lead nowhere."""
    circles = find_circles(graph)
    first = {line: min(circle) for circle in circles for line in circle}
    reached = _reach(_contracted(graph, first))
    circling = frozenset(first.values())
    straight = {line: reached[line] - circling for line in sorted(graph) if line not in first}
    return straight, tuple(sorted(tuple(sorted(circle)) for circle in circles))


def _contracted(graph: Graph, first: Mapping[Line, Line]) -> dict[Line, set[Line]]:
    """Return a graph without circles, in which one line stands for all of its circle."""
    found: dict[Line, set[Line]] = defaultdict(set)
    for line, ends in graph.items():
        start = first.get(line, line)
        found[start].update(end for one in ends if (end := first.get(one, one)) != start)
    return found


def _reach(graph: Mapping[Line, set[Line]]) -> dict[Line, frozenset[Line]]:
    """Return all that each line of a graph without circles leads to."""
    reached: dict[Line, frozenset[Line]] = {}
    for line in TopologicalSorter(graph).static_order():
        ends = graph.get(line, set())
        reached[line] = frozenset(ends).union(*(reached[end] for end in ends))
    return reached


def find_line_problems(subjects: Mapping[SubjectId, Subject]) -> tuple[Diagnostic, ...]:
    """Return one finding for each circle that only equal or superseded sums close; plain ones show in decoding."""
    relations = link_lines(subjects)
    plain = find_circles(_Edges({}, tuple(_statements(subjects.values()))).graph(("part_of", "sum_of")))
    reported = {relations.sum_of(line) for circle in plain for line in circle}
    declared: dict[Line, MoneyLine] = {}
    for subject in subjects.values():
        for one in subject.money_lines:
            declared.setdefault(relations.sum_of(Line(subject.id, one.id)), one)
    hidden = (circle for circle in relations.circles if reported.isdisjoint(circle))
    return tuple(_circle_error(circle, declared) for circle in hidden)


def _circle_error(circle: tuple[Line, ...], declared: Mapping[Line, MoneyLine]) -> Diagnostic:
    names = few([line.reference for line in circle])
    span = next((declared[line].span for line in circle if line in declared), Span("briefing.yml"))
    said = "contain or replace each other" if len(circle) > 1 else "would contain or replace itself"
    return error("money-line-cycle", span, f"{names} {said}", "take one of the relations out")
