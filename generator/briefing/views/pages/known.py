"""The briefing as its sources would have shown it, month by month: what each changed, and what stood at its end."""

from dataclasses import dataclass, replace

from briefing.dataset.comparing.known_months import KnownMonth, Turn
from briefing.model.dates import parse_date
from briefing.model.malformed import Malformed
from briefing.routes import AS_KNOWN, known_json, list_page, month_folder
from briefing.views.base.context import Context
from briefing.views.base.head import Head, Pager
from briefing.views.base.paging import LINK_WEIGHT, SOURCE_WEIGHT, split_by_weight, weigh_text
from briefing.views.base.tokens import FileLink, PageLink
from briefing.views.pages.paged_list import PagedList
from briefing.views.parts.changes import ChangeRow
from briefing.views.parts.known_turns import known_months, told_turns, view_turn


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month in which sources spoke; ``totals`` says what stood at its end."""

    link: PageLink
    count: str
    totals: str


@dataclass(frozen=True, slots=True)
class KnownPage:
    """All months in which sources spoke, the newest first."""

    head: Head
    months: tuple[MonthRow, ...]


@dataclass(frozen=True, slots=True)
class KnownMonthPage:
    """One page of what the sources of a month changed; answers that were others before come first."""

    head: Head
    totals: str
    rows: tuple[ChangeRow, ...]
    data: FileLink
    pager: Pager


def view_known(context: Context) -> tuple[KnownPage, ...]:
    """Return the page of all months; none where there is no source yet."""
    months = known_months(context)
    if not months:
        return ()
    title, description = context.labels.say_all("known", "known-description")
    head = Head(list_page(AS_KNOWN), title, title, f"{title}: {description}")
    return (KnownPage(head, tuple(_row(context, month) for month in reversed(months))),)


def _row(context: Context, month: KnownMonth) -> MonthRow:
    return MonthRow(
        link=PageLink(_name(month), list_page(month_folder(month.month))),
        count=context.labels.say("known-count", n=len(told_turns(month))),
        totals=_totals(context, month),
    )


def _name(month: KnownMonth) -> str:
    date = parse_date(month.month)
    assert not isinstance(date, Malformed)
    return date.label


def _totals(context: Context, month: KnownMonth) -> str:
    return context.labels.say(
        "known-totals",
        month=_name(month),
        sources=context.labels.count("known-sources", month.articles),
        answers=context.labels.count("known-answers", month.slots),
        differing=context.labels.count("known-differing", month.differing),
    )


def known_heads(context: Context, month: KnownMonth) -> tuple[Head, ...]:
    """Return the heads of the pages of a month."""
    paged = _paged(context, month)
    return tuple(_head(context, paged, number) for number in paged.numbers)


def view_known_month(context: Context, month: KnownMonth, number: int) -> KnownMonthPage:
    """Return a page of a month; ``number`` counts from 1."""
    paged = _paged(context, month)
    return KnownMonthPage(
        head=_head(context, paged, number),
        totals=_totals(context, month),
        rows=tuple(view_turn(context, turn) for turn in paged.rows(number)),
        data=FileLink(context.labels.say("as-json"), known_json(month.month)),
        pager=paged.pager(number),
    )


def _paged(context: Context, month: KnownMonth) -> PagedList[Turn]:
    title = context.labels.say("known-month", month=_name(month))
    description = context.labels.say("known-month-description", month=_name(month))
    # Stable, so that within both sorts the order is that of the dataset.
    turns = sorted(told_turns(month), key=lambda turn: turn.was is None)
    return PagedList(context, title, description, month_folder(month.month), split_by_weight(turns, _weigh))


def _head(context: Context, paged: PagedList[Turn], number: int) -> Head:
    head = paged.head(number)
    return replace(head, up=(PageLink(context.labels.say("known"), list_page(AS_KNOWN)), *head.up))


def _weigh(turn: Turn) -> int:
    texts = [group.value.printed for group in turn.now.groups if group.value]
    return 2 * LINK_WEIGHT + SOURCE_WEIGHT + sum(map(weigh_text, texts))
