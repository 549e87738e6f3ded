"""The day that a claim holds for, out of the dates that stand beside it."""

from briefing.model.dates import PartialDate, parse_date


def end_of(date: PartialDate) -> PartialDate:
    """Return the end of an interval, or the date itself."""
    if "/" not in date.edtf:
        return date
    end = date.edtf.rpartition("/")[2]
    parsed = parse_date(end) if end not in ("", "..") else date
    return parsed if isinstance(parsed, PartialDate) else date


def resolve_as_of(stated: PartialDate | None, period: PartialDate | None, published: PartialDate) -> PartialDate:
    """Return the day a claim holds for: stated, else the end of its period if that is past, else publication."""
    if stated is not None:
        return end_of(stated)
    day = published.last_day
    if period is not None and period.latest is not None and day is not None and period.latest < day:
        return end_of(period)
    return end_of(published)
