"""Sums by payer: unknown payers last, and what is furthest along first."""

from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.pages.payer_groups import PayerGroup, group_by_payer
from briefing.views.parts.money_rows import view_money
from briefing.views.parts.sums import largest
from tests.unit.views.sample import claim, context_with


def groups(*sums: tuple[str, str, str]) -> tuple[PayerGroup, ...]:
    """Return the groups of sums of Bolt, each with payer and stage, beside what Japan gives Acme."""
    claims = [
        claim(f"daily-1#c{60 + number}", "bolt", "amount", amount, line=f"line-{number}", payer=payer, stage=stage)
        for number, (amount, payer, stage) in enumerate(sums)
    ]
    context = context_with(*claims)
    linker = Linker(context)
    return group_by_payer(context, [view_money(context, entry, linker) for entry in largest(context, "amount")])


def test_payers_come_by_their_largest_sum_and_the_unknown_last() -> None:
    by_payer = groups(("JPY 9tn", "unknown", "spent"), ("JPY 5tn", "acme", "spent"))
    assert [(group.anchor, group.name, plain(group.payer)) for group in by_payer] == [
        ("payer-acme", "Acme", "Acme"),
        ("payer-japan", "Japan", "Japan"),
        ("payer-not-stated", "Payer not stated", ""),
    ]


def test_what_is_furthest_along_comes_first_and_the_cancelled_last() -> None:
    by_payer = groups(("JPY 9tn", "japan", "cancelled"), ("JPY 1tn", "japan", "spent"))
    assert [row.stage for row in by_payer[0].rows] == ["spent", "approved", "cancelled"]
