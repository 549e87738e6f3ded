"""The day that a claim holds for, out of the dates that stand beside it."""

from briefing.model.dates import PartialDate, parse_date

_OPEN_ENDS = ("", "..")


def end_of(date: PartialDate) -> PartialDate:
    """Return the end of an interval, or the date itself."""
    _, slash, end = date.edtf.rpartition("/")
    if not slash or end in _OPEN_ENDS:
        return date
    parsed = parse_date(end)
    if isinstance(parsed, PartialDate):
        return parsed
    return date


def resolve_as_of(stated: PartialDate | None, period: PartialDate | None, published: PartialDate) -> PartialDate:
    """Return the day a claim holds for: stated, else the end of its period if that is past, else publication."""
    if stated is not None:
        return end_of(stated)
    if period is not None and _ends_before(period, published):
        return end_of(period)
    # A period that is still to come is a plan, and was made by the day of publication.
    return end_of(published)


def _ends_before(period: PartialDate, published: PartialDate) -> bool:
    """Return whether a period is certainly over by the day of publication."""
    day = published.last_day
    return period.latest is not None and day is not None and period.latest < day
