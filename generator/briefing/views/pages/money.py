"""The page of money: sums by payer and stage, and on the first page what holds for all sums together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.model.claims import STAGES
from briefing.routes import MONEY, list_page, slug, unique_anchors
from briefing.views.base.context import Context
from briefing.views.base.head import Head, Pager
from briefing.views.base.linker import Linker
from briefing.views.base.paging import split_by_weight
from briefing.views.base.placed_entry import Entry
from briefing.views.base.tokens import Prose, plain
from briefing.views.pages.money_overview import view_money_overview
from briefing.views.pages.money_parts import MoneyOverview
from briefing.views.pages.paged_list import list_heads, pager_of
from briefing.views.parts.money_rows import MoneyRow, view_money
from briefing.views.parts.sums import largest, weigh_sum
from briefing.views.pictures.money_bars import view_money_picture
from briefing.views.pictures.picture import Picture

SUMS_WEIGHT = 8_000
"""What the sums of one page may weigh: the first has the picture and the overview beside them."""


@dataclass(frozen=True, slots=True)
class PayerGroup:
    """The sums of one payer, the furthest stage first; ``payer`` is empty where no source names one."""

    anchor: str
    payer: Prose
    name: str
    rows: tuple[MoneyRow, ...]


@dataclass(frozen=True, slots=True)
class MoneyPage:
    """One page of the money of a briefing; all but the sums by payer stands on the first."""

    head: Head
    groups: tuple[PayerGroup, ...]
    overview: MoneyOverview | None
    pager: Pager
    picture: Picture | None = None


def money_heads(ctx: Context) -> tuple[Head, ...]:
    """Return the heads of the pages of money, which can be had before any sum is drawn."""
    entries = largest(ctx, "amount")
    description = ctx.labels.say("money-description", n=len(entries))
    return list_heads(ctx, ctx.labels.say("money"), description, MONEY, len(_split(entries)))


def _split(entries: Sequence[Entry]) -> tuple[tuple[Entry, ...], ...]:
    return split_by_weight(entries, weigh_sum, SUMS_WEIGHT)


def view_money_page(ctx: Context, number: int = 1) -> MoneyPage:
    """Return a page of the money of the briefing."""
    entries = largest(ctx, "amount")
    pages = _split(entries)
    is_first = number == 1
    return MoneyPage(
        head=money_heads(ctx)[number - 1],
        groups=_group_by_payer(ctx, _rows(ctx, pages, number)),
        overview=view_money_overview(ctx) if is_first else None,
        pager=pager_of(MONEY, number, len(entries), len(pages)),
        picture=money_picture(ctx, entries) if is_first else None,
    )


def _rows(ctx: Context, pages: Sequence[Sequence[Entry]], number: int) -> list[MoneyRow]:
    linker = Linker(ctx)
    rows: list[MoneyRow] = []
    # All rows up to the page are worked out: a name is linked where the whole list first mentions it.
    for page in pages[:number]:
        rows = [view_money(ctx, entry, linker) for entry in page]
    return rows


def money_picture(ctx: Context, entries: Sequence[Entry]) -> Picture | None:
    """Return the picture of the largest sums."""
    return view_money_picture(ctx, list_page(MONEY), entries)


def _group_by_payer(ctx: Context, rows: Iterable[MoneyRow]) -> tuple[PayerGroup, ...]:
    """Return sums by payer in the order of their largest sums; those whose payer nobody states come last."""
    unknown = ctx.labels.say("unknown")
    by_payer: dict[str, list[MoneyRow]] = {}
    for row in rows:
        by_payer.setdefault(plain(row.payer) or unknown, []).append(row)
    names = sorted(by_payer, key=lambda name: name == unknown)
    anchors = unique_anchors(f"payer-{slug(name)}" for name in names)
    groups: list[PayerGroup] = []
    for name, anchor in zip(names, anchors, strict=True):
        members = _furthest_first(ctx, by_payer[name])
        if name == unknown:
            groups.append(PayerGroup(anchor, (), ctx.labels.say("payer-unknown"), members))
        else:
            groups.append(PayerGroup(anchor, members[0].payer, name, members))
    return tuple(groups)


def _furthest_first(ctx: Context, rows: Iterable[MoneyRow]) -> tuple[MoneyRow, ...]:
    # What was cancelled is no further along than what has no stage.
    stages = [ctx.labels.word("stage", stage) for stage in STAGES if stage != "cancelled"]
    progress = {stage: position for position, stage in enumerate(stages, 1)}
    return tuple(sorted(rows, key=lambda row: progress.get(row.stage, 0), reverse=True))
