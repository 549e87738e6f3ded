"""Which values beside the shown one could not be held against it.

The one question behind every phrase that says that nothing contradicts a value.
"""

from collections.abc import Iterator, Sequence
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


def uncompared_groups(slot: Slot, attribute: Attribute, rates: Rates) -> tuple[Uncompared, ...]:
    """Return the values that stand beside the shown one and were not compared with it, each with its reason."""
    shown = slot.shown
    if shown is None or len(slot.groups) < 2 or attribute.many:
        return ()
    return tuple(_hurdles(slot, shown, attribute, rates))


def _hurdles(slot: Slot, shown: ValueGroup, attribute: Attribute, rates: Rates) -> Iterator[Uncompared]:
    for group in slot.groups:
        if group is shown or slot.ranks[group.claims[0].key] is Rank.SUPERSEDED or shown.denied or group.denied:
            continue
        found = _hurdle(shown, group, attribute, rates)
        if found is not None:
            yield group, found


def _hurdle(shown: ValueGroup, group: ValueGroup, attribute: Attribute, rates: Rates) -> Hurdle | None:
    if isinstance(shown.value, Unknown) or isinstance(group.value, Unknown):
        return None
    if isinstance(shown.value, Text) and isinstance(group.value, Text):
        return None if attribute.options else Hurdle.WORDING
    ours, theirs = _figures(shown.claims), _figures(group.claims)
    if not ours or not theirs:
        return None
    hurdles = [_between(a, b, (claim, other), rates) for (a, claim), (b, other) in product(ours, theirs)]
    return None if None in hurdles else min((one for one in hurdles if one), key=list(Hurdle).index)


def _figures(claims: Sequence[Claim]) -> list[tuple[Figure, Claim]]:
    figures = ((value, claim) for claim in claims for value in printed_values(claim))
    return [(value, claim) for value, claim in figures if isinstance(value, Money | Quantity)]


def _between(a: Figure, b: Figure, claims: tuple[Claim, Claim], rates: Rates) -> Hurdle | None:
    hurdle = hurdle_between(a, b)
    if hurdle is not Hurdle.CURRENCY or not isinstance(a, Money) or not isinstance(b, Money):
        return hurdle
    converted = money_like(a, b, rates, {month_of(claim) for claim in claims}, Decimal(0))
    return None if converted else hurdle
