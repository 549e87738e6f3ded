"""Sums in panels that share a scale."""

from briefing.views.base.context import Context
from briefing.views.pictures.money_marks import MoneyMark, view_money_mark
from briefing.views.pictures.money_panels import group_by_unit, group_for_panels, largest_marks_first, view_panel
from tests.unit.views.pictures.bolt import BOLT, amounts, context_of


def marks(*values: str) -> tuple[Context, list[MoneyMark]]:
    context = context_of(amounts(*values))
    return context, [
        view_money_mark(context, entry, "bolt") for entry in context.addresses.layouts[BOLT].section("money")
    ]


def test_sums_share_a_panel_where_they_share_currency_and_unit_of_time() -> None:
    _, marks_of_bolt = marks("JPY 1bn", "JPY 2bn per year", "USD 1bn", "unknown")
    assert sorted(group_by_unit(marks_of_bolt)) == [("JPY", ""), ("JPY", "year"), ("USD", "")]


def test_the_unit_with_the_most_sums_comes_first_and_unknown_sums_last() -> None:
    _, marks_of_bolt = marks("unknown", "JPY 1bn", "USD 1bn", "USD 3bn")
    values = [[mark.bar.value for mark in group] for group in group_for_panels(marks_of_bolt)]
    assert values == [["US$3 billion", "US$1 billion"], ["¥1 billion"], ["not stated"]]


def test_a_single_sum_is_not_drawn() -> None:
    context, marks_of_bolt = marks("JPY 1bn", "JPY 2bn per year")
    panels = [view_panel(context, group) for group in group_for_panels(marks_of_bolt)]
    assert [panel.drawn for panel in panels] == [False, False]
    assert panels[1].title == "In JPY per year: a single sum, nothing to compare it with"


def test_equal_sums_keep_their_order() -> None:
    _, marks_of_bolt = marks("JPY 1bn", "JPY 2bn", "JPY 1bn")
    assert [mark.bar.label for mark in largest_marks_first(marks_of_bolt)] == ["Line 1", "Line 0", "Line 2"]
