"""Claims of one slot in sets that say the same: one value, in whatever unit or currency it is printed."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.dataset.comparing.agreement import agreeing_sets
from briefing.dataset.comparing.slot_keys import fold_value
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.measures import measure_marks
from briefing.model.values import EntityName, EntityRef, Money, Nothing, Quantity, Text, Unknown, Value

_FIGURES = (Money, Quantity)


def claim_order(claim: Claim) -> tuple[str, int, str]:
    """Order claims by file, then as written."""
    return claim.holder, claim.order, claim.key


def _order_of_first(claims: Sequence[Claim]) -> tuple[str, int, str]:
    return claim_order(claims[0])


def printed_values(claim: Claim) -> tuple[Value, ...]:
    """Return the claim's value and the one printed beside it."""
    return tuple(value for value in (claim.value, claim.also_printed) if value is not None)


def agreed_sets(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Return the claims of one slot in sets that agree: they say one value, and on terms that no two contradict."""
    sets: list[list[Claim]] = []
    for same_value in same_value_sets(claims):
        sets.extend(agreeing_sets(same_value))
    if len(sets) > 1:
        sets.sort(key=_order_of_first)
    return sets


def same_value_sets(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Return the claims of one slot in sets that say the same value; a printed second currency joins them too."""
    if not claims:
        return []
    if len(claims) == 1:
        return [list(claims)]
    sets = _SetsByMark(_measured(claims), listed=any(claim.value is None for claim in claims))
    for claim in sorted(claims, key=claim_order):
        sets.add(claim)
    return sets.in_order()


@dataclass(slots=True)
class _SetsByMark:
    """Sets of claims that share a mark, directly or by way of others.

    ``measured`` has what figures come to in one measure. Where a claim lists the members of a relation (``listed``),
    all claims of the slot speak of the same pair.
    """

    measured: Mapping[object, Hashable]
    listed: bool
    by_mark: dict[Hashable, list[Claim]] = field(default_factory=dict)
    merged: bool = False

    def add(self, claim: Claim) -> None:
        """Put a claim into the set whose mark it bears; where it bears those of several, they become one."""
        marks = self._marks(claim)
        met = list(self._distinct(self.by_mark[mark] for mark in marks if mark in self.by_mark))
        if not met:
            alone = [claim]
            self.by_mark.update(dict.fromkeys(marks, alone))
            return
        largest = max(met, key=len)
        largest.append(claim)
        if len(met) > 1:
            self._merge(largest, met, marks)
        self.by_mark.update(dict.fromkeys(marks, largest))

    def in_order(self) -> list[list[Claim]]:
        """Return all sets in the order of their first claims, each in the order of its claims."""
        sets = list(self._distinct(self.by_mark.values()))
        # Claims came in their order, so sets that no claim has joined to others are in order as they are.
        if not self.merged:
            return sets
        return sorted((sorted(claims, key=claim_order) for claims in sets), key=_order_of_first)

    def _merge(self, largest: list[Claim], met: Iterable[list[Claim]], marks: set[Hashable]) -> None:
        self.merged = True
        for absorbed in met:
            if absorbed is largest:
                continue
            largest.extend(absorbed)
            for claim in absorbed:
                marks.update(self._marks(claim))

    def _distinct(self, sets: Iterable[list[Claim]]) -> Iterable[list[Claim]]:
        return {id(claims): claims for claims in sets}.values()

    def _marks(self, claim: Claim) -> set[Hashable]:
        """Return what tells the claim's values from others; a sum in two currencies has a mark for each."""
        if self.listed:
            return {claim.denied}
        marks: set[Hashable] = set()
        for value in printed_values(claim):
            mark = self.measured[value] if value in self.measured else _mark(value, claim)
            # What one source denies another one does not say.
            marks.add((claim.denied, mark))
        return marks


def _measured(claims: Iterable[Claim]) -> Mapping[object, Hashable]:
    """Return what figures come to in one measure, where those of a slot are printed in several: 3 GW and 3000 MW."""
    figures: list[Money | Quantity] = []
    for claim in claims:
        figures.extend(value for value in (claim.value, claim.also_printed) if isinstance(value, _FIGURES))
    if len(figures) < 2:
        return {}
    # Figures printed in one measure are compared as they are, which is cheaper.
    if len({_printed_measure(figure) for figure in figures}) < 2:
        return {}
    return measure_marks(figures)


def _printed_measure(figure: Money | Quantity) -> tuple[str | None, ...]:
    if isinstance(figure, Money):
        return figure.currency, figure.per
    return figure.unit, figure.of, figure.per


def _mark(value: Value, claim: Claim) -> Hashable:
    match value:
        case EntityRef(id=end):
            # A relation is the same by whichever of its names and from whichever of its ends it is told.
            return frozenset({*claim.about, end})
        case EntityName() | Text():
            return fold_value(value)
        case Money():
            return value.amount, value.amount_max, value.currency, value.bound, value.per
        case Quantity():
            return value.number, value.number_max, value.unit, value.bound, value.of, value.per
        case PartialDate():
            return value.edtf
        case Unknown() | Nothing():
            return type(value).__name__
