"""Sums in one order."""

from briefing.views.base.context import open_context
from briefing.views.parts.sums import largest, money_entries
from tests.unit.views.sample import claim, claims, link, subjects


def test_the_largest_comes_first_and_unknown_worth_last() -> None:
    more = [
        claim("daily-1#c20", "bolt", "amount", "EUR 9bn", line="loan", stage="pledged"),
        claim("daily-1#c21", "bolt", "amount", "JPY 5tn", line="aid", stage="pledged"),
        claim("daily-1#c22", "bolt", "amount", "JPY 0", line="none", stage="pledged"),
    ]
    context = open_context(link(subjects(), [*claims(), *more]))
    order = [entry.anchor for entry in largest(context, "amount")]
    assert order == ["amount-aid", "amount-tranche", "amount-none", "amount-loan"]
    assert len(list(money_entries(context, "amount"))) == 4


def test_a_sum_of_two_stands_on_both_pages_and_counts_once() -> None:
    context = open_context(link(subjects(), [claim("daily-1#c20", "acme+bolt", "amount", "JPY 5tn", line="joint")]))
    pages = context.addresses.layouts
    assert [entry.slot.attribute for entry in (*pages["acme"].entries, *pages["bolt"].entries)] == ["amount", "amount"]
    assert [entry.slot.about for entry in money_entries(context, "amount")] == [("acme", "bolt")]
