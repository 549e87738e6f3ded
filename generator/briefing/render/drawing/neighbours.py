"""A subject and what it is related to: it stands in the middle, its neighbours in columns under their relations."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.render.drawing.measure import wrap
from briefing.render.drawing.shapes import (
    BROAD_WIDTH,
    LINE,
    Cluster,
    Drawing,
    Link,
    Path,
    Rect,
    Shape,
    Text,
    arrow_head,
    path,
)
from briefing.views.pictures.charts import Group, Neighbours, Node

HEIGHT = 26
_GAP, _HEAD, _APART = 5, 22, 12
_BOX, _MIDDLE = 226, 150
_RAIL = 18
"""Pixels between a column and the line that joins it to the middle."""


@dataclass(frozen=True, slots=True)
class _Column:
    """Boxes from ``x`` on, joined to a line at ``rail``."""

    x: float
    width: float
    rail: float

    @property
    def edge(self) -> float:
        """The side of the boxes that faces the rail."""
        if self.rail < self.x:
            return self.x
        return self.x + self.width


def lay_out_neighbours(chart: Neighbours, width: float) -> Drawing:
    """Return a subject with its neighbours on both sides, or beneath it on a narrow sheet."""
    if width < BROAD_WIDTH:
        return _lay_out_beneath(chart, width)
    return _lay_out_beside(chart, width)


def _lay_out_beside(chart: Neighbours, width: float) -> Drawing:
    left, right = _split_evenly(chart.groups)
    tall = max(_groups_height(left, _BOX), _groups_height(right, _BOX), 60)
    middle = tall / 2
    name, box = _centre(chart.centre, (width - _MIDDLE) / 2, middle, _MIDDLE)
    left_column = _Column(0, _BOX, _BOX + _RAIL)
    right_column = _Column(width - _BOX, _BOX, width - _BOX - _RAIL)
    shapes = [
        *_lay_out_side(left, left_column, box.x, tall),
        *_lay_out_side(right, right_column, box.x + box.width, tall),
    ]
    return Drawing(width, tall, (*shapes, box, name))


def _lay_out_side(groups: tuple[Group, ...], column: _Column, edge: float, tall: float) -> Iterator[Shape]:
    """Yield the groups of one side, halfway up, and the line from the ``edge`` of the middle to them."""
    if not groups:
        return
    middle = tall / 2
    yield Path(path("M", edge, middle, "H", column.rail), "edge")
    yield from _lay_out_column(groups, column, (tall - _groups_height(groups, _BOX)) / 2, middle)


def _lay_out_beneath(chart: Neighbours, width: float) -> Drawing:
    name, box = _centre(chart.centre, 0.5, 22, width - 1)
    column = _Column(22, width - 22.5, 8)
    top = box.y + box.height
    shapes = _lay_out_column(chart.groups, column, top + 8, top)
    return Drawing(width, top + 8 + _groups_height(chart.groups, column.width), (*shapes, box, name))


def _centre(name: str, x: float, middle: float, width: float) -> tuple[Text, Rect]:
    lines = wrap(name, width - 14)
    height = LINE * len(lines) + 14
    top = middle - height / 2
    return Text(x + width / 2, top + 18, lines, "strong mid"), Rect(x, top, width, height, "centre")


def _split_evenly(groups: tuple[Group, ...]) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Return groups in two columns as even as their order allows, the left one first."""

    def taller_and_later(cut: int) -> tuple[float, int]:
        left, right = _groups_height(groups[:cut], _BOX), _groups_height(groups[cut:], _BOX)
        # Of two cuts that are as even, the later one: the left column, which is read first, is the longer.
        return max(left, right), -cut

    cut = min(range(len(groups) + 1), key=taller_and_later)
    return groups[:cut], groups[cut:]


def _groups_height(groups: tuple[Group, ...], width: float) -> float:
    if not groups:
        return 0
    height = sum(_HEAD + _APART + _nodes_height(group, width) for group in groups)
    return height - _APART


def _nodes_height(group: Group, width: float) -> float:
    return sum(_box_height(node, width) + _GAP for node in group.nodes)


def _box_height(node: Node, width: float) -> float:
    return HEIGHT + LINE * (len(_box_lines(node, width)) - 1)


def _box_lines(node: Node, width: float) -> tuple[str, ...]:
    return wrap(node.text, width - 18)


def _lay_out_column(groups: tuple[Group, ...], column: _Column, y: float, trunk: float) -> list[Shape]:
    """Return groups one beneath the other; ``trunk`` is where the line to the middle meets their rail."""
    shapes: list[Shape] = []
    ticks: list[float] = []
    heads: list[str] = []
    for group in groups:
        shapes.append(Text(column.x, y + 15, wrap(group.label, column.width, 1), "muted"))
        y += _HEAD
        for node in group.nodes:
            height = _box_height(node, column.width)
            shapes.append(_node(node, column, y, height))
            tick = y + height / 2
            ticks.append(tick)
            if not group.mutual:
                heads.append(arrow_head(column.edge, tick, column.edge - column.rail, 0))
            y += height + _GAP
        y += _APART
    steps = [path("M", column.rail, tick, "H", column.edge) for tick in ticks]
    rail = path("M", column.rail, min(trunk, *ticks), "V", max(trunk, *ticks))
    return [Path(rail + "".join(steps), "edge"), Path("".join(heads), "head"), *shapes]


def _node(node: Node, column: _Column, y: float, height: float) -> Shape:
    text = Text(column.x + 9, y + 17, _box_lines(node, column.width))
    if node.link is None:
        return Cluster("", (_box(column, y, height, "node bare"), text))
    return Link(node.link, (_box(column, y, height, "node"), text))


def _box(column: _Column, y: float, height: float, css: str) -> Rect:
    return Rect(column.x + 0.5, y + 0.5, column.width - 1, height - 1, css)
