"""The money page: sums by payer and stage, how they relate and add up, look-alikes, effects apart, and rates."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.dataset.money import build_money_tree
from generator.model.claims import STAGES
from generator.routes import MONEY, list_page, slug, unique_anchors
from generator.views.context import Context, Linker
from generator.views.families import Family, family_of
from generator.views.findings import Finding, view_finding
from generator.views.head import Head, Pager
from generator.views.listing import list_heads, pager_of, split_rows
from generator.views.pairs import PairRow, view_pairs
from generator.views.pictures.money import view_money_picture
from generator.views.pictures.picture import Picture
from generator.views.placement import Entry, rows_of
from generator.views.statements import MoneyRow, view_money
from generator.views.sums import by_worth
from generator.views.tokens import Prose, plain
from generator.views.totals import (
    TotalRow,
    TreeGroup,
    entries_by_line,
    view_totals_by_payer,
    view_totals_by_subject,
    view_tree,
)
from generator.views.values import lead_claim


@dataclass(frozen=True, slots=True)
class PayerGroup:
    """The sums of one payer, stage by stage, the largest of a stage first."""

    anchor: str
    payer: Prose
    name: str
    rows: tuple[MoneyRow, ...]


@dataclass(frozen=True, slots=True)
class RateRow:
    """One monthly exchange rate with its source."""

    pair: str
    month: str
    rate: str
    source: str


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What holds for all sums together: how they relate, what may be added, what looks alike, effects, rates."""

    tree: tuple[TreeGroup, ...]
    by_payer: tuple[TotalRow, ...]
    by_subject: tuple[TotalRow, ...]
    lookalikes: tuple[Finding, ...]
    effects: tuple[MoneyRow, ...]
    pairs: tuple[PairRow, ...]
    rates: tuple[RateRow, ...]


@dataclass(frozen=True, slots=True)
class MoneyPage:
    """One page of the money of a briefing; all but the sums by payer stands on the first."""

    head: Head
    groups: tuple[PayerGroup, ...]
    reckoning: Reckoning | None
    pager: Pager
    picture: Picture | None = None


def money_entries(ctx: Context, attribute: str) -> Iterator[Entry]:
    """Yield every slot of sums (``amount``) or of effects (``effect``) that shows a value, once."""
    for layout in ctx.layouts.values():
        for entry in layout.entries:
            if entry.slot.attribute == attribute and entry.slot.shown and entry.slot.about[0] == layout.subject:
                yield entry


def largest(ctx: Context, attribute: str) -> list[Entry]:
    """Return the slots of an attribute by what they are worth, the largest first."""
    return largest_first(ctx, money_entries(ctx, attribute))


def largest_first(ctx: Context, entries: Iterable[Entry]) -> list[Entry]:
    """Return entries that show a sum by what it is worth, the largest first."""
    by_claim = {lead_claim(one.slot.shown).key: one for one in entries if one.slot.shown}
    return [by_claim[claim.key] for _, claim in by_worth(ctx, [ctx.data.claims[key] for key in by_claim])]


def money_heads(ctx: Context) -> tuple[Head, ...]:
    """Return the heads of the pages of the money of the briefing."""
    title, count = ctx.labels.say("money"), len(largest(ctx, "amount"))
    return list_heads(ctx, title, ctx.labels.say("money-description", n=count), MONEY, count)


def view_money_page(ctx: Context, number: int = 1) -> MoneyPage:
    """Return a page of the money of the briefing."""
    linker = Linker(ctx)
    # All rows, whatever the page: a name is linked where the whole list first mentions it.
    entries = largest(ctx, "amount")
    rows = [view_money(ctx, entry, linker) for entry in entries]
    return MoneyPage(
        head=money_heads(ctx)[number - 1],
        groups=_by_payer(ctx, split_rows(rows, rows_of(MONEY))[number - 1]),
        reckoning=_reckoning(ctx, linker) if number == 1 else None,
        pager=pager_of(MONEY, number, len(rows)),
        picture=money_picture(ctx, entries) if number == 1 else None,
    )


def money_picture(ctx: Context, entries: Sequence[Entry]) -> Picture | None:
    """Return the picture of the largest sums."""
    return view_money_picture(ctx, list_page(MONEY), entries)


def _reckoning(ctx: Context, linker: Linker) -> Reckoning:
    tree = build_money_tree(ctx.data.subjects, ctx.data.slots)
    entries = entries_by_line(list(money_entries(ctx, "amount")))
    alike = (one for one in ctx.findings if one.claims and family_of(ctx.data, one) is Family.LOOKALIKE)
    return Reckoning(
        tree=view_tree(ctx, tree, entries),
        by_payer=view_totals_by_payer(ctx, tree, entries),
        by_subject=view_totals_by_subject(ctx, tree, entries),
        lookalikes=tuple(view_finding(ctx, one) for one in alike),
        effects=tuple(view_money(ctx, entry, linker) for entry in largest(ctx, "effect")),
        pairs=view_pairs(ctx),
        rates=tuple(RateRow(one.pair, one.month, str(one.rate), one.source) for one in ctx.data.rates),
    )


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
    stages = {ctx.labels.word("stage", stage): place for place, stage in enumerate(STAGES)}
    ordered = sorted(rows, key=lambda row: -stages.get(row.stage, -1))
    if name:
        return PayerGroup(anchor, rows[0].payer, name, tuple(ordered))
    return PayerGroup(anchor, (), ctx.labels.say("payer-unknown"), tuple(ordered))
