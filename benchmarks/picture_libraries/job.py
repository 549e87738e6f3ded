"""What every library is asked to draw."""

from dataclasses import dataclass
from datetime import date, timedelta

from briefing.views.pictures.charts import Bars, Span, Spans

WIDTH = 800
"""Pixels of a picture on a broad screen."""
ROW = 34
"""Pixels that a library has for one bar or step, about as many as ours takes."""
MARKS = ("said", "decided", "done", "cancelled", "happened", "met", "late", "planned", "hoped", "overdue", "dropped")
"""Weights of sums and states of steps; each has a colour, which the page gives as a variable where it can."""
_OPEN_DAYS = 180


@dataclass(frozen=True, slots=True)
class Job:
    """One picture: its title, all that it shows in words, and its chart."""

    name: str
    title: str
    alternative: str
    chart: Bars | Spans

    @property
    def rows(self) -> int:
        """How many bars or steps there are."""
        if isinstance(self.chart, Bars):
            return len(self.chart.panels[0].bars)
        return len(self.chart.spans)


def span_days(span: Span) -> tuple[date, date]:
    """Return the first and last day of a mark; an open end, which no library knows, is half a year away."""
    first = span.first or (span.last or date.min) - timedelta(days=_OPEN_DAYS)
    last = span.last or first + timedelta(days=_OPEN_DAYS)
    return first, last
