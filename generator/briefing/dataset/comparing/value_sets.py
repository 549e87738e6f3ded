"""Claims of one slot in sets that say the same: one value, in whatever unit or currency it is printed."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

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
    return tuple(filter(None, (claim.value, claim.also_printed)))


def agreed_sets(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Return the claims of one slot in sets that agree: they say one value, and on terms that no two contradict."""
    sets = chain.from_iterable(map(agreeing_sets, same_value_sets(claims)))
    return sorted(sets, key=_order_of_first)


def same_value_sets(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Return the claims of one slot in sets that say the same value; a printed second currency joins them too."""
    if not claims:
        return []
    if len(claims) == 1:
        return [list(claims)]
    listed = any(claim.value is None for claim in claims)
    sets = _SetsByMark(_measured(claims), listed)
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
        met = self._distinct(self.by_mark[mark] for mark in marks & self.by_mark.keys())
        largest = max(met, key=len, default=[])
        largest.append(claim)
        if len(met) > 1:
            self._merge(largest, met, marks)
        self.by_mark.update(dict.fromkeys(marks, largest))

    def in_order(self) -> list[list[Claim]]:
        """Return all sets in the order of their first claims, each in the order of its claims."""
        sets = self._distinct(self.by_mark.values())
        # Claims came in their order, so sets that no claim has joined to others are in order as they are.
        if not self.merged:
            return sets
        return sorted((sorted(claims, key=claim_order) for claims in sets), key=_order_of_first)

    def _merge(self, largest: list[Claim], met: Iterable[list[Claim]], marks: set[Hashable]) -> None:
        self.merged = True
        for absorbed in met:
            if absorbed is not largest:
                largest.extend(absorbed)
                marks.update(*map(self._marks, absorbed))

    def _distinct(self, sets: Iterable[list[Claim]]) -> list[list[Claim]]:
        return list({id(claims): claims for claims in sets}.values())

    def _marks(self, claim: Claim) -> set[Hashable]:
        """Return what tells the claim's values from others; a sum in two currencies has a mark for each."""
        if self.listed:
            return {claim.denied}
        # What one source denies another one does not say.
        return {(claim.denied, self._mark(value, claim)) for value in printed_values(claim)}

    def _mark(self, value: Value, claim: Claim) -> Hashable:
        if value in self.measured:
            return self.measured[value]
        return _mark(value, claim)


def _measured(claims: Iterable[Claim]) -> Mapping[object, Hashable]:
    """Return what figures come to in one measure, where those of a slot are printed in several: 3 GW and 3000 MW."""
    values = chain.from_iterable(map(printed_values, claims))
    figures = [value for value in values if isinstance(value, _FIGURES)]
    # Figures printed in one measure are compared as they are, which is cheaper.
    if len(set(map(_printed_measure, figures))) < 2:
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
