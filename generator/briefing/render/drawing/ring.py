"""All subjects of a briefing and their relations: a ring by kind on a broad sheet, a list with arcs on a narrow one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import cos, degrees, pi, sin

from briefing.render.drawing.measure import one_line
from briefing.render.drawing.shapes import Cluster, Drawing, Link, Path, Rect, Shape, Text, arrow_head, path
from briefing.views.pictures.charts import Group, Node, Ring

_BROAD = 560
_LABEL = 190
_LEAST_RADIUS = 90
PITCH, ROW = 17, 24
_ARCS, _REACH = 96, 90
_TIP = 0.72
"""How far along a chord the tip of its arrow lies: where lines still are apart, and near enough to its end."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place on the ring or in the list: a node with its number, or the heading of its kind."""

    place: int
    number: int | None
    node: Node


def lay_out_ring(chart: Ring, width: float) -> Drawing:
    """Return a ring that grows with its nodes, or a list with arcs as wide as a narrow sheet."""
    return _list(chart, width) if width < _BROAD else _ring(chart)


def _slots(groups: tuple[Group, ...]) -> Iterator[_Slot]:
    """Yield headings and nodes in order, with an empty place before every heading."""
    place = number = 0
    for group in groups:
        yield _Slot(place, None, Node(group.label, None))
        place += 1
        for node in group.nodes:
            yield _Slot(place, number, node)
            place, number = place + 1, number + 1
        place += 1


# ---- a ring


def _ring(chart: Ring) -> Drawing:
    slots = list(_slots(chart.groups))
    places = slots[-1].place + 2
    radius = max(places * PITCH / (2 * pi), _LEAST_RADIUS)
    centre = radius + _LABEL
    angles = {one.number: _angle(one.place, places) for one in slots if one.number is not None}
    lines, heads = _chords(chart, angles, radius, centre), _heads(chart, angles, radius, centre)
    drawn = {one: (Path(lines[one], "edge"), Path(heads.get(one, ""), "head")) for one in lines}
    shapes = [_spoke(one, _angle(one.place, places), radius, centre, drawn) for one in slots]
    return Drawing(2 * centre, 2 * centre, tuple(shapes))


def _angle(place: int, places: int) -> float:
    """Return the direction of a place in radians, from the top and clockwise."""
    return 2 * pi * (place + 0.5) / places - pi / 2


def _chords(chart: Ring, angles: Mapping[int, float], radius: float, centre: float) -> Mapping[int, str]:
    """Return the lines of every node as one path; each line is in the paths of both its ends."""
    found: dict[int, str] = defaultdict(str)
    for a, b in chart.edges:
        for start, end in ((a, b), (b, a)):
            found[start] += _chord(angles[start], angles[end], radius, centre)
    return found


def _chord(start: float, end: float, radius: float, centre: float) -> str:
    pull = 0.3 * radius
    bend_x = (cos(start) + cos(end)) / 2 * pull + centre
    bend_y = (sin(start) + sin(end)) / 2 * pull + centre
    return path("M", *_at(start, radius, centre), "Q", round(bend_x), round(bend_y), *_at(end, radius, centre))


def _heads(chart: Ring, angles: Mapping[int, float], radius: float, centre: float) -> Mapping[int, str]:
    """Return the heads of the lines of every node, as its lines; they sit where lines are apart, before their end."""
    found: dict[int, str] = defaultdict(str)
    for a, b in chart.arrows:
        head = _head(angles[a], angles[b], radius, centre)
        found[a] += head
        found[b] += head
    return found


def _head(start: float, end: float, radius: float, centre: float) -> str:
    """Return the head of the arrow along a chord: its tip on the curve, turned as the curve is there."""
    pull, t = 0.3 * radius, _TIP
    x, y = ([radius * f(start), (f(start) + f(end)) / 2 * pull, radius * f(end)] for f in (cos, sin))
    at_x, at_y = ((1 - t) ** 2 * p[0] + 2 * t * (1 - t) * p[1] + t**2 * p[2] + centre for p in (x, y))
    ahead, aside = ((1 - t) * (p[1] - p[0]) + t * (p[2] - p[1]) for p in (x, y))
    return arrow_head(round(at_x), round(at_y), ahead, aside)


def _at(angle: float, radius: float, centre: float) -> tuple[int, int]:
    return round(centre + radius * cos(angle)), round(centre + radius * sin(angle))


def _spoke(one: _Slot, angle: float, radius: float, centre: float, drawn: Mapping[int, tuple[Path, ...]]) -> Shape:
    far = radius + 6
    left = cos(angle) < 0
    turn = degrees(angle) + (180 if left else 0)
    # The baseline lies a third of the letters' height below the middle of the line.
    x = centre + far * cos(angle) - 4 * sin(angle) * (-1 if left else 1)
    y = centre + far * sin(angle) + 4 * cos(angle) * (-1 if left else 1)
    text = Text(x, y, (one_line(one.node.text, _LABEL - 12),), " ".join(_classes(one, left=left)), turn)
    if one.number is None or one.node.link is None:
        return text
    return Cluster("knot", (Link(one.node.link, (text,)), *drawn.get(one.number, (Path("", "edge"),))))


def _classes(one: _Slot, *, left: bool) -> Iterator[str]:
    if one.number is None:
        yield "strong"
    if left:
        yield "end"


# ---- a list


def _list(chart: Ring, width: float) -> Drawing:
    slots = list(_slots(chart.groups))
    heights = {one.number: one.place * ROW + ROW / 2 for one in slots if one.number is not None}
    longest = max((abs(heights[a] - heights[b]) for a, b in chart.edges), default=1.0) or 1.0
    arcs = "".join(_arc(heights[a], heights[b], longest) for a, b in chart.edges)
    heads = "".join(_arc_head(heights[a], heights[b], longest) for a, b in chart.arrows)
    shapes = [Path(arcs, "edge"), Path(heads, "head"), *(_entry(one, width) for one in slots)]
    return Drawing(width, (slots[-1].place + 1) * ROW, tuple(shapes))


def _reach(start: float, end: float, longest: float) -> float:
    part: float = (abs(end - start) / longest) ** 0.6
    return 8 + (_REACH - 8) * part


def _arc_head(start: float, end: float, longest: float) -> str:
    """Return the head of the arrow along an arc, in its middle, where it runs straight up or down."""
    turn = 1 if end > start else -1
    return arrow_head(round(_ARCS - _reach(start, end, longest)), (start + end) / 2 + turn * 3, 0, turn)


def _arc(start: float, end: float, longest: float) -> str:
    reach = _reach(start, end, longest)
    return path("M", _ARCS, start, "C", _ARCS - reach * 4 / 3, start, _ARCS - reach * 4 / 3, end, _ARCS, end)


def _entry(one: _Slot, width: float) -> Shape:
    room = width - _ARCS - 8
    top = one.place * ROW
    if one.number is None or one.node.link is None:
        return Text(_ARCS + 6, top + 16, (one_line(one.node.text, room),), "strong")
    text = Text(_ARCS + 6, top + 16, (one_line(one.node.text, room),))
    return Link(one.node.link, (Rect(_ARCS, top, width - _ARCS, ROW, "target"), text))
