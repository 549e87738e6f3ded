"""The tree of sums: all shown amounts with their totals per subject and per payer. Effects are never money."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from briefing.dataset.comparing.leading_claims import leading_claim, parties
from briefing.dataset.comparing.totals import Sum, Total, totals_of_stages
from briefing.dataset.linked.line_graph import Line
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.sum_relations import LineRelations, line_of, link_lines
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
    sums = {amount.line: amount for amount in _shown_sums(slots)}
    # By name, so that which pair blocks a total does not depend on the order of files.
    ordered_sums = [sums[line] for line in sorted(sums)]
    paid = [amount for amount in ordered_sums if amount.payers]
    return MoneyTree(
        sums={amount.line: amount for amount in ordered_sums},
        relations=relations,
        by_subject=_totals_by(ordered_sums, lambda amount: amount.line.subject, relations),
        by_payer=_totals_by(paid, lambda amount: amount.payers, relations),
    )


def _shown_sums(slots: Iterable[Slot]) -> Iterator[Sum]:
    for slot in slots:
        # What somebody thinks that a thing costs is no money that anybody gave.
        if slot.attribute != AMOUNT or slot.opinion:
            continue
        amount = _shown_sum(slot)
        if amount is not None:
            yield amount


def _shown_sum(slot: Slot) -> Sum | None:
    shown = slot.shown
    if shown is None or shown.denied:
        return None
    claim = leading_claim(shown)
    # An amount may be unknown, or nothing at all.
    if not isinstance(claim.value, Money):
        return None
    stage = claim.qualifier("stage") or ""
    return Sum(line_of(slot), claim.value, stage, parties(claim, "payer"), claim.key)


def _totals_by(
    sums: Sequence[Sum], owner_of: Callable[[Sum], K], relations: LineRelations
) -> dict[K, tuple[Total, ...]]:
    by_owner: dict[K, dict[str, list[Sum]]] = defaultdict(lambda: defaultdict(list))
    for amount in sums:
        by_owner[owner_of(amount)][amount.stage].append(amount)
    return {owner: tuple(totals_of_stages(stages, relations)) for owner, stages in by_owner.items()}
