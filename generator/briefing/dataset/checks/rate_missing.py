"""rate-missing: the exchange rates have to keep up with the articles."""

from collections.abc import Iterator

from briefing.dataset.linked.exchange_rates import index_rates
from briefing.dataset.linked.records import Dataset
from briefing.diagnostics.diagnostic import Diagnostic, Related, Severity
from briefing.model.claims import Claim
from briefing.model.values import Money

_MONTH = len("2024-04")


def find_rate_missing(dataset: Dataset) -> Iterator[Diagnostic]:
    """Yield one note for each month of which claims print two currencies and no rate is known."""
    rates = index_rates(dataset.rates)
    missing: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in dataset.claims.values():
        if claim.also_printed is None:
            continue
        first, second = claim.value, claim.also_printed
        day = claim.as_of.last_day
        if not isinstance(first, Money) or day is None or claim.excluded or claim.restates:
            continue
        one, other = sorted((first.currency, second.currency))
        month = day.isoformat()[:_MONTH]
        if one != other and rates.factor(one, other, month) is None:
            missing.setdefault((one, other, month), []).append(claim)
    for (one, other, month), claims in sorted(missing.items()):
        yield _missing_rate(dataset, one, other, month, claims)


def _missing_rate(dataset: Dataset, one: str, other: str, month: str, claims: list[Claim]) -> Diagnostic:
    home = dataset.briefing.currency
    pair = f"{other}/{one}" if one == home else f"{one}/{other}"
    message = f"{pair} has no rate for {month}, in which the source prints both"
    related = tuple(Related(claim.span, f"and {claim.key}") for claim in claims[1:5])
    hint = f"add {{pair: {pair}, month: {month}, rate: …, source: …}} to rates.yml, so that the two sums are compared"
    return Diagnostic("rate-missing", Severity.NOTE, claims[0].span, message, hint, related)
