"""The page of money: sums by payer and stage, and on the first page what holds for all sums together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.routes import MONEY, list_page
from briefing.views.base.context import Context
from briefing.views.base.head import Head, Pager
from briefing.views.base.linker import Linker
from briefing.views.base.paging import split_by_weight
from briefing.views.base.placed_entry import Entry
from briefing.views.pages.money_overview import view_money_overview
from briefing.views.pages.money_parts import MoneyOverview
from briefing.views.pages.paged_list import list_heads, pager_of
from briefing.views.pages.payer_groups import PayerGroup, group_by_payer
from briefing.views.parts.money_rows import MoneyRow, view_money
from briefing.views.parts.sums import largest, weigh_sum
from briefing.views.pictures.money_bars import view_money_picture
from briefing.views.pictures.picture import Picture

SUMS_WEIGHT = 8_000
"""What the sums of one page may weigh: the first has the picture and the overview beside them."""


@dataclass(frozen=True, slots=True)
class MoneyPage:
    """One page of the money of a briefing; all but the sums by payer stands on the first."""

    head: Head
    groups: tuple[PayerGroup, ...]
    pager: Pager
    overview: MoneyOverview | None = None
    picture: Picture | None = None


def money_heads(context: Context) -> tuple[Head, ...]:
    """Return the heads of the pages of money, which can be had before any sum is drawn."""
    entries = largest(context, "amount")
    description = context.labels.say("money-description", n=len(entries))
    return list_heads(context, context.labels.say("money"), description, MONEY, len(_split(entries)))


def _split(entries: Sequence[Entry]) -> tuple[tuple[Entry, ...], ...]:
    # Heads and pages are asked for apart and must agree on how many pages there are.
    return split_by_weight(entries, weigh_sum, SUMS_WEIGHT)


def view_money_page(context: Context, number: int = 1) -> MoneyPage:
    """Return a page of the money of the briefing."""
    entries = largest(context, "amount")
    pages = _split(entries)
    page = MoneyPage(
        head=money_heads(context)[number - 1],
        groups=group_by_payer(context, _rows(context, pages, number)),
        pager=pager_of(MONEY, number, len(entries), len(pages)),
    )
    # What holds for all sums together stands where readers enter the list.
    if number == 1:
        return replace(page, overview=view_money_overview(context), picture=money_picture(context, entries))
    return page


def _rows(context: Context, pages: Sequence[Sequence[Entry]], number: int) -> list[MoneyRow]:
    linker = Linker(context)
    rows: list[MoneyRow] = []
    # All rows up to the page are worked out: a name is linked where the whole list first mentions it.
    for page in pages[:number]:
        rows = [view_money(context, entry, linker) for entry in page]
    return rows


def money_picture(context: Context, entries: Sequence[Entry]) -> Picture | None:
    """Return the picture of the largest sums."""
    return view_money_picture(context, list_page(MONEY), entries)
