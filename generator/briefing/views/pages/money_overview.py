"""What holds for all sums together: how they relate, what may be added, what looks alike, effects, rates.

It stands below the sums; a part of it that is too long for that has pages of its own beneath the page of money.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import accumulate

from briefing.dataset.comparing.sum_tree import build_money_tree
from briefing.dataset.rule_base.rule import Category
from briefing.routes import MONEY, list_page, money_part
from briefing.views.base.categories import family_of
from briefing.views.base.context import Context
from briefing.views.base.head import Head, Pager
from briefing.views.base.linker import Linker
from briefing.views.base.paging import SOURCE_WEIGHT, Row, split_by_weight, weigh_prose, weigh_text
from briefing.views.base.placed_entry import Entry
from briefing.views.base.tokens import PageLink
from briefing.views.pages.paged_list import list_head, pager_of
from briefing.views.parts.exchange_rates import PairRow, list_pairs, view_pairs
from briefing.views.parts.findings import Finding, view_finding
from briefing.views.parts.money_rows import MoneyRow, view_money
from briefing.views.parts.sum_trees import TreeGroup, entries_by_line, view_tree
from briefing.views.parts.sums import largest, money_entries, weigh_sum
from briefing.views.parts.totals import TotalRow, view_totals_by_payer, view_totals_by_subject

HERE_WEIGHT = 7_000
"""What the parts that stand below the sums may weigh together; the shortest stay."""
_ROW, _PAIR, _RATE = 40, 60, 15


@dataclass(frozen=True, slots=True)
class RateRow:
    """One monthly exchange rate with its source."""

    pair: str
    month: str
    rate: str
    source: str


@dataclass(frozen=True, slots=True)
class MoneyOverview:
    """The parts that stand on one page; ``elsewhere`` leads to those that have pages of their own, by name."""

    tree: tuple[TreeGroup, ...] = ()
    by_payer: tuple[TotalRow, ...] = ()
    by_subject: tuple[TotalRow, ...] = ()
    lookalikes: tuple[Finding, ...] = ()
    effects: tuple[MoneyRow, ...] = ()
    pairs: tuple[PairRow, ...] = ()
    rates: tuple[RateRow, ...] = ()
    elsewhere: Mapping[str, PageLink] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """One part: how much it is, and the pages that it fills where it has some of its own, yet to be worked out."""

    name: str
    rows: int
    weight: int
    pages: tuple[Callable[[], MoneyOverview], ...]


@dataclass(frozen=True, slots=True)
class MoneyPartPage:
    """One page of a part that is too long to stand below the sums."""

    head: Head
    overview: MoneyOverview
    pager: Pager


def view_money_overview(ctx: Context) -> MoneyOverview:
    """Return what stands below the sums: the short parts, and where the long ones are."""
    parts = _parts(ctx)
    long = _long(parts)
    here = [make() for part in parts if part.name not in long for make in part.pages]
    leads = {part.name: _lead(ctx, part) for part in parts if part.name in long}
    return replace(_together(here), elsewhere=leads)


def plan_money_parts(ctx: Context) -> Iterator[tuple[Head, Callable[[], MoneyPartPage]]]:
    """Yield the pages of the long parts: each head, and what makes the page."""
    parts = _parts(ctx)
    long = _long(parts)
    for part in parts if long else ():
        for number, make in enumerate(part.pages, 1) if part.name in long else ():
            yield _head(ctx, part, number), partial(_part_page, ctx, part, number, make)


def _part_page(ctx: Context, part: Part, number: int, make: Callable[[], MoneyOverview]) -> MoneyPartPage:
    pager = pager_of(money_part(part.name), number, part.rows, len(part.pages))
    return MoneyPartPage(_head(ctx, part, number), make(), pager)


def _head(ctx: Context, part: Part, number: int) -> Head:
    description = ctx.labels.say("money-part-description", n=part.rows, briefing=ctx.data.briefing.name.en)
    head = list_head(ctx, _title(ctx, part), description, money_part(part.name), number)
    return replace(head, up=(PageLink(ctx.labels.say("money"), list_page(MONEY)), *head.up))


def _title(ctx: Context, part: Part) -> str:
    return ctx.labels.say(f"section-{part.name}")


def _lead(ctx: Context, part: Part) -> PageLink:
    text = ctx.labels.say("money-part", name=_title(ctx, part), n=part.rows)
    return PageLink(text, list_page(money_part(part.name)))


def _long(parts: Iterable[Part]) -> frozenset[str]:
    """Return the names of the parts that have no room below the sums."""
    ordered = sorted(parts, key=lambda one: one.weight)
    filled = accumulate(one.weight for one in ordered)
    return frozenset(one.name for one, weight in zip(ordered, filled, strict=True) if weight > HERE_WEIGHT)


def _together(found: Sequence[MoneyOverview]) -> MoneyOverview:
    return MoneyOverview(
        tree=tuple(row for one in found for row in one.tree),
        by_payer=tuple(row for one in found for row in one.by_payer),
        by_subject=tuple(row for one in found for row in one.by_subject),
        lookalikes=tuple(row for one in found for row in one.lookalikes),
        effects=tuple(row for one in found for row in one.effects),
        pairs=tuple(row for one in found for row in one.pairs),
        rates=tuple(row for one in found for row in one.rates),
    )


def _parts(ctx: Context) -> tuple[Part, ...]:
    tree = build_money_tree(ctx.data.subjects, ctx.data.slots)
    entries = entries_by_line(list(money_entries(ctx, "amount")))
    alike = [one for one in ctx.findings.for_readers if one.claims and family_of(ctx.data, one) is Category.LOOKALIKE]
    rates = [RateRow(one.pair, one.month, str(one.rate), one.source) for one in ctx.data.rates]
    return (
        _part("tree", view_tree(ctx, tree, entries), _weigh_tree, lambda rows: MoneyOverview(tree=rows)),
        _part("totals-by-payer", view_totals_by_payer(ctx, tree, entries), _weigh_total, _by_payer),
        _part("totals-by-subject", view_totals_by_subject(ctx, tree, entries), _weigh_total, _by_subject),
        _part("money-lookalikes", [view_finding(ctx, one) for one in alike], _weigh_finding, _lookalikes),
        _part("effects", largest(ctx, "effect"), weigh_sum, partial(_effects, ctx)),
        _part("pairs", list_pairs(ctx), lambda _: _PAIR, lambda rows: MoneyOverview(pairs=view_pairs(ctx, rows))),
        _part("rates", rates, lambda row: _RATE + weigh_text(row.source), lambda rows: MoneyOverview(rates=rows)),
    )


def _part(
    name: str, rows: Sequence[Row], weigh: Callable[[Row], int], make: Callable[[tuple[Row, ...]], MoneyOverview]
) -> Part:
    pages = tuple(partial(make, one) for one in split_by_weight(rows, weigh))
    return Part(name, len(rows), sum(map(weigh, rows)), pages)


def _by_payer(rows: tuple[TotalRow, ...]) -> MoneyOverview:
    return MoneyOverview(by_payer=rows)


def _by_subject(rows: tuple[TotalRow, ...]) -> MoneyOverview:
    return MoneyOverview(by_subject=rows)


def _lookalikes(rows: tuple[Finding, ...]) -> MoneyOverview:
    return MoneyOverview(lookalikes=rows)


def _effects(ctx: Context, rows: tuple[Entry, ...]) -> MoneyOverview:
    linker = Linker(ctx)
    return MoneyOverview(effects=tuple(view_money(ctx, one, linker) for one in rows))


def _weigh_tree(group: TreeGroup) -> int:
    told = (*(one.because for one in group.rows), *(held.value for one in group.rows for held in one.relations))
    return _ROW + _ROW * len(group.rows) + sum(map(weigh_prose, told))


def _weigh_total(row: TotalRow) -> int:
    return _ROW + SOURCE_WEIGHT * (len(row.sums) + len(row.aside) + len(row.blocked))


def _weigh_finding(row: Finding) -> int:
    return _ROW + weigh_text(row.message) + weigh_text(row.reading)
