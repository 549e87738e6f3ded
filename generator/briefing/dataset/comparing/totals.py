"""Totals of sums that refuse to count the same money twice.

Sums are only added within one stage, currency and unit of time, and only where it is declared that they have
nothing in common; otherwise the total names the pair that stands in its way.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from itertools import combinations
from operator import attrgetter

from briefing.dataset.comparing.money_addition import CEILINGS, FLOORS, add_money
from briefing.dataset.linked.line_graph import Line
from briefing.dataset.linked.sum_relations import LineRelations
from briefing.model.grouping import first_by, group_by
from briefing.model.ids import ClaimKey
from briefing.model.money import Money
from briefing.model.numerals import Bound


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


_line_of: Callable[[Sum], Line] = attrgetter("line")
_money_of: Callable[[Sum], Money] = attrgetter("money")


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


def totals_of_stages(stages: Mapping[str, Sequence[Sum]], relations: LineRelations) -> Iterator[Total]:
    """Yield the totals of the sums of each stage, by name of the stage."""
    for stage in sorted(stages):
        yield from _totals(stages[stage], relations)


def _totals(sums: Sequence[Sum], relations: LineRelations) -> Iterator[Total]:
    """Yield the totals of one stage by currency and unit of time; what another currency has is not counted again."""
    aside = first_by(_set_aside(sums, relations), attrgetter("line"))
    by_unit = group_by(sums, _unit)
    for unit in sorted(by_unit):
        yield _total(by_unit[unit], aside, relations)


def _unit(amount: Sum) -> tuple[str, str]:
    return amount.money.currency, amount.money.per or ""


def _total(sums: Sequence[Sum], aside: Mapping[Line, Aside], relations: LineRelations) -> Total:
    """Return the total of sums of one stage, currency and unit of time; a single sum is its own total."""
    counted = [amount for amount in sums if amount.line not in aside]
    blocked = _find_block(counted, relations)
    first = sums[0]
    return Total(
        stage=first.stage,
        currency=first.money.currency,
        per=first.money.per,
        lines=tuple(map(_line_of, counted)),
        aside=tuple(filter(None, map(aside.get, map(_line_of, sums)))),
        money=_add_up(counted, blocked),
        blocked=blocked,
    )


def _add_up(sums: Sequence[Sum], blocked: Blocked | None) -> Money | None:
    if not sums or blocked is not None:
        return None
    return reduce(add_money, map(_money_of, sums))


def _set_aside(sums: Sequence[Sum], relations: LineRelations) -> Iterator[Aside]:
    """Yield the sums that another one has: one that replaces them, wherever it stands, or a whole that is here."""
    lines = list(map(_line_of, sums))
    present = first_by(lines, relations.sum_of)
    return filter(None, (_left_out(line, present, relations) for line in lines))


def _left_out(line: Line, present: Mapping[Line, Line], relations: LineRelations) -> Aside | None:
    """Return why a total leaves a sum out; ``present`` has the line here of each sum, by what stands for it."""
    own = relations.sum_of(line)
    newer = relations.newer.get(own)
    # What has been superseded counts nowhere, even where the newer sum is of another stage.
    if newer:
        return Aside(line, "superseded", min(newer))
    # Of several lines that are one sum the first is counted.
    if present[own] != line:
        return Aside(line, "same", present[own])
    wholes = relations.wholes.get(own, frozenset()) & present.keys()
    if wholes:
        return Aside(line, "whole", present[min(wholes)])
    return None


def _find_block(counted: Sequence[Sum], relations: LineRelations) -> Blocked | None:
    """Return what keeps sums from being added: the first pair that is not declared apart, else bounds that clash."""
    for a, b in combinations(map(_line_of, counted), 2):
        if not relations.apart(a, b):
            return Blocked((a, b), _obstacle_between(a, b, relations))
    return _find_open_bounds(counted)


def _obstacle_between(line: Line, other: Line, relations: LineRelations) -> Obstacle:
    if relations.overlap(line, other):
        return Obstacle.OVERLAP
    return Obstacle.UNDECLARED


def _find_open_bounds(counted: Sequence[Sum]) -> Blocked | None:
    ceilings = _lines_bound_by(CEILINGS, counted)
    floors = _lines_bound_by(FLOORS, counted)
    # Of `up to` one sum and `at least` another nothing is known that a total could say.
    if not ceilings or not floors:
        return None
    return Blocked((ceilings[0], floors[0]), Obstacle.BOUNDS)


def _lines_bound_by(bounds: Collection[Bound], sums: Sequence[Sum]) -> list[Line]:
    return [amount.line for amount in sums if amount.money.bound in bounds]
