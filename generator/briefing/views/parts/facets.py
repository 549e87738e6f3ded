"""What a row of a list is filtered and sorted by: words that readers choose from, and values that order right."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model.dates import PartialDate, date_order
from briefing.model.money import Money
from briefing.model.values import Value
from briefing.views.base.context import Context

LONGEST = 15
"""A longer interval counts for the years of its ends alone."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to filter a list and what a row has there; at the head of a list the way's own words."""

    name: str
    values: tuple[str, ...]


def facet(name: str, values: Iterable[str]) -> Facet:
    """Return what a row is filtered by, nothing twice."""
    stated = filter(None, values)
    return Facet(name, tuple(dict.fromkeys(stated)))


def facet_heads(context: Context, *names: str) -> tuple[Facet, ...]:
    """Return what the ways to filter a list are called."""
    return tuple(Facet(name, (context.labels.word("facet", name),)) for name in names)


def date_key(when: PartialDate | None) -> str:
    """Return what a date sorts by, whatever its precision: `2027-01-01 3 2027-12-31`."""
    if when is None:
        return ""
    first, fineness, last, _ = date_order(when)
    # Browsers sort keys as text, and days of ISO 8601 sort as text.
    return f"{first.isoformat()} {fineness} {last.isoformat()}"


def value_key(value: Value | None) -> str:
    """Return what a value sorts by where its words would mislead: a sum by currency and amount, a date by its days."""
    match value:
        case Money():
            # Without an exponent, which a Decimal of many digits would print.
            return f"{value.currency} {value.amount:f}"
        case PartialDate():
            return date_key(value)
    return ""


def years(when: PartialDate | None) -> tuple[str, ...]:
    """Return the years that a date touches."""
    if when is None:
        return ()
    # An interval open at one end touches years without number.
    if when.first_day is None or when.last_day is None:
        return ()
    first, last = when.first_day.year, when.last_day.year
    # A long interval says little of each of its years.
    if last - first > LONGEST:
        return str(first), str(last)
    return tuple(str(year) for year in range(first, last + 1))
