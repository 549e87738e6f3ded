"""Pygal without its scripts; it has no bars that begin elsewhere than at nothing, so that steps are lines."""

from pygal import Config, DateLine, HorizontalBar
from pygal.style import Style

from benchmarks.picture_libraries.job import MARKS, ROW, WIDTH, Job, span_days
from briefing.views.pictures.charts import Bars, Spans

_TEXT, _LINE = "var(--picture-text)", "var(--picture-line)"


def draw(job: Job) -> str:
    """Return a picture as SVG."""
    chart = _bars(job.chart) if isinstance(job.chart, Bars) else _spans(job.chart)
    chart.title = job.title
    written: str = chart.render(is_unicode=True)
    return written


def _config(rows: int) -> Config:
    # Without a script of its own and without the address of one; an id made up for each run would change the bytes.
    return Config(
        js=(), no_prefix=True, width=WIDTH, height=(rows + 3) * ROW, disable_xml_declaration=True, print_labels=True
    )


def _style(marks: list[str]) -> Style:
    return Style(
        background="transparent",
        plot_background="transparent",
        foreground=_TEXT,
        foreground_strong=_TEXT,
        foreground_subtle=_LINE,
        value_background=_LINE,
        colors=tuple(f"var(--picture-{mark})" for mark in marks),
    )


def _bars(chart: Bars) -> HorizontalBar:
    bars = chart.panels[0].bars
    marks = [mark for mark in MARKS if mark in {bar.weight for bar in bars}]
    words = dict(chart.legend)
    drawn = HorizontalBar(_config(len(bars)), style=_style(marks))
    drawn.x_labels = [bar.label for bar in bars]
    for mark in marks:
        values = [{"value": float(bar.amount or 0), "label": bar.value} if bar.weight == mark else None for bar in bars]
        drawn.add(words[mark], values)
    return drawn


def _spans(chart: Spans) -> DateLine:
    drawn = DateLine(_config(len(chart.spans)), style=_style([span.state for span in chart.spans]), show_y_labels=False)
    for number, span in enumerate(reversed(chart.spans)):
        first, last = span_days(span)
        label = f"{span.label} ({span.when})"
        drawn.add(label, [{"value": (first, number), "label": label}, (last, number)])
    return drawn
