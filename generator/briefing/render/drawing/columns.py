"""Columns: counts over time in panels above one another, on one axis of time."""

from briefing.render.drawing.measure import text_width
from briefing.render.drawing.shapes import Drawing, Path, Rect, Shape, Text, path
from briefing.views.pictures.charts import Column, Columns

PANEL = 92
_HEAD = 22
_FOOT = 10


def lay_out_columns(chart: Columns, width: float) -> Drawing:
    """Return columns on a sheet of ``width``."""
    step = width / max(len(chart.columns), 1)
    shapes: list[Shape] = []
    y = 0.0
    for place, title in enumerate(chart.titles):
        shapes.append(Text(0, y + 13, (title,), "strong"))
        shapes += _panel([(one, one.counts[place]) for one in chart.columns], step, y + _HEAD, width)
        y += _HEAD + PANEL + 12
    return Drawing(width, y + _FOOT, (*shapes, *_ticks(chart.columns, step, y - 12)))


def _panel(found: list[tuple[Column, int]], step: float, y: float, width: float) -> list[Shape]:
    most = max(count for _, count in found) or 1
    bottom = y + PANEL
    shapes: list[Shape] = [Path(path("M0 ", bottom, "H", width), "axis")]
    room = PANEL - 18
    gap = 1 if step < 14 else 3
    for place, (column, count) in enumerate(found):
        if count:
            height = max(room * count / most, 1.5)
            css = "done" if column.sure else "unsure"
            shapes.append(Rect(place * step + gap, bottom - height, step - 2 * gap, height, css))
            shapes.append(_count(str(count), (place + 0.5) * step, bottom - height - 4, width))
    return shapes


def _count(text: str, x: float, y: float, width: float) -> Text:
    half = text_width(text) / 2
    return Text(min(max(x, half), width - half), y, (text,), "mid")


def _ticks(columns: tuple[Column, ...], step: float, y: float) -> list[Shape]:
    """Return the words below the axis: the first and last stretch of time, and the beginnings of years between."""
    last = len(columns) - 1
    ends: list[Shape] = [Text(0, y + 16, (columns[0].label,), "muted")]
    if last:
        ends.append(Text((last + 1) * step, y + 16, (columns[last].label,), "muted end"))
    left = text_width(columns[0].label) + 12
    right = (last + 1) * step - text_width(columns[last].label) - 12
    for place, one in enumerate(columns):
        start, size = place * step, text_width(one.tick)
        if one.tick and start > left and start + size < right:
            ends += [Path(path("M", start, y, "v", 5.0), "axis"), Text(start, y + 16, (one.tick,), "muted")]
            left = start + size + 12
    return ends
