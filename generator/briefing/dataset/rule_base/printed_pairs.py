"""Two currencies printed side by side: the exchange rate that a source used, as an interval of what rounding allows."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import itemgetter

from briefing.dataset.comparing.value_sets import printed_values
from briefing.dataset.linked.exchange_rates import Rates
from briefing.dataset.rule_base.compared import restated_claim
from briefing.dataset.rule_base.context import RuleContext
from briefing.model.claims import Claim
from briefing.model.date_points import month_text
from briefing.model.dates import PartialDate
from briefing.model.intervals import LOOSE_PER_CENT, Interval, interval_of
from briefing.model.money import Money
from briefing.model.numerals import Bound, Number

_BASES = frozenset({"EUR", "GBP", "USD"})
_FLOORS, _CEILINGS = frozenset({Bound.OVER, Bound.AT_LEAST}), frozenset({Bound.UNDER, Bound.UP_TO})


@dataclass(frozen=True, slots=True)
class PrintedPair:
    """A sum in two currencies: one unit of ``base`` makes ``low`` to ``high``, about ``middle``, of ``quote``."""

    claim: Claim
    base: str
    quote: str
    low: Decimal
    high: Decimal
    middle: Decimal

    @property
    def words(self) -> str:
        """The rate for a message: ``150.40 JPY to 1 USD``."""
        return f"{rate_words(self.middle)} {self.quote} to 1 {self.base}"

    def miss(self, rate: Decimal) -> Decimal:
        """Return how far a rate lies outside, as a share of the rate; 0 where rounding reaches it."""
        return max(self.low - rate, rate - self.high, Decimal(0)) / rate


def printed_pairs(context: RuleContext) -> Iterator[PrintedPair]:
    """Yield the pairs of all claims."""
    for claim in filter(prints_two, context.data.claims.values()):
        yield from pairs_of(context, claim)


def prints_two(claim: Claim) -> bool:
    """Tell whether a claim prints its sum in two currencies; nearly all print it in one only."""
    return claim.also_printed is not None


def pairs_of(context: RuleContext, claim: Claim) -> tuple[PrintedPair, ...]:
    """Return the pairs of a claim: none where it is set aside, or is a restatement that repeats its pair."""
    if claim.excluded or _repeats(context, claim):
        return ()
    return context.cached_of(_read, claim)


def _repeats(context: RuleContext, claim: Claim) -> bool:
    first = restated_claim(context, claim)
    return first is not None and printed_values(first) == printed_values(claim)


def _read(context: RuleContext, claim: Claim) -> tuple[PrintedPair, ...]:
    value, also = claim.value, claim.also_printed
    if not isinstance(value, Money) or also is None:
        return ()
    if not _are_alike(value, also):
        return ()
    base, quote = _oriented(value, also, context.cached(_known_pairs))
    pairs = [_pair_of_ends(claim, base, quote, *ends) for ends in _ends_of_both(base, quote)]
    return tuple(filter(None, pairs))


def _known_pairs(context: RuleContext) -> frozenset[str]:
    return frozenset(map(itemgetter(0), context.rates.by_month))


def _are_alike(a: Money, b: Money) -> bool:
    """Tell whether two sums can be one: of two currencies and one unit of time, and either both or neither a range."""
    if a.currency == b.currency or a.per != b.per:
        return False
    return (a.amount_max is None) == (b.amount_max is None)


def _pair_of_ends(claim: Claim, base: Money, quote: Money, below: Number, above: Number) -> PrintedPair | None:
    """Return the pair that two printed numbers make; None where they imply no rate, such as nought."""
    # A gain in one currency and a loss in the other imply no rate.
    if not below.value or (below.value < 0) != (above.value < 0):
        return None
    divisor, dividend = _size(below), _size(above)
    alike = base.bound is quote.bound
    low, high = _implied(_spread(divisor, base.bound, alike=alike), _spread(dividend, quote.bound, alike=alike))
    if not low or not high:
        return None
    return PrintedPair(claim, base.currency, quote.currency, low, high, dividend.value / divisor.value)


def _ends_of_both(base: Money, quote: Money) -> Iterator[tuple[Number, Number]]:
    """Yield the numbers of a figure, of a range that both currencies print those of both its ends."""
    yield base.low, quote.low
    if base.high and quote.high:
        yield base.high, quote.high


def _size(number: Number) -> Number:
    """Return a number without its sign: a loss in two currencies has the rate of a gain."""
    return Number(abs(number.value), number.step)


def _oriented(a: Money, b: Money, known: frozenset[str]) -> tuple[Money, Money]:
    """Return base and quote as the rates name them, else in a fixed order, so that all pairs of two compare."""
    for base, quote in ((a, b), (b, a)):
        if f"{base.currency}/{quote.currency}" in known:
            return base, quote
    first, second = sorted((a, b), key=_rank)
    return first, second


def _rank(money: Money) -> tuple[bool, str]:
    return money.currency not in _BASES, money.currency


def _spread(number: Number, bound: Bound, *, alike: bool) -> Interval:
    """Return what a printed figure can be; a bound before both currencies limits the sum and not the conversion."""
    if alike:
        return number.value - number.step / 2, number.value + number.step / 2
    # A bound beside one currency alone is how the conversion was rounded; it reaches a few per cent.
    loose = max(number.step, number.value * LOOSE_PER_CENT / 100)
    if bound in _FLOORS:
        return number.value, number.value + loose
    if bound in _CEILINGS:
        return number.value - loose, number.value
    return interval_of(number, None, bound)


def _implied(below: Interval, above: Interval) -> Interval:
    """Return the lowest and highest rate that two spreads allow; none where an end is open or nought."""
    (least, most), (least_above, most_above) = below, above
    if not least or not most:
        return None, None
    if least_above is None or most_above is None:
        return None, None
    return least_above / most, most_above / least


def months_within(moments: Iterable[PartialDate], known: Sequence[str]) -> Sequence[str]:
    """Return those of the sorted months that the dates reach into; an open interval is its known end."""
    within: set[str] = set()
    for first, last in filter(None, dict.fromkeys(map(_span, moments))):
        within.update(known[bisect_left(known, first) : bisect_right(known, last)])
    return sorted(within)


def _span(moment: PartialDate) -> tuple[str, str] | None:
    """Return the first and the last month of a date as texts, which compare as the months do."""
    start, end = moment.first_day, moment.last_day
    if start is None or end is None:
        return None
    return start.isoformat()[:7], end.isoformat()[:7]


def month_words(month: str) -> str:
    """Return ``April 2024`` for 2024-04."""
    # What is no month of the calendar, such as 2024-13, is shown as it is written.
    try:
        return month_text(date.fromisoformat(f"{month}-01"))
    except ValueError:
        return month


def rate_words(rate: Decimal) -> str:
    """Return a rate with five significant digits at most, two decimals at least."""
    if rate >= 10:
        return f"{rate:.2f}"
    return f"{rate:.4f}"


def known_rates(rates: Rates, base: str, quote: str) -> Mapping[str, Decimal]:
    """Return the known months of a pair that a rate can be held against."""
    return {month: rate for month, rate in rates.months(base, quote).items() if rate > 0}
