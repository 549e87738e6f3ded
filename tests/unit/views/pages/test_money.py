"""The page of money: by payer, and what sums are worth."""

from dataclasses import replace

from briefing.views.base.context import open_context
from briefing.views.base.tokens import plain
from briefing.views.pages.money import view_money_page
from briefing.views.parts.worth import rate_for, worth_of
from tests.unit.views.sample import claim, claims, link, subjects


def test_money_goes_by_payer_and_knows_what_sums_are_worth() -> None:
    dollars = claim("daily-1#c60", "bolt", "amount", "USD 30bn", line="a", stage="spent", payer="japan", par=6)
    unknown = claim("daily-1#c61", "bolt", "amount", "JPY 1bn", line="b", stage="spent", payer="unknown", par=6)
    context = open_context(link(subjects(), [*claims(), dollars, unknown]))
    page = view_money_page(context)
    assert [group.name for group in page.groups] == ["Japan", "Payer not stated"]
    assert [plain(row.subject) for row in page.groups[0].rows] == ["Bolt", "Acme"]
    assert page.overview is not None
    assert [plain(row.statement.value) for row in page.overview.effects] == ["¥9 trillion"]
    assert [row.rate for row in page.overview.rates] == ["153.89"]
    worth = worth_of(context, dollars)
    assert worth is not None
    assert worth.amount == 30_000_000_000 * context.data.rates[0].rate
    assert rate_for(context, "USD", "2025-04") == context.data.rates[0]
    # A rate from further away says nothing of a sum, and none does where nobody says when it was paid.
    assert rate_for(context, "USD", "2025-05") is None
    assert rate_for(context, "USD", "2023-03") is None
    undated = replace(dollars, as_of=replace(dollars.as_of, earliest=None, latest=None))
    assert worth_of(context, undated) is None
    assert rate_for(context, "EUR", "2024-04") is None
