"""All subjects of a briefing and their relations on a narrow sheet: a list by kind, with arcs at its left."""

from briefing.render.drawing.measure import one_line
from briefing.render.drawing.ring_entries import Entry, place_entries
from briefing.render.drawing.shapes import Drawing, Link, Path, Rect, Shape, Text, arrow_head, path
from briefing.views.pictures.charts import Ring

ROW = 24
_ARCS, _REACH = 96, 90
"""Pixels that arcs may take at the left, and how far the longest reaches into them."""
_MIN_REACH = 8


def lay_out_arcs(chart: Ring, width: float) -> Drawing:
    """Return a list with arcs, as wide as the sheet."""
    entries = list(place_entries(chart.groups))
    heights = {entry.number: entry.place * ROW + ROW / 2 for entry in entries if entry.number is not None}
    lengths = [abs(heights[start] - heights[end]) for start, end in chart.edges]
    longest = max(lengths, default=1.0) or 1.0
    arcs = [_arc(heights[start], heights[end], longest) for start, end in chart.edges]
    heads = [_arc_head(heights[start], heights[end], longest) for start, end in chart.arrows]
    shapes = [Path("".join(arcs), "edge"), Path("".join(heads), "head"), *(_row(entry, width) for entry in entries)]
    return Drawing(width, (entries[-1].place + 1) * ROW, tuple(shapes))


def _reach(start: float, end: float, longest: float) -> float:
    """Return how far an arc reaches: less than in proportion, so that arcs of neighbours can still be seen."""
    part: float = (abs(end - start) / longest) ** 0.6
    return _MIN_REACH + (_REACH - _MIN_REACH) * part


def _arc_head(start: float, end: float, longest: float) -> str:
    """Return the head of the arrow along an arc, in its middle, where it runs straight up or down."""
    turn = 1 if end > start else -1
    return arrow_head(round(_ARCS - _reach(start, end, longest)), (start + end) / 2 + turn * 3, 0, turn)


def _arc(start: float, end: float, longest: float) -> str:
    reach = _reach(start, end, longest)
    # A curve comes three quarters of the way to the points that bend it.
    return path("M", _ARCS, start, "C", _ARCS - reach * 4 / 3, start, _ARCS - reach * 4 / 3, end, _ARCS, end)


def _row(entry: Entry, width: float) -> Shape:
    top = entry.place * ROW
    lines = (one_line(entry.node.text, width - _ARCS - 8),)
    if entry.number is None or entry.node.link is None:
        return Text(_ARCS + 6, top + 16, lines, "strong")
    # The whole row can be touched, not its letters alone.
    target = Rect(_ARCS, top, width - _ARCS, ROW, "target")
    return Link(entry.node.link, (target, Text(_ARCS + 6, top + 16, lines)))
