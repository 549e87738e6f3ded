"""What sums are worth."""

from decimal import Decimal

from briefing.views.base.context import Context, open_context
from briefing.views.parts.sums import largest, money_entries, rate_for, worth_of
from tests.unit.views.sample import claim, claims, link, subjects


def test_what_the_source_prints_is_better_than_a_rate(ctx: Context) -> None:
    printed = claim("daily-1#c1", "acme", "amount", "USD 1bn", line="x", also="JPY 150bn")
    worth = worth_of(ctx, printed)
    assert worth is not None
    assert (worth.amount, worth.rate) == (Decimal(150_000_000_000), None)


def test_a_rate_serves_in_both_directions(ctx: Context) -> None:
    dollars = worth_of(ctx, claim("daily-1#c1", "acme", "amount", "USD 1bn", line="x"))
    assert dollars is not None
    assert dollars.rate is not None
    assert dollars.amount == Decimal("153.89") * 10**9
    assert worth_of(ctx, claim("daily-1#c1", "acme", "amount", "EUR 1bn", line="x")) is None


def test_a_month_without_a_rate_has_that_of_the_nearest(ctx: Context) -> None:
    near = rate_for(ctx, "USD", "2024-09")
    assert near is not None
    assert near.month == "2024-04"
    assert rate_for(ctx, "USD", "2030-01") is None


def test_the_largest_comes_first_and_unknown_worth_last() -> None:
    more = [
        claim("daily-1#c20", "bolt", "amount", "EUR 9bn", line="loan", stage="pledged"),
        claim("daily-1#c21", "bolt", "amount", "JPY 5tn", line="aid", stage="pledged"),
        claim("daily-1#c22", "bolt", "amount", "JPY 0", line="none", stage="pledged"),
    ]
    ctx = open_context(link(subjects(), [*claims(), *more]))
    order = [entry.anchor for entry in largest(ctx, "amount")]
    assert order == ["amount-aid", "amount-tranche", "amount-none", "amount-loan"]
    assert len(list(money_entries(ctx, "amount"))) == 4
