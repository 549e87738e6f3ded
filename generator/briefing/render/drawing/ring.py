"""All subjects of a briefing and their relations: a ring by kind, with a line through it for every relation."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import cos, degrees, pi, sin

from briefing.render.drawing.arcs import lay_out_arcs
from briefing.render.drawing.measure import one_line
from briefing.render.drawing.ring_entries import Entry, place_entries
from briefing.render.drawing.shapes import BROAD_WIDTH, Cluster, Drawing, Link, Path, Shape, Text, arrow_head, path
from briefing.views.pictures.charts import Ring

_LABEL = 190
_MIN_RADIUS = 90
PITCH = 17
_PULL = 0.3
"""How far from the centre a line may be bent to, in parts of the radius."""
_TIP = 0.72
"""How far along a chord the tip of its arrow lies: where lines still are apart, and near enough to its end."""


def lay_out_ring(chart: Ring, width: float) -> Drawing:
    """Return a ring that grows with its nodes, or a list with arcs as wide as a narrow sheet."""
    if width < BROAD_WIDTH:
        return lay_out_arcs(chart, width)
    return _lay_out_circle(chart)


@dataclass(frozen=True, slots=True)
class _Circle:
    """The circle that the entries stand around; ``places`` is how many there are, empty ones included."""

    places: int
    radius: float
    centre: float

    def angle(self, place: int) -> float:
        """Return the direction of a place in radians, from the top and clockwise."""
        return 2 * pi * (place + 0.5) / self.places - pi / 2

    def point(self, angle: float) -> tuple[int, int]:
        """Return the pixel of the circle in a direction."""
        return round(self.centre + self.radius * cos(angle)), round(self.centre + self.radius * sin(angle))


def _lay_out_circle(chart: Ring) -> Drawing:
    entries = list(place_entries(chart.groups))
    # One place more than entries, so that the last kind is apart from the first.
    places = entries[-1].place + 2
    radius = max(places * PITCH / (2 * pi), _MIN_RADIUS)
    circle = _Circle(places, radius, radius + _LABEL)
    angles = {entry.number: circle.angle(entry.place) for entry in entries if entry.number is not None}
    lines, heads = _lines_of_nodes(chart, angles, circle), _heads_of_nodes(chart, angles, circle)
    marks = {number: (Path(line, "edge"), Path(heads.get(number, ""), "head")) for number, line in lines.items()}
    shapes = [_spoke(entry, circle, marks) for entry in entries]
    return Drawing(2 * circle.centre, 2 * circle.centre, tuple(shapes))


# ---- lines


def _lines_of_nodes(chart: Ring, angles: Mapping[int, float], circle: _Circle) -> Mapping[int, str]:
    """Return the lines of every node as one path; each line is in the paths of both its ends.

    So the stylesheet can bring out all lines of the node that a reader points at.
    """
    lines: dict[int, str] = defaultdict(str)
    for first, second in chart.edges:
        lines[first] += _chord(angles[first], angles[second], circle)
        lines[second] += _chord(angles[second], angles[first], circle)
    return lines


def _chord(start: float, end: float, circle: _Circle) -> str:
    pull = _PULL * circle.radius
    bend_x = (cos(start) + cos(end)) / 2 * pull + circle.centre
    bend_y = (sin(start) + sin(end)) / 2 * pull + circle.centre
    return path("M", *circle.point(start), "Q", round(bend_x), round(bend_y), *circle.point(end))


def _heads_of_nodes(chart: Ring, angles: Mapping[int, float], circle: _Circle) -> Mapping[int, str]:
    """Return the heads of the lines of every node, as its lines; they sit where lines are apart, before their end."""
    heads: dict[int, str] = defaultdict(str)
    for start, end in chart.arrows:
        head = _head(angles[start], angles[end], circle)
        heads[start] += head
        heads[end] += head
    return heads


def _head(start: float, end: float, circle: _Circle) -> str:
    """Return the head of the arrow along a chord: its tip on the curve, turned as the curve is there."""
    radius, pull = circle.radius, _PULL * circle.radius
    across = _Curve(radius * cos(start), (cos(start) + cos(end)) / 2 * pull, radius * cos(end))
    down = _Curve(radius * sin(start), (sin(start) + sin(end)) / 2 * pull, radius * sin(end))
    x, y = across.at(_TIP, circle.centre), down.at(_TIP, circle.centre)
    return arrow_head(round(x), round(y), across.slope(_TIP), down.slope(_TIP))


@dataclass(frozen=True, slots=True)
class _Curve:
    """One coordinate of a quadratic Bézier curve: where it starts, what bends it, where it ends."""

    start: float
    bend: float
    end: float

    def at(self, t: float, origin: float) -> float:
        """Return the coordinate at ``t``, 0 at the start and 1 at the end."""
        return (1 - t) ** 2 * self.start + 2 * t * (1 - t) * self.bend + t**2 * self.end + origin

    def slope(self, t: float) -> float:
        """Return half the derivative at ``t``; for a direction its length does not matter."""
        return (1 - t) * (self.bend - self.start) + t * (self.end - self.bend)


# ---- names


def _spoke(entry: Entry, circle: _Circle, marks: Mapping[int, tuple[Path, ...]]) -> Shape:
    """Return a name that points outwards, with the lines of its node."""
    angle = circle.angle(entry.place)
    text = _name(entry, angle, circle)
    if entry.number is None or entry.node.link is None:
        return text
    lines = marks.get(entry.number, (Path("", "edge"),))
    return Cluster("knot", (Link(entry.node.link, (text,)), *lines))


def _name(entry: Entry, angle: float, circle: _Circle) -> Text:
    is_left = cos(angle) < 0
    # On the left half names are turned round, so that none stands upside down.
    turn, side = degrees(angle), 1
    if is_left:
        turn, side = turn + 180, -1
    distance = circle.radius + 6
    # The baseline lies a third of the letters' height below the middle of the line.
    x = circle.centre + distance * cos(angle) - 4 * sin(angle) * side
    y = circle.centre + distance * sin(angle) + 4 * cos(angle) * side
    lines = (one_line(entry.node.text, _LABEL - 12),)
    return Text(x, y, lines, " ".join(_classes(entry, is_left=is_left)), turn)


def _classes(entry: Entry, *, is_left: bool) -> Iterator[str]:
    if entry.number is None:
        yield "strong"
    if is_left:
        yield "end"
