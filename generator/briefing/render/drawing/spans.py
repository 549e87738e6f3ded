"""Spans of time on one axis: a mark as wide as its date is exact, a dashed tail where an end is open, today a line."""

from dataclasses import dataclass
from datetime import date

from briefing.render.drawing.legend import lay_out_legend
from briefing.render.drawing.measure import text_width, wrap
from briefing.render.drawing.shapes import BROAD_WIDTH, LINE, Drawing, Path, Shape, Text, mark_box, path
from briefing.views.pictures.charts import Span, Spans

MARK = 11
_MIN_MARK = 5
_TAIL = 34
_LABELS, _DATES = 256, 184
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000)
_YEAR_ROOM = 52
"""Pixels from one year that is named to the next."""


@dataclass(frozen=True, slots=True)
class _Axis:
    """From the first to the last year, from one pixel to another."""

    first: int
    last: int
    left: float
    right: float

    def x_of_day(self, day: date) -> float:
        """Return the pixel of the beginning of a day."""
        return self._x(day.year + (day.timetuple().tm_yday - 1) / 366)

    def x_of_year(self, year: int) -> float:
        """Return the pixel of the beginning of a year, also of one beyond the last that a date may have."""
        return self._x(year)

    def _x(self, year: float) -> float:
        return self.left + (year - self.first) * (self.right - self.left) / (self.last - self.first)


def lay_out_spans(chart: Spans, width: float) -> Drawing:
    """Return steps on a sheet of ``width``; on a narrow one labels stand above their marks."""
    stacked = width < BROAD_WIDTH
    axis = _fit_axis(chart, 0 if stacked else _LABELS + _DATES + 12, width)
    shapes, y = lay_out_legend(chart.legend, width)
    rows, bottom = _lay_out_rows(chart, axis, y + 40, stacked=stacked)
    return Drawing(width, bottom, (*shapes, *_lay_out_grid(chart, axis, y, bottom), *rows))


def _fit_axis(chart: Spans, left: float, right: float) -> _Axis:
    years = [chart.today.year]
    for span in chart.spans:
        years += [day.year for day in (span.first, span.last) if day]
    # Room for the tails of dates that are open at one end.
    return _Axis(min(years), max(years) + 1, left + 4, right - 4)


def _lay_out_grid(chart: Spans, axis: _Axis, y: float, bottom: float) -> list[Shape]:
    """Return a line and a number for every year that there is room for, and the line of today."""
    step = _year_step(axis)
    years = [year for year in range(axis.first, axis.last) if year % step == 0]
    lines = [path("M", axis.x_of_year(year), y + 36, "V", bottom - 2) for year in years]
    shapes: list[Shape] = [Path("".join(lines), "grid")]
    shapes += [_word_over(axis, axis.x_of_year(year), y + 31, str(year), "muted mid") for year in years]
    now = axis.x_of_day(chart.today)
    shapes.append(Path(path("M", now, y + 16, "V", bottom - 2), "today"))
    shapes.append(_word_over(axis, now, y + 12, chart.today_label, "strong mid"))
    return shapes


def _year_step(axis: _Axis) -> int:
    """Return how many years lie between two that are named."""
    most = max(int((axis.right - axis.left) // _YEAR_ROOM), 1)
    for step in _YEAR_STEPS:
        if (axis.last - axis.first) / step <= most:
            return step
    return _YEAR_STEPS[-1]


def _word_over(axis: _Axis, x: float, y: float, word: str, css: str) -> Text:
    """Return a word centred over a pixel, moved inwards where it would leave the axis."""
    half = text_width(word, strong="strong" in css) / 2
    return Text(min(max(x, axis.left + half), axis.right - half), y, (word,), css)


def _lay_out_rows(chart: Spans, axis: _Axis, y: float, *, stacked: bool) -> tuple[list[Shape], float]:
    """Return the rows of all spans from ``y`` on, and where they end."""
    lay_out_row = _stacked_row if stacked else _row
    shapes: list[Shape] = []
    for span in chart.spans:
        row, height = lay_out_row(span, axis, y)
        shapes += row
        y += height
    return shapes, y + 4


def _row(span: Span, axis: _Axis, y: float) -> tuple[list[Shape], float]:
    label = wrap(span.label, _LABELS - 8)
    when = wrap(f"{span.when}, {span.note}", _DATES)
    shapes: list[Shape] = [Text(0, y + 11, label), Text(_LABELS, y + 11, when, "muted"), *_mark(span, axis, y + 1.5)]
    return shapes, LINE * max(len(label), len(when)) + 8


def _stacked_row(span: Span, axis: _Axis, y: float) -> tuple[list[Shape], float]:
    room = axis.right - axis.left
    label, when = wrap(span.label, room), wrap(f"{span.when}, {span.note}", room)
    height = LINE * (len(label) + len(when))
    shapes: list[Shape] = [Text(0, y + 11, label), Text(0, y + 11 + LINE * len(label), when, "muted")]
    return [*shapes, *_mark(span, axis, y + height + 1)], height + MARK + 14


def _mark(span: Span, axis: _Axis, y: float) -> list[Shape]:
    """Return the mark of a step: a box for what has two ends, else a post at the known end with a dashed tail."""
    middle = y + MARK / 2
    if span.first and span.last:
        left, right = axis.x_of_day(span.first), axis.x_of_day(span.last)
        left = min(left, axis.right - _MIN_MARK)
        return mark_box(left, y, max(right - left, _MIN_MARK), MARK, span.state)
    if span.last:
        end = max(axis.x_of_day(span.last), axis.left + _MIN_MARK)
        tail = path("M", max(end - _TAIL, axis.left), middle, "H", end - _MIN_MARK)
        return [Path(tail, "open"), *mark_box(end - _MIN_MARK, y, _MIN_MARK, MARK, span.state)]
    if span.first:
        start = min(axis.x_of_day(span.first), axis.right - _MIN_MARK)
        tail = path("M", start + _MIN_MARK, middle, "H", min(start + _TAIL, axis.right))
        return [Path(tail, "open"), *mark_box(start, y, _MIN_MARK, MARK, span.state)]
    # A step without any day has words alone.
    return []
