"""What a sum is worth in the briefing's currency, by the pair printed beside it or a dated rate."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from briefing.dataset.linked.exchange_rates import month_of, nearest_month
from briefing.model.claims import Claim
from briefing.model.grouping import first_by
from briefing.model.money import Money
from briefing.model.records import Rate
from briefing.views.base.context import Context


@dataclass(frozen=True, slots=True)
class Worth:
    """A sum in the briefing's currency; ``rate`` is the monthly rate it comes by, None where the source prints it."""

    amount: Decimal
    rate: Rate | None


def worth_of(context: Context, claim: Claim) -> Worth | None:
    """Return what a sum is worth in the briefing's currency, or None where nothing tells."""
    currency = context.data.briefing.currency
    sums = first_by(_printed_sums(claim), lambda money: money.currency)
    # What the source prints itself is better than any rate.
    if currency in sums:
        return Worth(_upper_end(sums[currency]), None)
    month = month_of(claim)
    for money in sums.values():
        rate = rate_for(context, money.currency, month)
        if rate:
            return _convert(money, rate, currency)
    return None


def _printed_sums(claim: Claim) -> Iterator[Money]:
    """Yield the sum of a claim, then the one in another currency that its source prints beside it."""
    if isinstance(claim.value, Money):
        yield claim.value
    if claim.also_printed is not None:
        yield claim.also_printed


def _convert(money: Money, rate: Rate, currency: str) -> Worth:
    """Return a sum in another currency by a monthly rate, which is stated in one direction and serves for both."""
    amount = _upper_end(money)
    if rate.pair == f"{money.currency}/{currency}":
        return Worth(amount * rate.rate, rate)
    return Worth(amount / rate.rate, rate)


def _upper_end(money: Money) -> Decimal:
    """Return the upper end of a range, or the sum itself."""
    return money.amount_max or money.amount


def rate_for(context: Context, currency: str, month: str) -> Rate | None:
    """Return the rate between a currency and the briefing's for a month, else for the nearest one within a year."""
    home = context.data.briefing.currency
    pairs = (f"{currency}/{home}", f"{home}/{currency}")
    rates = (rate for rate in context.data.rates if rate.pair in pairs)
    by_month = first_by(rates, lambda rate: rate.month)
    # A sum of a month without a rate goes by that of a neighbour.
    nearest = nearest_month(by_month, month)
    if nearest is None:
        return None
    return by_month[nearest]
