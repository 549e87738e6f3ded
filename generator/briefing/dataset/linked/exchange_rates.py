"""Dated exchange rates: what a month says of a pair of currencies."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from briefing.model.claims import Claim
from briefing.model.intervals import Interval
from briefing.model.measures import in_measure_of
from briefing.model.records import Rate
from briefing.model.value_comparing import interval
from briefing.model.values import Money

MOST_MONTHS = 12
"""So far from its own month a rate still tells what order a sum is of."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Monthly rates by (pair, month): one unit of the first currency in units of the second."""

    by_month: Mapping[tuple[str, str], Decimal]

    def factor(self, start: str, to: str, month: str) -> Decimal | None:
        """Return what one unit of ``start`` is in ``to`` in a month such as 2024-04, or None where it is not known."""
        direct = self.by_month.get((f"{start}/{to}", month))
        back = self.by_month.get((f"{to}/{start}", month))
        return direct if direct is not None else None if back is None else 1 / back

    def months(self, start: str, to: str) -> Mapping[str, Decimal]:
        """Return the known rates from ``start`` to ``to`` by month."""
        months = sorted(month for pair, month in self.by_month if pair in (f"{start}/{to}", f"{to}/{start}"))
        factors = {month: self.factor(start, to, month) for month in months}
        return {month: factor for month, factor in factors.items() if factor is not None}


def convert(found: Interval, factor: Decimal, tolerance: Decimal) -> Interval:
    """Return an interval of money in another currency, widened by the tolerance of a monthly average."""
    low, high = found
    return (
        None if low is None else low * factor - abs(low * factor) * tolerance,
        None if high is None else high * factor + abs(high * factor) * tolerance,
    )


def money_like(
    money: Money,
    other: Money,
    rates: Rates,
    months: Collection[str],
    tolerance: Decimal,
    read: Callable[[Money], Interval] = interval,
) -> tuple[Interval, ...]:
    """Return what a sum is in the currency and per the unit of time of another, by the rate of each month.

    There is nothing where no rate is known, or where one sum is per month and the other per nothing.
    """
    paced = in_measure_of(replace(money, currency=other.currency), other)
    if paced is None:
        return ()
    factors = {rates.factor(money.currency, other.currency, month) for month in months}
    return tuple(convert(read(paced), factor, tolerance) for factor in sorted(one for one in factors if one))


def month_of(claim: Claim) -> str:
    """Return the month that a claim holds for, as 2024-04."""
    day = claim.as_of.last_day
    return (day or date.min).isoformat()[:7]


def nearest_month(known: Iterable[str], month: str) -> str | None:
    """Return the month nearest to another one, the earlier of two; None where none is within a year of it.

    Beyond that a rate says nothing of a sum, and of a sum without a date no rate does.
    """
    near = ((_months_between(one, month), one) for one in known)
    return min((one for one in near if one[0] <= MOST_MONTHS), default=(0, None))[1]


def _months_between(one: str, other: str) -> int:
    return abs(_count(one) - _count(other))


def _count(month: str) -> int:
    year, _, number = month.partition("-")
    return int(year) * 12 + int(number)


def index_rates(rates: tuple[Rate, ...]) -> Rates:
    """Return the rates, ready to look up."""
    return Rates({(one.pair, one.month): one.rate for one in rates})
