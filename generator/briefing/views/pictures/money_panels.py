"""Sums in panels of one currency and one unit of time, because only such sums can share a scale.

Nothing is converted and nothing is added: a rate would be a judgement, and sums may contain each other.
"""

from collections.abc import Sequence

from briefing.model.money import Money
from briefing.views.base.context import Context
from briefing.views.pictures.charts import Panel
from briefing.views.pictures.money_marks import MoneyMark
from briefing.views.pictures.picture import LEAST_MARKS

_Unit = tuple[str, str]
"""A currency and a unit of time, which is empty for a sum paid once."""


def view_panel(context: Context, marks: Sequence[MoneyMark]) -> Panel:
    """Return the panel of sums that share a unit, or that all state no amount."""
    bars = tuple(mark.bar for mark in marks)
    money = marks[0].money
    if money is None:
        return Panel(context.labels.say("money-panel-unknown"), bars, drawn=False)
    unit = _unit_text(context, money)
    if len(bars) < LEAST_MARKS:
        return Panel(context.labels.say("money-panel-alone", unit=unit), bars, drawn=False)
    return Panel(context.labels.say("money-panel", unit=unit), bars, drawn=True)


def _unit_text(context: Context, money: Money) -> str:
    if not money.per:
        return money.currency
    return f"{money.currency} {context.labels.say('per')} {money.per}"


def group_for_panels(marks: Sequence[MoneyMark]) -> list[list[MoneyMark]]:
    """Return sums by unit, units with the most sums first, and last the sums that state no amount."""
    by_unit = group_by_unit(marks)
    # The unit itself decides between units of as many sums, so that every build has the same order.
    units = sorted(by_unit, key=lambda unit: (-len(by_unit[unit]), unit))
    groups = [largest_marks_first(by_unit[unit]) for unit in units]
    unknown = [mark for mark in marks if mark.money is None]
    if unknown:
        groups.append(unknown)
    return groups


def group_by_unit(marks: Sequence[MoneyMark]) -> dict[_Unit, list[MoneyMark]]:
    """Return sums by currency and unit of time, without those that state no amount."""
    groups: dict[_Unit, list[MoneyMark]] = {}
    for mark in marks:
        if mark.money:
            unit = mark.money.currency, mark.money.per or ""
            groups.setdefault(unit, []).append(mark)
    return groups


def largest_marks_first(marks: Sequence[MoneyMark]) -> list[MoneyMark]:
    """Return sums of one unit by size."""
    # Sorting is stable in reverse, too: equal sums keep the order that they had.
    return sorted(marks, key=lambda mark: mark.size, reverse=True)
