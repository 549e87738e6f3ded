"""How sums relate, and what may be added up: the tree of sums by subject, totals by payer and by subject.

A total that would count money twice is never shown; the pair that forbids it is.
"""

from dataclasses import dataclass

from briefing.dataset.comparing.sum_tree import Aside, Blocked, MoneyTree, Total
from briefing.model.money import money_text
from briefing.views.base.context import Context
from briefing.views.base.tokens import Prose, join_prose, words
from briefing.views.parts.entity_names import entity_prose
from briefing.views.parts.sum_trees import Entries, link_sum


@dataclass(frozen=True, slots=True)
class TotalRow:
    """The sums of one payer or subject at one stage in one currency, and their total or what forbids it and why."""

    owner: Prose
    stage: str
    sums: tuple[Prose, ...]
    total: str
    blocked: Prose
    reason: str
    aside: tuple[Prose, ...]


def view_totals_by_payer(ctx: Context, tree: MoneyTree, entries: Entries) -> tuple[TotalRow, ...]:
    """Return the totals of every payer, but for those that are one sum said again."""
    return tuple(
        _total(ctx, entity_prose(ctx, list(payers)), total, entries)
        for payers, totals in tree.by_payer.items()
        for total in totals
        if _adds_up(total)
    )


def view_totals_by_subject(ctx: Context, tree: MoneyTree, entries: Entries) -> tuple[TotalRow, ...]:
    """Return the totals of every subject, but for those that are one sum said again."""
    return tuple(
        _total(ctx, ctx.link(subject), total, entries)
        for subject, totals in tree.by_subject.items()
        for total in totals
        if _adds_up(total)
    )


def _adds_up(total: Total) -> bool:
    """Tell whether a total says more than its one sum does: it adds sums, or tells which it leaves out."""
    return len(total.lines) > 1 or bool(total.aside)


def _total(ctx: Context, owner: Prose, total: Total, entries: Entries) -> TotalRow:
    stage = ctx.labels.word("stage", total.stage) if total.stage else ctx.labels.say("unknown")
    return TotalRow(
        owner=owner,
        stage=stage,
        sums=tuple(link_sum(ctx, one, entries, named=True) for one in total.lines),
        total=money_text(total.money) if total.money else "",
        blocked=_blocked(ctx, total.blocked, entries),
        reason=ctx.labels.word("obstacle", total.blocked.reason) if total.blocked else "",
        aside=tuple(_aside(ctx, one, entries) for one in total.aside),
    )


def _blocked(ctx: Context, blocked: Blocked | None, entries: Entries) -> Prose:
    if blocked is None:
        return ()
    return join_prose([link_sum(ctx, one, entries, named=True) for one in blocked.pair], ctx.labels.say("and"))


def _aside(ctx: Context, aside: Aside, entries: Entries) -> Prose:
    told = words(f" ({ctx.labels.word('aside', aside.reason)} ")
    return (*link_sum(ctx, aside.line, entries), *told, *link_sum(ctx, aside.other, entries), *words(")"))
