"""Dates as the formats of bibliographies write them."""

from datetime import date

from briefing.model.date_points import Precision
from briefing.model.dates import PartialDate

DateParts = list[int]
_PARTS = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}


def date_parts(published: PartialDate) -> list[DateParts]:
    """Return year, month and day as far as they are known; of a span its first and last day, nothing of an open one.

    Seasons, halves and fiscal years are spans: no program reads their own signs alike.
    """
    count = _PARTS.get(published.precision)
    if count and not published.fiscal and published.earliest:
        return [_parts_of(published.earliest)[:count]]
    if published.earliest and published.latest:
        return [_parts_of(published.earliest), _parts_of(published.latest)]
    return []


def _parts_of(day: date) -> DateParts:
    return [day.year, day.month, day.day]


def joined_parts(parts: DateParts, separator: str) -> str:
    """Return the parts of one date as digits: a year of four, months and days of two."""
    year, *rest = parts
    return separator.join([f"{year:04}", *(f"{part:02}" for part in rest)])
