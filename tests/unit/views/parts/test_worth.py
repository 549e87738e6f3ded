"""What a sum is worth in the currency of the briefing."""

from decimal import Decimal

from briefing.model.records import Rate
from briefing.views.base.context import Context, open_context
from briefing.views.parts.worth import rate_for, worth_of
from tests.unit.views.sample import claim, claims, link, subjects


def test_what_the_source_prints_is_better_than_a_rate(context: Context) -> None:
    printed = claim("daily-1#c1", "acme", "amount", "USD 1bn", line="x", also="JPY 150bn")
    worth = worth_of(context, printed)
    assert worth is not None
    assert (worth.amount, worth.rate) == (Decimal(150_000_000_000), None)


def test_a_rate_serves_in_both_directions(context: Context) -> None:
    dollars = worth_of(context, claim("daily-1#c1", "acme", "amount", "USD 1bn", line="x"))
    assert dollars is not None
    assert dollars.rate is not None
    assert dollars.amount == Decimal("153.89") * 10**9
    euros = claim("daily-1#c1", "acme", "amount", "EUR 1bn", line="x")
    assert worth_of(context, euros) is None
    rate = Rate("JPY/EUR", "2024-04", Decimal("0.005"), "central bank")
    worth = worth_of(open_context(link(subjects(), claims(), rates=(rate,))), euros)
    assert worth is not None
    assert (worth.amount, worth.rate) == (200 * 10**9, rate)


def test_a_month_without_a_rate_has_that_of_the_nearest(context: Context) -> None:
    near = rate_for(context, "USD", "2024-09")
    assert near is not None
    assert near.month == "2024-04"
    assert rate_for(context, "USD", "2030-01") is None
