"""The money page: sums by payer and stage, how they relate and add up, look-alikes, effects apart, and rates."""

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
from briefing.views.pages.money_overview import MoneyOverview, view_money_overview
from briefing.views.pages.paged_list import list_heads, pager_of
from briefing.views.parts.money_rows import MoneyRow, view_money
from briefing.views.parts.sums import largest, weigh_sum
from briefing.views.pictures.money_bars import view_money_picture
from briefing.views.pictures.picture import Picture

SUMS_WEIGHT = 8_000
"""What the sums of one page may weigh: the first has the picture and the overview beside them."""


@dataclass(frozen=True, slots=True)
class PayerGroup:
    """The sums of one payer, stage by stage, the largest of a stage first."""

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
    """Return the heads of the pages of the money of the briefing."""
    entries = largest(ctx, "amount")
    description = ctx.labels.say("money-description", n=len(entries))
    return list_heads(ctx, ctx.labels.say("money"), description, MONEY, len(_split(entries)))


def _split(entries: Sequence[Entry]) -> tuple[tuple[Entry, ...], ...]:
    return split_by_weight(entries, weigh_sum, SUMS_WEIGHT)


def view_money_page(ctx: Context, number: int = 1) -> MoneyPage:
    """Return a page of the money of the briefing."""
    linker = Linker(ctx)
    entries = largest(ctx, "amount")
    parts = _split(entries)
    # All rows up to the page: a name is linked where the whole list first mentions it.
    rows = [[view_money(ctx, entry, linker) for entry in part] for part in parts[:number]]
    return MoneyPage(
        head=money_heads(ctx)[number - 1],
        groups=_by_payer(ctx, rows[number - 1]),
        overview=view_money_overview(ctx) if number == 1 else None,
        pager=pager_of(MONEY, number, len(entries), len(parts)),
        picture=money_picture(ctx, entries) if number == 1 else None,
    )


def money_picture(ctx: Context, entries: Sequence[Entry]) -> Picture | None:
    """Return the picture of the largest sums."""
    return view_money_picture(ctx, list_page(MONEY), entries)


def _by_payer(ctx: Context, rows: Iterable[MoneyRow]) -> tuple[PayerGroup, ...]:
    unknown = ctx.labels.say("unknown")
    by_name: dict[str, list[MoneyRow]] = {}
    for row in rows:
        by_name.setdefault(plain(row.payer) or unknown, []).append(row)
    names = sorted(by_name, key=lambda name: name == unknown)
    anchors = unique_anchors(f"payer-{slug(name)}" for name in names)
    return tuple(
        _payer_group(ctx, anchor, "" if name == unknown else name, by_name[name])
        for name, anchor in zip(names, anchors, strict=True)
    )


def _payer_group(ctx: Context, anchor: str, name: str, rows: list[MoneyRow]) -> PayerGroup:
    # What was cancelled is no further along than what has no stage.
    stages = {ctx.labels.word("stage", stage): place for place, stage in enumerate(STAGES) if stage != "cancelled"}
    ordered = sorted(rows, key=lambda row: -stages.get(row.stage, -1))
    if name:
        return PayerGroup(anchor, rows[0].payer, name, tuple(ordered))
    return PayerGroup(anchor, (), ctx.labels.say("payer-unknown"), tuple(ordered))
