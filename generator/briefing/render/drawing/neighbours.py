"""A subject and what it is related to: it stands in the middle, its neighbours in columns under their relations."""

from dataclasses import dataclass

from briefing.render.drawing.measure import wrap
from briefing.render.drawing.shapes import LINE, Cluster, Drawing, Link, Path, Rect, Shape, Text, arrow_head, path
from briefing.views.pictures.charts import Group, Neighbours, Node

HEIGHT = 26
_GAP, _HEAD, _APART = 5, 22, 12
_BROAD = 560
_BOX, _MIDDLE = 226, 150


@dataclass(frozen=True, slots=True)
class _Column:
    """Boxes from ``x`` on, joined to a line at ``rail``."""

    x: float
    width: float
    rail: float


def lay_out_neighbours(chart: Neighbours, width: float) -> Drawing:
    """Return a subject with its neighbours on both sides, or beneath it on a narrow sheet."""
    return _beneath(chart, width) if width < _BROAD else _beside(chart, width)


def _beside(chart: Neighbours, width: float) -> Drawing:
    left, right = _halves(chart.groups)
    tall = max(_height(left, _BOX), _height(right, _BOX), 60)
    middle = tall / 2
    centre, box = _centre(chart.centre, (width - _MIDDLE) / 2, middle, _MIDDLE)
    columns = (_Column(0, _BOX, _BOX + 18), _Column(width - _BOX, _BOX, width - _BOX - 18))
    shapes: list[Shape] = []
    for groups, column, edge in zip((left, right), columns, (box.x, box.x + box.width), strict=True):
        if groups:
            y = (tall - _height(groups, _BOX)) / 2
            shapes += [Path(path("M", edge, middle, "H", column.rail), "edge"), *_column(groups, column, y, middle)]
    return Drawing(width, tall, (*shapes, box, centre))


def _beneath(chart: Neighbours, width: float) -> Drawing:
    centre, box = _centre(chart.centre, 0.5, 22, width - 1)
    column = _Column(22, width - 22.5, 8)
    top = box.y + box.height
    shapes = _column(chart.groups, column, top + 8, top)
    return Drawing(width, top + 8 + _height(chart.groups, column.width), (*shapes, box, centre))


def _centre(name: str, x: float, middle: float, width: float) -> tuple[Text, Rect]:
    lines = wrap(name, width - 14)
    height = LINE * len(lines) + 14
    top = middle - height / 2
    return Text(x + width / 2, top + 18, lines, "strong mid"), Rect(x, top, width, height, "centre")


def _halves(groups: tuple[Group, ...]) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Return groups in two columns as even as their order allows, the left one first."""
    best = min(
        range(len(groups) + 1), key=lambda cut: (max(_height(groups[:cut], _BOX), _height(groups[cut:], _BOX)), -cut)
    )
    return groups[:best], groups[best:]


def _height(groups: tuple[Group, ...], width: float) -> float:
    boxes = sum(_box_height(node, width) + _GAP for group in groups for node in group.nodes)
    return boxes + len(groups) * (_HEAD + _APART) - (_APART if groups else 0)


def _box_height(node: Node, width: float) -> float:
    return HEIGHT + LINE * (len(_lines(node, width)) - 1)


def _lines(node: Node, width: float) -> tuple[str, ...]:
    return wrap(node.text, width - 18)


def _column(groups: tuple[Group, ...], column: _Column, y: float, trunk: float) -> list[Shape]:
    """Return groups one beneath the other; ``trunk`` is where the line to the middle meets their rail."""
    shapes: list[Shape] = []
    ticks: list[float] = []
    heads = ""
    edge = column.x if column.rail < column.x else column.x + column.width
    for group in groups:
        shapes.append(Text(column.x, y + 15, wrap(group.label, column.width, 1), "muted"))
        y += _HEAD
        for node in group.nodes:
            height = _box_height(node, column.width)
            shapes.append(_node(node, column, y, height))
            ticks.append(y + height / 2)
            heads += "" if group.mutual else arrow_head(edge, ticks[-1], edge - column.rail, 0)
            y += height + _GAP
        y += _APART
    steps = "".join(path("M", column.rail, tick, "H", edge) for tick in ticks)
    rail = path("M", column.rail, min(trunk, *ticks), "V", max(trunk, *ticks))
    return [Path(rail + steps, "edge"), Path(heads, "head"), *shapes]


def _node(node: Node, column: _Column, y: float, height: float) -> Shape:
    box = Rect(column.x + 0.5, y + 0.5, column.width - 1, height - 1, "node" if node.link else "node bare")
    text = Text(column.x + 9, y + 17, _lines(node, column.width))
    return Link(node.link, (box, text)) if node.link else Cluster("", (box, text))
