"""The tree of sums: all shown amounts with their totals per subject and per payer. Effects are never money."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

from briefing.dataset.comparing.leading_claims import leading_claim, parties
from briefing.dataset.comparing.totals import Sum, Total, totals_of_stages
from briefing.dataset.linked.line_graph import Line
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.sum_relations import LineRelations, line_of, link_lines
from briefing.model.grouping import group_by
from briefing.model.ids import SubjectId
from briefing.model.money import Money
from briefing.model.records import Subject

AMOUNT = "amount"
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class MoneyTree:
    """All shown amounts, how they relate, and what may be added up per subject and per payer."""

    sums: Mapping[Line, Sum]
    relations: LineRelations
    by_subject: Mapping[SubjectId, tuple[Total, ...]]
    by_payer: Mapping[tuple[str, ...], tuple[Total, ...]]


def build_money_tree(subjects: Mapping[SubjectId, Subject], slots: Iterable[Slot]) -> MoneyTree:
    """Return the tree of sums; payers that are not named are in no total per payer."""
    relations = link_lines(subjects)
    sums = {amount.line: amount for amount in filter(None, map(_shown_sum, slots))}
    # By name, so that which pair blocks a total does not depend on the order of files.
    in_order = {line: sums[line] for line in sorted(sums)}
    paid = filter(attrgetter("payers"), in_order.values())
    return MoneyTree(
        sums=in_order,
        relations=relations,
        by_subject=_totals_by(in_order.values(), lambda amount: amount.line.subject, relations),
        by_payer=_totals_by(paid, lambda amount: amount.payers, relations),
    )


def _shown_sum(slot: Slot) -> Sum | None:
    """Return the amount of money that a slot shows; None where it is about anything else."""
    # What somebody thinks that a thing costs is no money that anybody gave.
    if slot.attribute != AMOUNT or slot.opinion:
        return None
    shown = slot.affirmed
    if shown is None:
        return None
    claim = leading_claim(shown)
    # An amount may be unknown, or nothing at all.
    if not isinstance(claim.value, Money):
        return None
    stage = claim.qualifier("stage") or ""
    return Sum(line_of(slot), claim.value, stage, parties(claim, "payer"), claim.key)


def _totals_by(
    sums: Iterable[Sum], owner_of: Callable[[Sum], K], relations: LineRelations
) -> dict[K, tuple[Total, ...]]:
    totals: dict[K, tuple[Total, ...]] = {}
    for owner, owned in group_by(sums, owner_of).items():
        stages = group_by(owned, attrgetter("stage"))
        totals[owner] = tuple(totals_of_stages(stages, relations))
    return totals
