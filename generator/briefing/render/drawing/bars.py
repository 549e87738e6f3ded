"""Bars: sums in panels of one scale each. Weight shows as fill, a bound as the form of the end, both also in words."""

from dataclasses import dataclass

from briefing.model.numerals import Bound
from briefing.render.drawing.legend import lay_out_legend
from briefing.render.drawing.measure import text_width, wrap
from briefing.render.drawing.shapes import BROAD_WIDTH, LINE, Drawing, Path, Shape, Text, path
from briefing.views.pictures.charts import Bar, Bars, Panel

BAR = 15
_LABELS = 300
_MIN_LONGEST = 60
"""Pixels for the longest bar, however much room the printed values take."""
_MIN_BAR = 1.5
"""Pixels of the shortest bar: a sum that is small beside others is still there."""


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
        panel_shapes, y = _lay_out_panel(panel, _frame(panel, width), y)
        shapes += panel_shapes
        y += 10
    return Drawing(width, y, tuple(shapes))


def _frame(panel: Panel, width: float) -> _Frame:
    # The printed value stands behind the end of its bar and must stay on the sheet.
    value_width = max(text_width(bar.value, strong=True) for bar in panel.bars) + 18
    if width < BROAD_WIDTH:
        return _Frame(width, 0, max(width - 0 - value_width, _MIN_LONGEST), stacked=True)
    left = _LABELS + 14
    return _Frame(_LABELS, left, max(width - left - value_width, _MIN_LONGEST), stacked=False)


def _lay_out_panel(panel: Panel, frame: _Frame, y: float) -> tuple[list[Shape], float]:
    """Return the rows of a panel that begins at ``y``, and where the next may begin."""
    start = y
    scale = _scale(panel, frame)
    shapes: list[Shape] = []
    for bar in panel.bars:
        row, height = _lay_out_row(bar, frame, y, scale)
        shapes += row
        y += height
    if panel.drawn and not frame.stacked:
        shapes.append(Path(path("M", frame.left, start - 4, "V", y - 6), "axis"))
    return shapes, y


def _scale(panel: Panel, frame: _Frame) -> float:
    """Return the pixels of one unit of the panel's currency, or 0 where it draws no bars."""
    largest = max((_upper_end(bar) for bar in panel.bars), default=0.0)
    if not panel.drawn or not largest:
        return 0.0
    return frame.longest / largest


def _lay_out_row(bar: Bar, frame: _Frame, y: float, scale: float) -> tuple[list[Shape], float]:
    """Return the words and the mark of one sum, and the height that they take."""
    label = wrap(bar.label, frame.label_width)
    note = wrap(bar.note, frame.label_width)
    shapes: list[Shape] = [Text(0, y + 11, label), Text(0, y + 11 + LINE * len(label), note, "muted")]
    words_height = LINE * (len(label) + len(note))
    top, height = y, words_height + 11
    if frame.stacked:
        top, height = y + words_height + 1, words_height + (BAR + 16)
    value_x = frame.left
    if scale:
        shapes += _mark(bar, frame.left, top, scale)
        value_x = frame.left + _upper_end(bar) * scale + 10
    shapes.append(Text(value_x, top + 12, (bar.value,), "strong"))
    return shapes, height


def _upper_end(bar: Bar) -> float:
    """Return the largest amount that a bar stands for; one of words alone has none."""
    return max(0.0, float(bar.amount_max or bar.amount or 0))


def _mark(bar: Bar, left: float, y: float, scale: float) -> tuple[Shape, ...]:
    """Return the bar of a sum, at least a pixel and a half long."""
    low = left + max(float(bar.amount or 0) * scale, _MIN_BAR)
    body = Path(path("M", left, y, "H", low, *_right_edge(bar, y), "H", left, "Z"), bar.weight)
    if bar.amount_max is not None:
        return body, Path(path("M", low, y + BAR / 2, "H", left + _upper_end(bar) * scale), "stripe range")
    if bar.bound in (Bound.UP_TO, Bound.UNDER):
        # Open at its end, where a line says that no more than this is meant.
        outline = Path(path("M", low, y, "H", left, "V", y + BAR, "H", low), bar.weight)
        return outline, Path(path("M", low, y - 3, "V", y + BAR + 3), "open")
    return (body,)


def _right_edge(bar: Bar, y: float) -> "tuple[str | float, ...]":
    """Return the right edge: an arrow where there is more, a ragged one where it is about that, else a straight one."""
    if bar.bound in (Bound.AT_LEAST, Bound.OVER):
        return "l", 7.0, BAR / 2, "l", -7.0, BAR / 2
    if bar.bound in (Bound.ABOUT, Bound.NEARLY):
        out_and_back = "l", 4.0, BAR / 4, "l", -4.0, BAR / 4
        return out_and_back * 2
    return "V", y + BAR
