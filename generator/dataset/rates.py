"""Dated exchange rates: what a month says of a pair of currencies."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.model.numerals import Interval
from generator.model.records import Rate


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
        None if low is None else low * factor * (1 - tolerance),
        None if high is None else high * factor * (1 + tolerance),
    )


def index_rates(rates: tuple[Rate, ...]) -> Rates:
    """Return the rates, ready to look up."""
    return Rates({(one.pair, one.month): one.rate for one in rates})
