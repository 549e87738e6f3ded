"""Matplotlib with its SVG backend, told to keep text as text and to take its ids from the picture."""

import io

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from benchmarks.picture_libraries.job import MARKS, ROW, WIDTH, Job, span_days
from briefing.views.pictures.charts import Bars, Spans

_SETTINGS = {"svg.fonttype": "none", "svg.hashsalt": "picture"}
_INCH = 100
# Matplotlib reads every colour into red, green and blue, so that a variable of a style sheet is none.
_COLOURS = {mark: f"C{number % 10}" for number, mark in enumerate(MARKS)}


def draw(job: Job) -> str:
    """Return a picture as SVG."""
    with rc_context(_SETTINGS):
        figure = Figure(figsize=(WIDTH / _INCH, (job.rows + 2) * ROW / _INCH), dpi=_INCH, layout="constrained")
        axes = figure.subplots()
        axes.set_title(job.title)
        _fill(axes, job.chart)
        axes.invert_yaxis()
        patches = [Patch(color=_COLOURS[mark], label=word) for mark, word in job.chart.legend]
        figure.legend(handles=patches, loc="outside lower center")
        written = io.StringIO()
        # The day of drawing would differ from run to run.
        metadata = {"Date": None, "Title": job.title, "Description": job.alternative}
        figure.savefig(written, format="svg", metadata=metadata)
    return written.getvalue()


def _fill(axes: Axes, chart: Bars | Spans) -> None:
    if isinstance(chart, Bars):
        bars = chart.panels[0].bars
        colours = [_COLOURS[bar.weight] for bar in bars]
        drawn = axes.barh([bar.label for bar in bars], [float(bar.amount or 0) for bar in bars], color=colours)
        axes.bar_label(drawn, [bar.value for bar in bars])
        return
    days = [span_days(span) for span in chart.spans]
    starts = [date2num(first) for first, _ in days]
    widths = [(last - first).days + 1 for first, last in days]
    labels = [f"{span.label} ({span.when})" for span in chart.spans]
    axes.barh(range(len(days)), widths, left=starts, color=[_COLOURS[span.state] for span in chart.spans])
    axes.set_yticks(range(len(days)), labels)
    locator = AutoDateLocator()
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))
    axes.axvline(date2num(chart.today))
