"""What holds for all sums together, part by part: how they relate, what may be added, what looks alike, rates.

Each part is weighed before any of its rows is drawn, so that the caller can choose the page that it goes to.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial, reduce

from briefing.dataset.comparing.sum_tree import build_money_tree
from briefing.dataset.rule_base.rule import Category
from briefing.views.base.categories import category_of
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.paging import SOURCE_WEIGHT, Row, split_by_weight, weigh_prose, weigh_text
from briefing.views.base.placed_entry import Entry
from briefing.views.base.tokens import PageLink
from briefing.views.parts.exchange_rates import PairRow, list_pairs, view_pairs
from briefing.views.parts.findings import Finding, view_finding
from briefing.views.parts.money_rows import MoneyRow, view_money
from briefing.views.parts.sum_trees import TreeGroup, entries_by_line, view_tree
from briefing.views.parts.sums import largest, money_entries, weigh_sum
from briefing.views.parts.totals import TotalRow, view_totals_by_payer, view_totals_by_subject

_ROW_WEIGHT, _PAIR_WEIGHT, _RATE_WEIGHT = 40, 60, 15
"""What a row weighs beside its texts and its sources; a pair of rates is of one length."""


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
class MoneyPart:
    """One part: how many rows it has, what they weigh, and the pages that it would fill, yet to be made."""

    name: str
    rows: int
    weight: int
    pages: tuple[Callable[[], MoneyOverview], ...]


def merge_overviews(overviews: Iterable[MoneyOverview]) -> MoneyOverview:
    """Return parts that were made apart as they stand on one page."""
    return reduce(_merge, overviews, MoneyOverview())


def _merge(first: MoneyOverview, second: MoneyOverview) -> MoneyOverview:
    return MoneyOverview(
        tree=first.tree + second.tree,
        by_payer=first.by_payer + second.by_payer,
        by_subject=first.by_subject + second.by_subject,
        lookalikes=first.lookalikes + second.lookalikes,
        effects=first.effects + second.effects,
        pairs=first.pairs + second.pairs,
        rates=first.rates + second.rates,
    )


def list_money_parts(context: Context) -> tuple[MoneyPart, ...]:
    """Return all parts in the order of the page; the names are those of their sections and folders."""
    tree = build_money_tree(context.data.subjects, context.data.slots)
    entries = entries_by_line(list(money_entries(context, "amount")))
    totals_by_payer = view_totals_by_payer(context, tree, entries)
    totals_by_subject = view_totals_by_subject(context, tree, entries)
    return (
        _part("tree", view_tree(context, tree, entries), _weigh_tree, lambda rows: MoneyOverview(tree=rows)),
        _part("totals-by-payer", totals_by_payer, _weigh_total, lambda rows: MoneyOverview(by_payer=rows)),
        _part("totals-by-subject", totals_by_subject, _weigh_total, lambda rows: MoneyOverview(by_subject=rows)),
        _part("money-lookalikes", _lookalikes(context), _weigh_finding, lambda rows: MoneyOverview(lookalikes=rows)),
        _part("effects", largest(context, "effect"), weigh_sum, partial(_effects, context)),
        _part(
            "pairs",
            list_pairs(context),
            lambda _: _PAIR_WEIGHT,
            lambda rows: MoneyOverview(pairs=view_pairs(context, rows)),
        ),
        _part("rates", _rates(context), _weigh_rate, lambda rows: MoneyOverview(rates=rows)),
    )


def _part(
    name: str, rows: Sequence[Row], weigh: Callable[[Row], int], make: Callable[[tuple[Row, ...]], MoneyOverview]
) -> MoneyPart:
    pages = tuple(partial(make, page) for page in split_by_weight(rows, weigh))
    return MoneyPart(name, len(rows), sum(map(weigh, rows)), pages)


def _lookalikes(context: Context) -> list[Finding]:
    """Return the equal sums and digits that stand for different things."""
    findings: list[Finding] = []
    for conflict in context.findings.for_readers:
        # A look-alike without claims is one of names, and no matter of money.
        if conflict.claims and category_of(context.data, conflict) is Category.LOOKALIKE:
            findings.append(view_finding(context, conflict))
    return findings


def _effects(context: Context, entries: tuple[Entry, ...]) -> MoneyOverview:
    linker = Linker(context)
    return MoneyOverview(effects=tuple(view_money(context, entry, linker) for entry in entries))


def _rates(context: Context) -> list[RateRow]:
    return [RateRow(rate.pair, rate.month, str(rate.rate), rate.source) for rate in context.data.rates]


def _weigh_tree(group: TreeGroup) -> int:
    weight = _ROW_WEIGHT
    for row in group.rows:
        weight += _ROW_WEIGHT + weigh_prose(row.because)
        weight += sum(weigh_prose(relation.value) for relation in row.relations)
    return weight


# The weights of rows are estimates of bytes, as everywhere: see base.paging.
def _weigh_total(row: TotalRow) -> int:
    return _ROW_WEIGHT + SOURCE_WEIGHT * (len(row.sums) + len(row.aside) + len(row.blocked))


def _weigh_finding(row: Finding) -> int:
    return _ROW_WEIGHT + weigh_text(row.message) + weigh_text(row.reading)


def _weigh_rate(row: RateRow) -> int:
    return _RATE_WEIGHT + weigh_text(row.source)
