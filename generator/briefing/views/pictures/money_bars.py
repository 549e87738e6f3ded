"""Sums as bars, in panels of one currency and one unit of time. Bars compare sums; nothing is converted or added."""

from collections.abc import Sequence
from itertools import chain

from briefing.model.money import Money
from briefing.routes import PagePath
from briefing.views.base.context import Context
from briefing.views.base.placed_entry import Entry
from briefing.views.base.tokens import words
from briefing.views.pictures.charts import Bar, Bars, Panel
from briefing.views.pictures.money_marks import MONEY_COLUMNS, MONEY_FIELDS, MoneyMark, money_row, view_money_mark
from briefing.views.pictures.picture import LEAST_MARKS, Picture, PictureData, PictureText, compose_picture

MOST_BARS = 30
"""So many sums are drawn on a page of sums; a note counts those left out."""
_WEIGHTS = ("said", "decided", "done", "cancelled")
"""The order of the legend."""
_Unit = tuple[str, str]
"""A currency and a unit of time, which is empty for a sum paid once."""


def view_money_picture(
    ctx: Context, page: PagePath, entries: Sequence[Entry], *, own: str = "", most: int = MOST_BARS
) -> Picture | None:
    """Return the picture of the first ``most`` sums, or None where fewer than two of them share a currency.

    Args:
        ctx: what every view reads.
        page: the page that shows the picture.
        entries: the sums, the most important first.
        own: the subject whose page it is; labels leave its name out.
        most: how many sums are drawn.
    """
    marks = _marks(ctx, entries, own)
    return _compose(ctx, page, marks[:most], left=len(marks) - most)


def view_leading_sums(ctx: Context, page: PagePath, entries: Sequence[Entry], most: int) -> Picture | None:
    """Return the picture of the largest sums in the currency that has the most sums."""
    marks = _marks(ctx, entries, own="")
    leading = max(_group_by_unit(marks).values(), key=len, default=[])
    return _compose(ctx, page, _largest_first(leading)[:most], left=len(marks) - most)


def _marks(ctx: Context, entries: Sequence[Entry], own: str) -> list[MoneyMark]:
    return [view_money_mark(ctx, entry, own) for entry in entries if _is_stated(entry)]


def _is_stated(entry: Entry) -> bool:
    # Where a source denies a sum, there is none to compare.
    return entry.slot.shown is not None and not entry.slot.shown.denied


def _compose(ctx: Context, page: PagePath, marks: Sequence[MoneyMark], left: int) -> Picture | None:
    groups = _group_for_panels(marks)
    panels = tuple(_panel(ctx, group) for group in groups)
    drawn = [panel for panel in panels if panel.drawn]
    if sum(len(panel.bars) for panel in drawn) < LEAST_MARKS:
        return None
    # Table and CSV have the sums in the order of the panels, so that they can be read side by side.
    ordered = list(chain.from_iterable(groups))
    claims = chain.from_iterable(mark.claims for mark in ordered)
    chart = Bars(panels, _legend(ctx, drawn))
    return compose_picture(ctx, page, "money", chart, _text(ctx, panels, left), _data(ctx, ordered), claims)


def _legend(ctx: Context, panels: Sequence[Panel]) -> tuple[tuple[str, str], ...]:
    weights: set[str] = set()
    for panel in panels:
        weights.update(bar.weight for bar in panel.bars)
    return tuple((weight, ctx.labels.word("weight", weight)) for weight in _WEIGHTS if weight in weights)


def _data(ctx: Context, marks: Sequence[MoneyMark]) -> PictureData:
    return PictureData(
        columns=tuple(ctx.labels.say(column) for column in MONEY_COLUMNS),
        rows=tuple(money_row(mark) for mark in marks),
        fields=MONEY_FIELDS,
        records=tuple(mark.record for mark in marks),
    )


def _text(ctx: Context, panels: Sequence[Panel], left: int) -> PictureText:
    notes = [ctx.labels.say("money-picture-note")]
    if left > 0:
        notes.append(ctx.labels.say("money-picture-left", n=left))
    return PictureText(
        ctx.labels.say("money-picture"),
        " ".join(_panel_text(ctx, panel) for panel in panels),
        tuple(words(note) for note in notes),
    )


def _panel_text(ctx: Context, panel: Panel) -> str:
    bars = "; ".join(_bar_text(bar) for bar in panel.bars)
    return ctx.labels.say("money-panel-said", n=len(panel.bars), title=panel.title, bars=bars)


def _bar_text(bar: Bar) -> str:
    return f"{bar.label}, {bar.value}, {bar.note}"


def _panel(ctx: Context, marks: Sequence[MoneyMark]) -> Panel:
    """Return the panel of sums that share a unit, or that all state no amount."""
    bars = tuple(mark.bar for mark in marks)
    money = marks[0].money
    if money is None:
        return Panel(ctx.labels.say("money-panel-unknown"), bars, drawn=False)
    drawn = len(bars) >= LEAST_MARKS
    title = "money-panel" if drawn else "money-panel-alone"
    return Panel(ctx.labels.say(title, unit=_unit_text(ctx, money)), bars, drawn)


def _unit_text(ctx: Context, money: Money) -> str:
    if not money.per:
        return money.currency
    return f"{money.currency} {ctx.labels.say('per')} {money.per}"


def _group_for_panels(marks: Sequence[MoneyMark]) -> list[list[MoneyMark]]:
    """Return sums by unit, units with the most sums first, and last the sums that state no amount."""
    by_unit = _group_by_unit(marks)
    units = sorted(by_unit, key=lambda unit: (-len(by_unit[unit]), unit))
    groups = [_largest_first(by_unit[unit]) for unit in units]
    unknown = [mark for mark in marks if mark.money is None]
    if unknown:
        groups.append(unknown)
    return groups


def _group_by_unit(marks: Sequence[MoneyMark]) -> dict[_Unit, list[MoneyMark]]:
    groups: dict[_Unit, list[MoneyMark]] = {}
    for mark in marks:
        if mark.money:
            unit = mark.money.currency, mark.money.per or ""
            groups.setdefault(unit, []).append(mark)
    return groups


def _largest_first(marks: Sequence[MoneyMark]) -> list[MoneyMark]:
    # Sorting is stable in reverse, too: equal sums keep the order that they had.
    return sorted(marks, key=lambda mark: mark.size, reverse=True)
