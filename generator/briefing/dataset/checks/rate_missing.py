"""rate-missing: the exchange rates have to keep up with the articles."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.dataset.linked.claim_sets import point_to
from briefing.dataset.linked.exchange_rates import index_rates, month_of
from briefing.dataset.linked.records import Dataset
from briefing.diagnostics.diagnostic import Diagnostic, Severity
from briefing.model.claims import Claim
from briefing.model.values import Money

_MOST_RELATED = 4


class _Need(NamedTuple):
    """Two currencies, in the order of their codes, and a month in which a source prints both."""

    currency: str
    other: str
    month: str


def find_rate_missing(dataset: Dataset) -> Iterator[Diagnostic]:
    """Yield one note for each month of which claims print two currencies and no rate is known."""
    rates = index_rates(dataset.rates)
    claims_by_need: dict[_Need, list[Claim]] = defaultdict(list)
    for claim in dataset.claims.values():
        need = _need_of(claim)
        if need is not None and rates.factor(*need) is None:
            claims_by_need[need].append(claim)
    for need, claims in sorted(claims_by_need.items()):
        yield _missing_rate(need, claims, dataset.briefing.currency)


def _need_of(claim: Claim) -> _Need | None:
    """Return the rate by which the two sums of a claim could be compared; None where it has not two to compare."""
    first, second = claim.value, claim.also_printed
    if second is None or not isinstance(first, Money) or first.currency == second.currency:
        return None
    # A restatement prints what its original prints, and a sum without a day has no month.
    if claim.excluded or claim.restates or claim.as_of.last_day is None:
        return None
    currency, other = sorted((first.currency, second.currency))
    return _Need(currency, other, month_of(claim))


def _missing_rate(need: _Need, claims: Sequence[Claim], home_currency: str) -> Diagnostic:
    pair = f"{need.currency}/{need.other}"
    # Rates are written as what one unit of a foreign currency is in that of the briefing.
    if need.currency == home_currency:
        pair = f"{need.other}/{need.currency}"
    month = need.month
    message = f"{pair} has no rate for {month}, in which the source prints both"
    related = point_to(claims[1 : 1 + _MOST_RELATED], lambda claim: f"and {claim.key}")
    hint = f"add {{pair: {pair}, month: {month}, rate: …, source: …}} to rates.yml, so that the two sums are compared"
    return Diagnostic("rate-missing", Severity.NOTE, claims[0].span, message, hint, related)
