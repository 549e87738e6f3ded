"""Bars: sums in panels of one scale each. Weight shows as fill, a bound as the form of the end, both also in words."""

from dataclasses import dataclass
from itertools import chain

from briefing.model.numerals import Bound
from briefing.render.drawing.legend import lay_out_legend
from briefing.render.drawing.measure import text_width, wrap
from briefing.render.drawing.shapes import LINE, Drawing, Path, Shape, Text, path
from briefing.views.pictures.charts import Bar, Bars, Panel

BAR = 15
_LABELS = 300
_BROAD = 560


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the labels end and bars begin, how long the longest may be, and whether labels stand above their bar."""

    label_width: float
    left: float
    longest: float
    stacked: bool


def lay_out_bars(chart: Bars, width: float) -> Drawing:
    """Return bars on a sheet of ``width``; on a narrow one labels stand above their bars."""
    shapes, y = lay_out_legend(chart.legend, width)
    for panel in chart.panels:
        shapes.append(Text(0, y + 14, wrap(panel.title, width, 1), "strong"))
        y += 28
        drawn, y = _panel(panel, _frame(panel, width), y)
        shapes += drawn
        y += 10
    return Drawing(width, y, tuple(shapes))


def _frame(panel: Panel, width: float) -> _Frame:
    stacked = width < _BROAD
    left = 0 if stacked else _LABELS + 14
    room = max(text_width(one.value, strong=True) for one in panel.bars) + 18
    return _Frame(width if stacked else _LABELS, left, max(width - left - room, 60), stacked)


def _panel(panel: Panel, frame: _Frame, y: float) -> tuple[list[Shape], float]:
    top = max((_end(one) for one in panel.bars), default=0.0)
    shapes: list[Shape] = []
    start = y
    for bar in panel.bars:
        scale = frame.longest / top if panel.drawn and top else 0.0
        row, height = _row(bar, frame, y, scale)
        shapes += row
        y += height
    if panel.drawn and not frame.stacked:
        shapes.append(Path(path("M", frame.left, start - 4, "V", y - 6), "axis"))
    return shapes, y


def _row(bar: Bar, frame: _Frame, y: float, scale: float) -> tuple[list[Shape], float]:
    label = wrap(bar.label, frame.label_width)
    note = wrap(bar.note, frame.label_width)
    words: list[Shape] = [Text(0, y + 11, label), Text(0, y + 11 + LINE * len(label), note, "muted")]
    height = LINE * (len(label) + len(note))
    top = y + height + 1 if frame.stacked else y
    shape = _mark(bar, frame.left, top, scale) if scale else ()
    end = frame.left + _end(bar) * scale + (10 if scale else 0)
    value = Text(end, top + 12, (bar.value,), "strong")
    return [*words, *shape, value], height + (BAR + 16 if frame.stacked else 11)


def _end(bar: Bar) -> float:
    return max(0.0, float(bar.amount_max or bar.amount or 0))


def _mark(bar: Bar, left: float, y: float, scale: float) -> tuple[Shape, ...]:
    """Return the bar of a sum, at least a pixel and a half long."""
    low = left + max(float(bar.amount or 0) * scale, 1.5)
    body = Path(path("M", left, y, "H", low, *_ending(bar, y), "H", left, "Z"), bar.weight)
    if bar.amount_max is not None:
        return body, Path(path("M", low, y + BAR / 2, "H", left + _end(bar) * scale), "stripe range")
    if bar.bound in (Bound.UP_TO, Bound.UNDER):
        return Path(path("M", low, y, "H", left, "V", y + BAR, "H", low), bar.weight), Path(
            path("M", low, y - 3, "V", y + BAR + 3), "open"
        )
    return (body,)


def _ending(bar: Bar, y: float) -> "tuple[str | float, ...]":
    """Return the right edge: an arrow where there is more, a ragged one where it is about that, else a straight one."""
    if bar.bound in (Bound.AT_LEAST, Bound.OVER):
        return "l", 7.0, BAR / 2, "l", -7.0, BAR / 2
    if bar.bound in (Bound.ABOUT, Bound.NEARLY):
        return tuple(chain.from_iterable(("l", step, BAR / 4) for step in (4.0, -4.0, 4.0, -4.0)))
    return "V", y + BAR
