"""All subjects of a briefing and their relations: a ring by kind on a broad sheet, a list with arcs on a narrow one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import cos, degrees, pi, sin

from generator.render.drawing.measure import one_line
from generator.render.drawing.shapes import Cluster, Drawing, Link, Path, Rect, Shape, Text, path
from generator.views.pictures.picture import Group, Node, Ring

_BROAD = 560
_LABEL = 190
_LEAST_RADIUS = 90
PITCH, ROW = 17, 24
_ARCS, _REACH = 96, 90


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
    lines = _chords(chart, angles, radius, centre)
    shapes = [_spoke(one, _angle(one.place, places), radius, centre, lines) for one in slots]
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


def _at(angle: float, radius: float, centre: float) -> tuple[int, int]:
    return round(centre + radius * cos(angle)), round(centre + radius * sin(angle))


def _spoke(one: _Slot, angle: float, radius: float, centre: float, lines: Mapping[int, str]) -> Shape:
    far = radius + 6
    left = cos(angle) < 0
    turn = degrees(angle) + (180 if left else 0)
    # The baseline lies a third of the letters' height below the middle of the line.
    x = centre + far * cos(angle) - 4 * sin(angle) * (-1 if left else 1)
    y = centre + far * sin(angle) + 4 * cos(angle) * (-1 if left else 1)
    text = Text(x, y, (one_line(one.node.text, _LABEL - 12),), " ".join(_classes(one, left=left)), turn)
    if one.number is None or one.node.link is None:
        return text
    return Cluster("knot", (Link(one.node.link, (text,)), Path(lines.get(one.number, ""), "edge")))


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
    shapes = [Path(arcs, "edge"), *(_entry(one, width) for one in slots)]
    return Drawing(width, (slots[-1].place + 1) * ROW, tuple(shapes))


def _arc(start: float, end: float, longest: float) -> str:
    reach = 8 + (_REACH - 8) * (abs(end - start) / longest) ** 0.6
    return path("M", _ARCS, start, "C", _ARCS - reach * 4 / 3, start, _ARCS - reach * 4 / 3, end, _ARCS, end)


def _entry(one: _Slot, width: float) -> Shape:
    room = width - _ARCS - 8
    top = one.place * ROW
    if one.number is None or one.node.link is None:
        return Text(_ARCS + 6, top + 16, (one_line(one.node.text, room),), "strong")
    text = Text(_ARCS + 6, top + 16, (one_line(one.node.text, room),))
    return Link(one.node.link, (Rect(_ARCS, top, width - _ARCS, ROW, "target"), text))
