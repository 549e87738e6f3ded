"""Which values beside the shown one could not be held against it.

The one question behind every phrase that says that nothing contradicts a value.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import product

from briefing.dataset.comparing.value_sets import printed_values
from briefing.dataset.linked.exchange_rates import Rates, money_like, month_of
from briefing.dataset.linked.records import Rank, Slot, ValueGroup
from briefing.model.claims import Claim
from briefing.model.measures import Figure, Hurdle, hurdle_between
from briefing.model.registry import Attribute
from briefing.model.values import Money, Quantity, Text, Unknown

Uncompared = tuple[ValueGroup, Hurdle]
"""A value that was not compared with the shown one, and why."""
FigureOfClaim = tuple[Figure, Claim]


def uncompared_groups(slot: Slot, attribute: Attribute, rates: Rates) -> tuple[Uncompared, ...]:
    """Return the values that stand beside the shown one and were not compared with it, each with its reason."""
    # Values of a many-valued attribute stand side by side: none is held against another.
    if len(slot.groups) < 2 or attribute.many:
        return ()
    shown = slot.affirmed
    if shown is None:
        return ()
    uncompared: list[Uncompared] = []
    for group in _groups_beside(slot):
        hurdle = _hurdle(shown, group, attribute, rates)
        if hurdle is not None:
            uncompared.append((group, hurdle))
    return tuple(uncompared)


def _groups_beside(slot: Slot) -> Iterator[ValueGroup]:
    # The first group is the shown one.
    for group in slot.groups[1:]:
        if not group.denied and slot.ranks[group.claims[0].key] is not Rank.SUPERSEDED:
            yield group


def _hurdle(shown: ValueGroup, group: ValueGroup, attribute: Attribute, rates: Rates) -> Hurdle | None:
    """Return what keeps two values apart; nothing does where a single pair of their figures was compared."""
    match shown.value, group.value:
        # That a source does not know is no value to compare.
        case (Unknown(), _) | (_, Unknown()):
            return None
        case Text(), Text():
            return _hurdle_of_texts(attribute)
    return _least_hurdle(shown, group, rates)


def _hurdle_of_texts(attribute: Attribute) -> Hurdle | None:
    # A text out of a list of options is equal or not; free wording says the same in many ways.
    if attribute.options:
        return None
    return Hurdle.WORDING


def _least_hurdle(shown: ValueGroup, group: ValueGroup, rates: Rates) -> Hurdle | None:
    hurdles: set[Hurdle] = set()
    for shown_figure, other_figure in product(_figures(shown.claims), _figures(group.claims)):
        hurdle = _hurdle_of_figures(shown_figure, other_figure, rates)
        # Two figures that could be compared were compared, whatever stands in the way of others.
        if hurdle is None:
            return None
        hurdles.add(hurdle)
    return min(hurdles, key=list(Hurdle).index, default=None)


def _figures(claims: Iterable[Claim]) -> Iterator[FigureOfClaim]:
    for claim in claims:
        for value in printed_values(claim):
            if isinstance(value, Money | Quantity):
                yield value, claim


def _hurdle_of_figures(shown: FigureOfClaim, other: FigureOfClaim, rates: Rates) -> Hurdle | None:
    (figure, claim), (other_figure, other_claim) = shown, other
    hurdle = hurdle_between(figure, other_figure)
    if hurdle is not Hurdle.CURRENCY:
        return hurdle
    if not isinstance(figure, Money) or not isinstance(other_figure, Money):
        return hurdle
    # At the rate of either month two currencies are compared after all.
    months = {month_of(claim), month_of(other_claim)}
    if money_like(figure, other_figure, rates, months, Decimal(0)):
        return None
    return hurdle
