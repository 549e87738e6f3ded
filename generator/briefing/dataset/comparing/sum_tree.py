"""The tree of sums: shown amounts in, totals out that refuse to count the same money twice.

Sums are only added within one stage, currency and unit of time, and only where it is declared that they have
nothing in common; otherwise the total names the pair that stands in its way. Effects are never money.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import reduce
from itertools import combinations
from typing import TypeVar

from briefing.dataset.linked.records import Slot, ValueGroup
from briefing.dataset.linked.sum_relations import Line, LineRelations, line_of, link_lines
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.money import Money, print_money
from briefing.model.numerals import EXACT, Bound, Number
from briefing.model.records import Subject

AMOUNT = "amount"
_NOBODY = frozenset({"unknown", "none"})
_CEILINGS, _FLOORS = frozenset({Bound.UP_TO, Bound.UNDER}), frozenset({Bound.AT_LEAST, Bound.OVER})
K = TypeVar("K", bound=Hashable)


class Obstacle(StrEnum):
    """Why two sums are not added: nothing is declared, they share a part, or one is a ceiling and one a floor."""

    UNDECLARED = "undeclared"
    OVERLAP = "overlap"
    BOUNDS = "bounds"


@dataclass(frozen=True, slots=True)
class Blocked:
    """The first pair of sums, by name, that keeps a total from being printed."""

    pair: tuple[Line, Line]
    reason: Obstacle


@dataclass(frozen=True, slots=True)
class Aside:
    """A sum that a total leaves out, since ``other`` has it: whole, same or superseded tells how."""

    line: Line
    reason: str
    other: Line


@dataclass(frozen=True, slots=True)
class Sum:
    """The shown amount of one line; ``payers`` are literals, empty where nobody is named."""

    line: Line
    money: Money
    stage: str
    payers: tuple[str, ...]
    claim: ClaimKey


@dataclass(frozen=True, slots=True)
class Total:
    """Sums of one stage, currency and unit of time.

    ``money`` is None where ``blocked`` says what forbids it, and where every line stands in ``aside``.
    """

    stage: str
    currency: str
    per: str | None
    lines: tuple[Line, ...]
    aside: tuple[Aside, ...]
    money: Money | None
    blocked: Blocked | None


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
    sums = {one.line: one for one in _shown_sums(slots)}
    ordered_sums = [sums[line] for line in sorted(sums)]
    paid = [one for one in ordered_sums if one.payers]
    return MoneyTree(
        sums={one.line: one for one in ordered_sums},
        relations=relations,
        by_subject=_totals_by(ordered_sums, lambda one: one.line.subject, relations),
        by_payer=_totals_by(paid, lambda one: one.payers, relations),
    )


def _shown_sums(slots: Iterable[Slot]) -> Iterator[Sum]:
    for slot in slots:
        shown = slot.shown
        if slot.attribute != AMOUNT or slot.opinion or shown is None or shown.denied:
            continue
        claim = leading_claim(shown)
        if isinstance(claim.value, Money):
            yield Sum(line_of(slot), claim.value, claim.qualifier("stage") or "", parties(claim, "payer"), claim.key)


def leading_claim(group: ValueGroup) -> Claim:
    """Return the claim that speaks for a group: no restatement, of the best grade, the newest, the first."""
    return min(group.claims, key=lambda one: (one.restates is not None, one.grade, -_day(one), one.key))


def _day(claim: Claim) -> int:
    day = claim.as_of.last_day
    return day.toordinal() if day else 0


def parties(claim: Claim, field: str) -> tuple[str, ...]:
    """Return who pays or receives, sorted, as printed; empty where the source does not say."""
    found = claim.qualifiers.get(field)
    if isinstance(found, str):
        return () if found in _NOBODY else (found,)
    names = found if isinstance(found, list) else ()
    return tuple(sorted({name for name in names if isinstance(name, str)} - _NOBODY))


def _totals_by(sums: Sequence[Sum], owner: Callable[[Sum], K], relations: LineRelations) -> dict[K, tuple[Total, ...]]:
    found: dict[K, dict[str, list[Sum]]] = defaultdict(lambda: defaultdict(list))
    for one in sums:
        found[owner(one)][one.stage].append(one)
    return {
        key: tuple(total for stage in sorted(stages) for total in _totals(stages[stage], relations))
        for key, stages in found.items()
    }


def _totals(sums: Sequence[Sum], relations: LineRelations) -> Iterator[Total]:
    """Yield the totals of one stage by currency and unit of time; what another currency has is not counted again."""
    aside = {one.line: one for one in _set_aside(sums, relations)}
    buckets: dict[tuple[str, str], list[Sum]] = defaultdict(list)
    for one in sums:
        buckets[one.money.currency, one.money.per or ""].append(one)
    for name in sorted(buckets):
        yield _total(buckets[name], aside, relations)


def _total(sums: Sequence[Sum], aside: Mapping[Line, Aside], relations: LineRelations) -> Total:
    """Return the total of sums of one stage, currency and unit of time; a single sum is its own total."""
    counted = [one for one in sums if one.line not in aside]
    blocked = _find_block(counted, relations)
    first = sums[0]
    return Total(
        stage=first.stage,
        currency=first.money.currency,
        per=first.money.per,
        lines=tuple(one.line for one in counted),
        aside=tuple(aside[one.line] for one in sums if one.line in aside),
        money=None if blocked or not counted else reduce(_add, (one.money for one in counted)),
        blocked=blocked,
    )


def _set_aside(sums: Sequence[Sum], relations: LineRelations) -> Iterator[Aside]:
    """Yield the sums that another one has: one that replaces them, wherever it stands, or a whole that is here."""
    here: dict[Line, Line] = {}
    for one in sums:
        here.setdefault(relations.sum_of(one.line), one.line)
    for one in sums:
        own = relations.sum_of(one.line)
        newer, wholes = relations.newer.get(own), relations.wholes.get(own, frozenset()) & here.keys()
        if newer:
            yield Aside(one.line, "superseded", min(newer))
        elif here[own] != one.line:
            yield Aside(one.line, "same", here[own])
        elif wholes:
            yield Aside(one.line, "whole", here[min(wholes)])


def _find_block(counted: Sequence[Sum], relations: LineRelations) -> Blocked | None:
    for a, b in combinations(counted, 2):
        if not relations.apart(a.line, b.line):
            reason = Obstacle.OVERLAP if relations.overlap(a.line, b.line) else Obstacle.UNDECLARED
            return Blocked((a.line, b.line), reason)
    ceiling = next((one for one in counted if one.money.bound in _CEILINGS), None)
    floor = next((one for one in counted if one.money.bound in _FLOORS), None)
    return Blocked((ceiling.line, floor.line), Obstacle.BOUNDS) if ceiling and floor else None


def _add(a: Money, b: Money) -> Money:
    """Return two sums of one currency as one, whose rounding is that of both together."""
    ranged = a.amount_max is not None or b.amount_max is not None
    low = (a.low, b.low)
    high = (a.high or a.low, b.high or b.low)
    added = Money(
        amount=_sum_of(low).value,
        amount_max=_sum_of(high).value if ranged else None,
        currency=a.currency,
        bound=_add_bounds(a.bound, b.bound),
        per=a.per,
        printed="",
        step=_sum_of(low).step,
        step_max=_sum_of(high).step,
    )
    # A literal rounds to one place, a total to the places of all its sums: it is spelled without any.
    return replace(added, printed=print_money(replace(added, step=Decimal(0), step_max=Decimal(0))))


def _sum_of(numbers: tuple[Number, Number]) -> Number:
    a, b = numbers
    return Number(EXACT.add(a.value, b.value), EXACT.add(a.step, b.step))


def _add_bounds(a: Bound, b: Bound) -> Bound:
    """Return the bound of a total: of a ceiling and a figure a ceiling, of a rough figure and another a rough one."""
    both = {a, b}
    if a is b:
        return a
    if both & _CEILINGS:
        return Bound.UP_TO
    if both & _FLOORS:
        return Bound.AT_LEAST
    return Bound.ABOUT
