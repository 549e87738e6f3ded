"""The rates that printed pairs imply."""

from briefing.views.base.context import Context, open_context
from briefing.views.parts.exchange_rates import list_pairs, view_pairs
from tests.unit.views.sample import claims, link, subjects


def test_a_pair_is_held_against_the_rate_of_its_month(context: Context) -> None:
    (row,) = view_pairs(context, list_pairs(context))
    assert (row.implied, row.month, row.rate) == ("153.30 JPY to 1 USD", "April 2024", "153.89")
    assert (row.deviation, row.beyond) == ("\N{MINUS SIGN}0.4 %", "within rounding")
    assert row.best == "April 2024, 153.89"


def test_without_a_rate_nothing_is_said_of_it() -> None:
    context = open_context(link(subjects(), claims(), rates=()))
    (row,) = view_pairs(context, list_pairs(context))
    assert (row.month, row.rate, row.deviation, row.best) == ("", "", "", "")
    assert row.beyond == context.labels.say("no-rate")
