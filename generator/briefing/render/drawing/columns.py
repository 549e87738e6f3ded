"""Columns: counts over time in panels above one another, on one axis of time."""

from collections.abc import Sequence

from briefing.render.drawing.measure import text_width
from briefing.render.drawing.shapes import Drawing, Path, Rect, Shape, Text, path
from briefing.views.pictures.charts import Column, Columns

PANEL = 92
_HEAD = 22
_FOOT = 10
_COUNT_ROOM = 18
"""Pixels above the tallest column, where its count stands."""
_MIN_COLUMN = 1.5
_APART = 12
"""Pixels between two words below the axis."""


def lay_out_columns(chart: Columns, width: float) -> Drawing:
    """Return columns on a sheet of ``width``."""
    step = width / max(len(chart.columns), 1)
    shapes: list[Shape] = []
    y = 0.0
    for number, title in enumerate(chart.titles):
        shapes.append(Text(0, y + 13, (title,), "strong"))
        counts = [column.counts[number] for column in chart.columns]
        shapes += _lay_out_panel(chart.columns, counts, step, y + _HEAD, width)
        y += _HEAD + PANEL + 12
    return Drawing(width, y + _FOOT, (*shapes, *_ticks(chart.columns, step, y - 12)))


def _lay_out_panel(
    columns: Sequence[Column], counts: Sequence[int], step: float, y: float, width: float
) -> list[Shape]:
    most = max(counts) or 1
    bottom = y + PANEL
    shapes: list[Shape] = [Path(path("M0 ", bottom, "H", width), "axis")]
    # Where months are many, a broad gap would leave nothing of the columns.
    gap = 1 if step < 14 else 3
    for position, (column, count) in enumerate(zip(columns, counts, strict=True)):
        if not count:
            continue
        height = max((PANEL - _COUNT_ROOM) * count / most, _MIN_COLUMN)
        css = "done" if column.sure else "unsure"
        shapes.append(Rect(position * step + gap, bottom - height, step - 2 * gap, height, css))
        shapes.append(_count(str(count), (position + 0.5) * step, bottom - height - 4, width))
    return shapes


def _count(text: str, x: float, y: float, width: float) -> Text:
    """Return a count centred over its column, moved inwards where it would leave the sheet."""
    half = text_width(text) / 2
    return Text(min(max(x, half), width - half), y, (text,), "mid")


def _ticks(columns: tuple[Column, ...], step: float, y: float) -> list[Shape]:
    """Return the words below the axis: the first and last stretch of time, and the beginnings of years between."""
    last = len(columns) - 1
    shapes: list[Shape] = [Text(0, y + 16, (columns[0].label,), "muted")]
    if last:
        shapes.append(Text((last + 1) * step, y + 16, (columns[last].label,), "muted end"))
    # A tick stands only where it keeps apart from the words before it and from the last ones.
    left = text_width(columns[0].label) + _APART
    right = (last + 1) * step - text_width(columns[last].label) - _APART
    for position, column in enumerate(columns):
        start, size = position * step, text_width(column.tick)
        if column.tick and start > left and start + size < right:
            shapes += [Path(path("M", start, y, "v", 5.0), "axis"), Text(start, y + 16, (column.tick,), "muted")]
            left = start + size + _APART
    return shapes
