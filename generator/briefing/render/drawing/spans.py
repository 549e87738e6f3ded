"""Spans of time on one axis: a mark as wide as its date is exact, a dashed tail where an end is open, today a line."""

from dataclasses import dataclass
from datetime import date

from briefing.render.drawing.legend import lay_out_legend
from briefing.render.drawing.measure import text_width, wrap
from briefing.render.drawing.shapes import LINE, Drawing, Path, Shape, Text, mark_box, path
from briefing.views.pictures.charts import Span, Spans

MARK = 11
_LEAST = 5
_TAIL = 34
_BROAD = 560
_LABELS, _DATES = 256, 184
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000)


@dataclass(frozen=True, slots=True)
class _Axis:
    """From the first to the last year, from one pixel to another."""

    first: int
    last: int
    left: float
    right: float

    def place(self, day: date) -> float:
        """Return the pixel of the beginning of a day."""
        year = day.year + (day.timetuple().tm_yday - 1) / 366
        return self.left + (year - self.first) * (self.right - self.left) / (self.last - self.first)

    def year(self, year: int) -> float:
        """Return the pixel of the beginning of a year, also of one beyond the last that a date may have."""
        return self.left + (year - self.first) * (self.right - self.left) / (self.last - self.first)


def lay_out_spans(chart: Spans, width: float) -> Drawing:
    """Return steps on a sheet of ``width``; on a narrow one labels stand above their marks."""
    stacked = width < _BROAD
    axis = _axis(chart, 0 if stacked else _LABELS + _DATES + 12, width)
    shapes, y = lay_out_legend(chart.legend, width)
    rows, bottom = _rows(chart, axis, y + 40, stacked=stacked)
    return Drawing(width, bottom, (*shapes, *_grid(chart, axis, y, bottom), *rows))


def _axis(chart: Spans, left: float, right: float) -> _Axis:
    days = [day for one in chart.spans for day in (one.first, one.last) if day]
    years = [day.year for day in (*days, chart.today)]
    # Room for the tails of dates that are open at one end.
    return _Axis(min(years), max(years) + 1, left + 4, right - 4)


def _grid(chart: Spans, axis: _Axis, y: float, bottom: float) -> list[Shape]:
    most = max(int((axis.right - axis.left) // 52), 1)
    step = next((one for one in _STEPS if (axis.last - axis.first) / one <= most), _STEPS[-1])
    years = [year for year in range(axis.first, axis.last) if year % step == 0]
    shapes: list[Shape] = [
        Path("".join(path("M", axis.year(year), y + 36, "V", bottom - 2) for year in years), "grid"),
        *(_over(axis, axis.year(year), y + 31, str(year), "muted mid") for year in years),
    ]
    now = axis.place(chart.today)
    line = Path(path("M", now, y + 16, "V", bottom - 2), "today")
    return [*shapes, line, _over(axis, now, y + 12, chart.today_label, "strong mid")]


def _over(axis: _Axis, x: float, y: float, word: str, css: str) -> Text:
    """Return a word centred over a pixel, moved inwards where it would leave the axis."""
    half = text_width(word, strong="strong" in css) / 2
    return Text(min(max(x, axis.left + half), axis.right - half), y, (word,), css)


def _rows(chart: Spans, axis: _Axis, y: float, *, stacked: bool) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    for one in chart.spans:
        row, height = _stacked(one, axis, y) if stacked else _beside(one, axis, y)
        shapes += row
        y += height
    return shapes, y + 4


def _beside(one: Span, axis: _Axis, y: float) -> tuple[list[Shape], float]:
    label = wrap(one.label, _LABELS - 8)
    when = wrap(f"{one.when}, {one.note}", _DATES)
    shapes: list[Shape] = [Text(0, y + 11, label), Text(_LABELS, y + 11, when, "muted"), *_mark(one, axis, y + 1.5)]
    return shapes, LINE * max(len(label), len(when)) + 8


def _stacked(one: Span, axis: _Axis, y: float) -> tuple[list[Shape], float]:
    room = axis.right - axis.left
    label, when = wrap(one.label, room), wrap(f"{one.when}, {one.note}", room)
    height = LINE * (len(label) + len(when))
    shapes: list[Shape] = [Text(0, y + 11, label), Text(0, y + 11 + LINE * len(label), when, "muted")]
    return [*shapes, *_mark(one, axis, y + height + 1)], height + MARK + 14


def _mark(one: Span, axis: _Axis, y: float) -> list[Shape]:
    """Return the mark of a step: a box for what has two ends, else a post at the known end with a dashed tail."""
    middle = y + MARK / 2
    if one.first and one.last:
        left, right = axis.place(one.first), axis.place(one.last)
        left = min(left, axis.right - _LEAST)
        return mark_box(left, y, max(right - left, _LEAST), MARK, one.state)
    if one.last:
        end = max(axis.place(one.last), axis.left + _LEAST)
        tail = path("M", max(end - _TAIL, axis.left), middle, "H", end - _LEAST)
        return [Path(tail, "open"), *mark_box(end - _LEAST, y, _LEAST, MARK, one.state)]
    if one.first:
        start = min(axis.place(one.first), axis.right - _LEAST)
        tail = path("M", start + _LEAST, middle, "H", min(start + _TAIL, axis.right))
        return [Path(tail, "open"), *mark_box(start, y, _LEAST, MARK, one.state)]
    return []
