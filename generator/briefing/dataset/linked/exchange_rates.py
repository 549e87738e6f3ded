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
        if direct is not None:
            return direct
        reverse = self.by_month.get((f"{to}/{start}", month))
        if reverse is not None:
            return 1 / reverse
        return None

    def months(self, start: str, to: str) -> Mapping[str, Decimal]:
        """Return the known rates from ``start`` to ``to`` by month."""
        # A pair may be written either way around, in one month this way and in another that.
        pairs = {f"{start}/{to}", f"{to}/{start}"}
        return self.factors(start, to, sorted(month for pair, month in self.by_month if pair in pairs))

    def factors(self, start: str, to: str, months: Iterable[str]) -> dict[str, Decimal]:
        """Return the rates from ``start`` to ``to`` in those of some months in which one is known."""
        factors: dict[str, Decimal] = {}
        for month in months:
            factor = self.factor(start, to, month)
            if factor is not None:
                factors[month] = factor
        return factors


def convert(money: Interval, factor: Decimal, tolerance: Decimal) -> Interval:
    """Return an interval of money in another currency, widened by the tolerance of a monthly average."""
    low, high = money
    # Below zero, too, the lower end goes down and the upper end up, hence the absolute amounts.
    if low is not None:
        low = low * factor - abs(low * factor) * tolerance
    if high is not None:
        high = high * factor + abs(high * factor) * tolerance
    return low, high


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
    factors = rates.factors(money.currency, other.currency, months)
    # Two months may have one rate, which says the same of the sum.
    return tuple(convert(read(paced), factor, tolerance) for factor in sorted(set(factors.values())))


def month_of(claim: Claim) -> str:
    """Return the month that a claim holds for, as 2024-04."""
    day = claim.as_of.last_day or date.min
    return day.isoformat()[:7]


def nearest_month(months: Iterable[str], month: str) -> str | None:
    """Return the month nearest to another one, the earlier of two; None where none is within a year of it.

    Beyond that a rate says nothing of a sum, and of a sum without a date no rate does.
    """
    distances = [(_months_between(candidate, month), candidate) for candidate in months]
    distance, nearest = min(distances, default=(MOST_MONTHS + 1, ""))
    if distance > MOST_MONTHS:
        return None
    return nearest


def _months_between(month: str, other: str) -> int:
    return abs(_month_number(month) - _month_number(other))


def _month_number(month: str) -> int:
    year, _, number = month.partition("-")
    return int(year) * 12 + int(number)


def index_rates(rates: tuple[Rate, ...]) -> Rates:
    """Return the rates, ready to look up."""
    return Rates({(rate.pair, rate.month): rate.rate for rate in rates})
