"""The picture of sums as bars: its panels, its words, and the same sums as a table and as CSV."""

from collections.abc import Sequence
from itertools import chain

from briefing.routes import PagePath
from briefing.views.base.context import Context
from briefing.views.base.placed_entry import Entry
from briefing.views.pictures.charts import Bar, Bars, Panel
from briefing.views.pictures.money_marks import MONEY_COLUMNS, MONEY_FIELDS, MoneyMark, money_row, view_money_mark
from briefing.views.pictures.money_panels import group_by_unit, group_for_panels, largest_marks_first, view_panel
from briefing.views.pictures.picture import (
    LEAST_MARKS,
    Picture,
    PictureData,
    PictureText,
    compose_picture,
    make_legend,
    note_prose,
)

MOST_BARS = 30
"""So many sums are drawn on a page of sums; a note counts those left out."""
_WEIGHTS = ("said", "decided", "done", "cancelled")
"""The order of the legend."""


def view_money_picture(
    context: Context, page: PagePath, entries: Sequence[Entry], *, own: str = "", most: int = MOST_BARS
) -> Picture | None:
    """Return the picture of the first ``most`` sums, or None where fewer than two of them share a currency.

    Args:
        context: what every view reads.
        page: the page that shows the picture.
        entries: the sums, the most important first.
        own: the subject whose page it is; labels leave its name out.
        most: how many sums are drawn.
    """
    marks = _marks(context, entries, own)
    return _compose(context, page, marks[:most], left=len(marks) - most)


def view_leading_sums(context: Context, page: PagePath, entries: Sequence[Entry], most: int) -> Picture | None:
    """Return the picture of the largest sums in the currency that has the most sums."""
    marks = _marks(context, entries, own="")
    leading = max(group_by_unit(marks).values(), key=len, default=[])
    return _compose(context, page, largest_marks_first(leading)[:most], left=len(marks) - most)


def _marks(context: Context, entries: Sequence[Entry], own: str) -> list[MoneyMark]:
    return [view_money_mark(context, entry, own) for entry in entries if _is_stated(entry)]


def _is_stated(entry: Entry) -> bool:
    # Where a source denies a sum, there is none to compare.
    return entry.slot.shown is not None and not entry.slot.shown.denied


def _compose(context: Context, page: PagePath, marks: Sequence[MoneyMark], left: int) -> Picture | None:
    groups = group_for_panels(marks)
    panels = tuple(view_panel(context, group) for group in groups)
    drawn = [panel for panel in panels if panel.drawn]
    if sum(len(panel.bars) for panel in drawn) < LEAST_MARKS:
        return None
    # Table and CSV have the sums in the order of the panels, so that they can be read side by side.
    ordered = list(chain.from_iterable(groups))
    claims = chain.from_iterable(mark.claims for mark in ordered)
    chart = Bars(panels, _legend(context, drawn))
    return compose_picture(context, page, "money", chart, _text(context, panels, left), _data(context, ordered), claims)


def _legend(context: Context, panels: Sequence[Panel]) -> tuple[tuple[str, str], ...]:
    bars = chain.from_iterable(panel.bars for panel in panels)
    return make_legend(context, "weight", _WEIGHTS, {bar.weight for bar in bars})


def _data(context: Context, marks: Sequence[MoneyMark]) -> PictureData:
    return PictureData(
        columns=context.labels.say_all(*MONEY_COLUMNS),
        rows=tuple(map(money_row, marks)),
        fields=MONEY_FIELDS,
        records=tuple(mark.record for mark in marks),
    )


def _text(context: Context, panels: Sequence[Panel], left: int) -> PictureText:
    notes = [context.labels.say("money-picture-note")]
    if left > 0:
        notes.append(context.labels.say("money-picture-left", n=left))
    return PictureText(
        context.labels.say("money-picture"),
        " ".join(_panel_text(context, panel) for panel in panels),
        note_prose(notes),
    )


def _panel_text(context: Context, panel: Panel) -> str:
    bars = "; ".join(map(_bar_text, panel.bars))
    return context.labels.say("money-panel-said", n=len(panel.bars), title=panel.title, bars=bars)


def _bar_text(bar: Bar) -> str:
    return f"{bar.label}, {bar.value}, {bar.note}"
