"""Adds sums of one currency and unit of time: amounts, their rounding and their bounds."""

from dataclasses import replace
from decimal import Decimal

from briefing.model.money import Money, print_money
from briefing.model.numerals import EXACT, Bound, Number

CEILINGS, FLOORS = frozenset({Bound.UP_TO, Bound.UNDER}), frozenset({Bound.AT_LEAST, Bound.OVER})


def add_money(a: Money, b: Money) -> Money:
    """Return two sums of one currency as one, whose rounding is that of both together."""
    low = _add_numbers(a.low, b.low)
    high = _add_numbers(a.high or a.low, b.high or b.low)
    amount_max = None
    # One range among the sums makes the total a range.
    if a.amount_max is not None or b.amount_max is not None:
        amount_max = high.value
    added = Money(
        amount=low.value,
        amount_max=amount_max,
        currency=a.currency,
        bound=_add_bounds(a.bound, b.bound),
        per=a.per,
        printed="",
        step=low.step,
        step_max=high.step,
    )
    # A literal rounds to one place, a total to the places of all its sums: it is spelled without any.
    return replace(added, printed=print_money(replace(added, step=Decimal(0), step_max=Decimal(0))))


def _add_numbers(a: Number, b: Number) -> Number:
    return Number(EXACT.add(a.value, b.value), EXACT.add(a.step, b.step))


def _add_bounds(a: Bound, b: Bound) -> Bound:
    """Return the bound of a total: of a ceiling and a figure a ceiling, of a rough figure and another a rough one."""
    if a is b:
        return a
    if a in CEILINGS or b in CEILINGS:
        return Bound.UP_TO
    if a in FLOORS or b in FLOORS:
        return Bound.AT_LEAST
    return Bound.ABOUT
