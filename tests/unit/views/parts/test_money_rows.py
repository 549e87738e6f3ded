"""Sums as rows."""

from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, Words
from briefing.views.parts.money_rows import view_money


def test_a_sum_has_its_stage_and_who_pays_and_receives(context: Context, linker: Linker) -> None:
    (entry,) = [
        entry for entry in context.addresses.layouts["acme"].section("money") if entry.anchor == "amount-tranche"
    ]
    row = view_money(context, entry, linker, "acme")
    assert (row.stage, row.statement.label, row.statement.label_note) == ("approved", "April tranche", "")
    assert row.payer == (PageLink("Japan", "places/japan/index.md"),)
    # A link to the page's own subject would lead nowhere.
    assert row.payee == (Words("Acme"),)
    assert view_money(context, entry, linker).payee == (PageLink("Acme", "companies/acme/index.md"),)


def test_a_sum_that_names_nobody_has_no_parties(context: Context, linker: Linker) -> None:
    (entry,) = [
        entry for entry in context.addresses.layouts["acme"].section("money") if entry.anchor == "effect-spillover"
    ]
    row = view_money(context, entry, linker)
    assert (row.payer, row.payee, row.stage) == ((), (), "")
