"""How long ago an editor looked a subject over, in words; and when the next look is due."""

from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.dates import PartialDate, parse_date
from generator.model.records import Briefing
from generator.views.context import Context

FRESH_DAYS, STALE_DAYS = 180, 365


@dataclass(frozen=True, slots=True)
class Freshness:
    """When a subject was last verified; ``state`` is fresh, ageing, stale, or never."""

    state: str
    word: str
    verified: str
    next_review: str


def view_freshness(ctx: Context, verified: PartialDate | None) -> Freshness:
    """Return how fresh a subject is today."""
    day = verified.latest if verified else None
    if verified is None or day is None:
        return Freshness("never", ctx.labels.word("fresh", "never"), "", "")
    fresh, stale = thresholds(ctx.data.briefing)
    age = (ctx.today - day).days
    state = "fresh" if age <= fresh else "ageing" if age <= stale else "stale"
    return Freshness(
        state,
        ctx.labels.word("fresh", state),
        verified.label,
        day_label(day + timedelta(days=min(fresh, (date.max - day).days))),
    )


def thresholds(briefing: Briefing) -> tuple[int, int]:
    """Return after how many days a subject is no longer fresh, and after how many it is stale."""
    stated = briefing.thresholds
    return _days(stated.get("fresh_days"), FRESH_DAYS), _days(stated.get("stale_days"), STALE_DAYS)


def _days(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() else default


def day_label(day: date) -> str:
    """Return a day as readers see it: ``31 December 2024``."""
    found = parse_date(day.isoformat())
    return found.label if isinstance(found, PartialDate) else day.isoformat()
