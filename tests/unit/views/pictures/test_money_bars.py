"""R27: bars compare sums of one currency only; table and CSV say the same."""

from typing import Any

from briefing.render.tables import csv_text
from briefing.routes import HOME
from briefing.views.base.context import Context
from briefing.views.base.tokens import plain
from briefing.views.parts.sums import largest
from briefing.views.pictures.charts import Bars
from briefing.views.pictures.money_bars import view_leading_sums, view_money_picture
from briefing.views.pictures.picture import Picture
from tests.unit.views.pictures.bolt import BOLT, amounts, context_of


def money(*values: str) -> Picture | None:
    context = context_of(amounts(*values))
    return view_money_picture(context, HOME, largest(context, "amount"))


def bars(picture: Picture | None) -> list[tuple[str, bool, list[str]]]:
    assert picture
    assert isinstance(picture.chart, Bars)
    return [(panel.title, panel.drawn, [bar.value for bar in panel.bars]) for panel in picture.chart.panels]


def test_bars_compare_sums_of_one_currency_and_a_lone_sum_is_words() -> None:
    picture = money("JPY 1bn", "USD 5bn", "up to JPY 3bn", "JPY 2bn per year")
    assert bars(picture) == [
        ("Sums in JPY", True, ["up to ¥3 billion", "¥1 billion"]),
        ("In JPY per year: a single sum, nothing to compare it with", False, ["¥2 billion per year"]),
        ("In USD: a single sum, nothing to compare it with", False, ["US$5 billion"]),
    ]


def test_nothing_is_drawn_of_sums_that_share_no_currency() -> None:
    assert money("JPY 1bn", "USD 5bn", "EUR 1bn") is None
    assert money("JPY 1bn") is None


def test_a_sum_without_an_amount_and_a_payer_who_is_unknown_are_said() -> None:
    claims = [*amounts("JPY 1bn", "JPY 2bn", "unknown")[1:], *amounts("JPY 1bn")]
    claims[0].qualifiers["payer"] = "unknown"
    context = context_of(claims)
    picture = view_money_picture(context, HOME, list(_entries(context)))
    assert bars(picture)[-1] == ("Without a stated amount", False, ["not stated"])
    assert picture
    assert isinstance(picture.chart, Bars)
    assert picture.chart.panels[0].bars[0].note == "pledged, payer not stated"
    assert "Without a stated amount: Bolt: Line 2, not stated, pledged, Japan pays." in picture.alternative


def _entries(context: Context) -> Any:
    return (entry for entry in context.addresses.layouts[BOLT].entries if entry.section == "money")


def test_the_first_page_has_the_largest_of_the_currency_with_the_most() -> None:
    context = context_of(amounts("USD 50bn", "JPY 1bn", "JPY 3bn", "JPY 2bn"))
    picture = view_leading_sums(context, HOME, largest(context, "amount"), 2)
    assert bars(picture) == [("Sums in JPY", True, ["¥3 billion", "¥2 billion"])]
    assert picture
    assert plain(picture.notes[-1]) == "2 more sums are not drawn."


def test_picture_table_and_csv_have_the_same_rows() -> None:
    picture = money("JPY 1bn", "USD 5bn", "up to JPY 3bn to 4bn")
    assert picture
    values = [bar for _, _, panel in bars(picture) for bar in panel]
    assert [plain(row[1]) for row in picture.table.rows] == values
    amount = picture.csv.fields.index("amount")
    assert [record[amount] for record in picture.csv.records] == ["3000000000", "1000000000", "5000000000"]
    assert [record[amount + 1] for record in picture.csv.records] == ["4000000000", "", ""]
    assert (
        csv_text(picture.csv.fields, picture.csv.records)
        .splitlines()[1]
        .startswith("bolt,line-2,up to JPY 3bn to 4bn,3000000000,4000000000,JPY,up-to")
    )
