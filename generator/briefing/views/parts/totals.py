"""What may be added up: totals by payer and by subject, or the two sums that forbid one.

A total that would count money twice is never shown; the pair that forbids it is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.dataset.comparing.sum_tree import MoneyTree
from briefing.dataset.comparing.totals import Aside, Blocked, Total
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


def view_totals_by_payer(context: Context, tree: MoneyTree, entries: Entries) -> tuple[TotalRow, ...]:
    """Return the totals of every payer, but for those that are one sum said again.

    Who pays together counts as one payer: what each of them adds is not known.
    """
    rows: list[TotalRow] = []
    for payers, totals in tree.by_payer.items():
        rows.extend(_view_totals(context, entity_prose(context, list(payers)), totals, entries))
    return tuple(rows)


def view_totals_by_subject(context: Context, tree: MoneyTree, entries: Entries) -> tuple[TotalRow, ...]:
    """Return the totals of every subject, but for those that are one sum said again."""
    rows: list[TotalRow] = []
    for subject, totals in tree.by_subject.items():
        rows.extend(_view_totals(context, context.link(subject), totals, entries))
    return tuple(rows)


def _view_totals(context: Context, owner: Prose, totals: Iterable[Total], entries: Entries) -> Iterator[TotalRow]:
    for total in totals:
        if _adds_up(total):
            yield _view_total(context, owner, total, entries)


def _adds_up(total: Total) -> bool:
    """Tell whether a total says more than its one sum does: it adds sums, or tells which it leaves out."""
    if len(total.lines) > 1:
        return True
    return bool(total.aside)


def _view_total(context: Context, owner: Prose, total: Total, entries: Entries) -> TotalRow:
    blocked = total.blocked
    return TotalRow(
        owner=owner,
        stage=_stage_word(context, total.stage),
        sums=tuple(link_sum(context, line, entries, named=True) for line in total.lines),
        total=_total_text(total),
        blocked=_view_blocked(context, blocked, entries),
        reason=_obstacle_word(context, blocked),
        aside=tuple(_view_aside(context, aside, entries) for aside in total.aside),
    )


def _total_text(total: Total) -> str:
    # Sums that must not be added up have no total, and the pair that forbids it.
    if not total.money:
        return ""
    return money_text(total.money)


def _obstacle_word(context: Context, blocked: Blocked | None) -> str:
    if blocked is None:
        return ""
    return context.labels.word("obstacle", blocked.reason)


def _stage_word(context: Context, stage: str) -> str:
    # Sums without a stage are added up among themselves: they may be at any.
    if not stage:
        return context.labels.say("unknown")
    return context.labels.word("stage", stage)


def _view_blocked(context: Context, blocked: Blocked | None, entries: Entries) -> Prose:
    """Return the two sums that forbid a total."""
    if blocked is None:
        return ()
    pair = [link_sum(context, line, entries, named=True) for line in blocked.pair]
    return join_prose(pair, context.labels.say("and"))


def _view_aside(context: Context, aside: Aside, entries: Entries) -> Prose:
    """Return a sum that a total leaves out, in brackets why, such as that another contains it."""
    return (
        *link_sum(context, aside.line, entries),
        *words(f" ({context.labels.word('aside', aside.reason)} "),
        *link_sum(context, aside.other, entries),
        *words(")"),
    )
