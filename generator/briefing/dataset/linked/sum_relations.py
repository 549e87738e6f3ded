"""How the sums that subjects declare stand to one another: relations by line, with chains and equal sums followed.

Knows no amounts. A line that nothing carries is left out here and found while decoding; circles are findings.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, product

from briefing.dataset.linked.cycles import find_circles
from briefing.dataset.linked.line_graph import (
    NO_LINES,
    Circle,
    Edges,
    Graph,
    Line,
    Pair,
    Stated,
    close_graph,
    merge_same,
    ordered,
)
from briefing.dataset.linked.records import Slot
from briefing.diagnostics.diagnostic import Diagnostic, Span, error, shorten_list
from briefing.model.ids import SubjectId
from briefing.model.key_names import key_name
from briefing.model.records import MoneyLine, Subject

_CONTAINING = ("part_of", "sum_of")


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
    circles: tuple[Circle, ...]

    def same(self, a: Line, b: Line) -> bool:
        """Tell whether two lines are declared to be one sum."""
        return self.sum_of(a) == self.sum_of(b)

    def sum_of(self, line: Line) -> Line:
        """Return the line that stands for a sum."""
        return self.stands_for.get(line, line)

    def holds(self, whole: Line, part: Line) -> bool:
        """Tell whether one sum contains the other."""
        return self.sum_of(whole) in self.wholes.get(self.sum_of(part), NO_LINES)

    def apart(self, a: Line, b: Line) -> bool:
        """Tell whether two sums are declared to have nothing in common, so that they may be added."""
        # What holds for a whole holds for its parts.
        for left, right in product(self._with_wholes(a), self._with_wholes(b)):
            if left != right and self._directly_apart(left, right):
                return True
        return False

    def overlap(self, a: Line, b: Line) -> bool:
        """Tell whether two sums are declared to share a part."""
        return ordered(self.sum_of(a), self.sum_of(b)) in self.overlapping

    def supersedes(self, newer: Line, older: Line) -> bool:
        """Tell whether the first sum takes the place of the second."""
        return self.sum_of(newer) in self.newer.get(self.sum_of(older), NO_LINES)

    def declared(self, a: Line, b: Line) -> bool:
        """Tell whether anything is declared between two sums, directly or by what follows from it."""
        # Of these it does not matter which of the two is meant.
        either_way = (self.same, self.overlap, self.apart)
        if any(relates(a, b) for relates in either_way):
            return True
        one_way = (self.holds, self.supersedes)
        return any(relates(a, b) or relates(b, a) for relates in one_way)

    def relate(self, a: Line, b: Line) -> bool:
        """Tell whether fact files say how two sums relate, be it that both are parts of a third."""
        return self.declared(a, b) or self.siblings(a, b)

    def siblings(self, a: Line, b: Line) -> bool:
        """Tell whether two sums are declared parts of one whole."""
        return not self._wholes_of(a).isdisjoint(self._wholes_of(b))

    def _wholes_of(self, line: Line) -> frozenset[Line]:
        return self.wholes.get(self.sum_of(line), NO_LINES)

    def _with_wholes(self, line: Line) -> frozenset[Line]:
        return self._wholes_of(line) | {self.sum_of(line)}

    def _directly_apart(self, a: Line, b: Line) -> bool:
        if ordered(a, b) in self.added:
            return True
        # Parts of a whole that is exactly their sum have nothing in common.
        return not self.complete.get(a, NO_LINES).isdisjoint(self.complete.get(b, NO_LINES))


def line_of(slot: Slot) -> Line:
    """Return the line that a slot of money is about."""
    return Line(slot.about[0], dict(slot.key).get("line") or "")


def link_lines(subjects: Mapping[SubjectId, Subject]) -> LineRelations:
    """Return all declared relations between sums, ready to ask."""
    stated = tuple(state_relations(subjects.values()))
    stands_for = merge_same((a, b) for a, name, b in stated if name == "same_sum_as")
    edges = Edges(stands_for, stated)
    within, within_circles = close_graph(edges.graph(_CONTAINING))
    newer, newer_circles = close_graph(edges.graph(("supersedes",)))
    complete = edges.graph(("sum_of",))
    return LineRelations(
        stands_for=stands_for,
        wholes=within,
        complete=complete,
        newer=newer,
        added=edges.pairs("in_addition_to"),
        overlapping=edges.pairs("overlaps"),
        parts_of=_parts_by_whole(edges, within),
        is_complete=NO_LINES.union(*complete.values()),
        circles=(*within_circles, *newer_circles),
    )


def _parts_by_whole(edges: "Edges", within: Graph) -> dict[Line, tuple[Line, ...]]:
    """Return the direct parts of every whole, those left out that only a circle makes parts."""
    parts: dict[Line, set[Line]] = defaultdict(set)
    for part, wholes in edges.graph(_CONTAINING).items():
        for whole in wholes & within.get(part, NO_LINES):
            parts[whole].add(part)
    return {whole: tuple(sorted(lines)) for whole, lines in sorted(parts.items())}


def state_relations(subjects: Iterable[Subject]) -> Iterator[Stated]:
    """Yield every relation that subjects declare of their sums, in the order of their files."""
    for subject in subjects:
        for declared in subject.money_lines:
            for name, references in declared.relations.items():
                for reference in references:
                    yield Line(subject.id, declared.id), name, read_reference(subject.id, reference)


def read_reference(holder: SubjectId, text: str) -> Line:
    """Return the line that a relation of a subject names: ``line`` is its own, ``subject/line`` anybody's."""
    subject, slash, name = text.partition("/")
    if not slash:
        return Line(holder, key_name(text))
    return Line(SubjectId(subject), key_name(name))


def find_line_problems(subjects: Mapping[SubjectId, Subject]) -> tuple[Diagnostic, ...]:
    """Return one finding for each circle that only equal or superseded sums close; plain ones show in decoding."""
    relations = link_lines(subjects)
    plain_edges = Edges({}, tuple(state_relations(subjects.values())))
    plain_circles = find_circles(plain_edges.graph(_CONTAINING))
    reported = set(map(relations.sum_of, chain.from_iterable(plain_circles)))
    # Decoding reports plain circles where they are written; here are those that equal sums close.
    hidden = filter(reported.isdisjoint, relations.circles)
    declared = _declared_lines(subjects.values(), relations)
    return tuple(_circle_error(circle, declared) for circle in hidden)


def _declared_lines(subjects: Iterable[Subject], relations: LineRelations) -> dict[Line, MoneyLine]:
    """Return the first declaration of every sum, by the line that stands for it."""
    declared: dict[Line, MoneyLine] = {}
    for subject in subjects:
        for money_line in subject.money_lines:
            declared.setdefault(relations.sum_of(Line(subject.id, money_line.id)), money_line)
    return declared


def _circle_error(circle: Circle, declared: Mapping[Line, MoneyLine]) -> Diagnostic:
    names = shorten_list([line.reference for line in circle])
    spans = [declared[line].span for line in circle if line in declared]
    message = f"{names} contain or replace each other"
    if len(circle) == 1:
        message = f"{names} would contain or replace itself"
    return error("money-line-cycle", next(iter(spans), Span("briefing.yml")), message, "take one of the relations out")
