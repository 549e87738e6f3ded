"""What the true figure behind a printed one lies between, by its rounding and its bound, and whether two can meet.

`about` and `nearly` are 5 % wide, or half a rounding step where that is more.
"""

from decimal import Decimal

from briefing.model.numerals import EXACT, Bound, Number

LOOSE_PER_CENT = 5

Interval = tuple[Decimal | None, Decimal | None]
"""The ends, both included; None where it is open."""

# Looked up on their class, which CPython 3.11 does slowly, these would be most of the work of comparing figures.
_EXACT, _UP_TO, _UNDER = Bound.EXACT, Bound.UP_TO, Bound.UNDER
_AT_LEAST, _OVER, _ABOUT = Bound.AT_LEAST, Bound.OVER, Bound.ABOUT
_TWO, _ZERO = Decimal(2), Decimal(0)


def interval_of(low: Number, high: Number | None, bound: Bound) -> Interval:
    """Return what the true figure lies between, ends included; None where a bound leaves it open.

    Args:
        low: the printed number, or the lower end of its range.
        high: the upper end of a range, or None.
        bound: what stands before it. Bounds are of the signed number: `over -5` is above it.
    """
    last = high or low
    if bound is _EXACT:
        return _lowered(low, _half(low)), _raised(last, _half(last))
    if bound is _UP_TO or bound is _UNDER:
        return None, last.value
    if bound is _AT_LEAST or bound is _OVER:
        return low.value, None
    if bound is _ABOUT:
        return _lowered(low, _loose(low)), _raised(last, _loose(last))
    return _nearly(low, last)


def _nearly(low: Number, last: Number) -> Interval:
    """Return what is `nearly` a figure: nearer to zero than it, on either side of zero, and at most a little."""
    if last.value < 0:
        return low.value, _raised(last, _loose(last))
    return _lowered(low, _loose(low)), last.value


def _half(number: Number) -> Decimal:
    """Return half the rounding step: the true figure lies no further from a rounded one."""
    return EXACT.divide(number.step, _TWO)


def _loose(number: Number) -> Decimal:
    """Return how far from an approximate figure the true one may lie."""
    return max(_half(number), EXACT.multiply(abs(number.value), Decimal(LOOSE_PER_CENT).scaleb(-2)))


def _lowered(number: Number, width: Decimal) -> Decimal:
    """Return the lower end of what a number may be.

    A number that is not below zero is not rounded from below it: `0` is no loss.
    """
    lowered = EXACT.subtract(number.value, width)
    if number.value < 0:
        return lowered
    return max(_ZERO, lowered)


def _raised(number: Number, width: Decimal) -> Decimal:
    """Return the upper end of what a number may be, on its own side of zero."""
    raised = EXACT.add(number.value, width)
    if number.value < 0:
        return min(_ZERO, raised)
    return raised


def intervals_meet(a: Interval, b: Interval) -> bool:
    """Tell whether two intervals have more than a rounding end in common.

    `2bn` is 1.5 to 2.5 and `3bn` 2.5 to 3.5: they do not meet at 2.5, which is only where rounding ends.
    """
    if _below(a[0], b[1]) and _below(b[0], a[1]):
        return True
    # A single point, such as a rank, is nothing rounded: it belongs to what begins or ends with it.
    if a[0] == a[1]:
        return _touches(a[0], b)
    if b[0] == b[1]:
        return _touches(b[0], a)
    # `up to 2bn` and `at least 2bn` do meet: their ends are said, not rounded.
    return _share_a_bound(a, b) or _share_a_bound(b, a)


def _below(start: Decimal | None, end: Decimal | None) -> bool:
    return start is None or end is None or start < end


def _share_a_bound(ceiling: Interval, floor: Interval) -> bool:
    """Tell whether what one figure gives as the most the other gives as the least: `up to 2bn`, `at least 2bn`."""
    is_ceiling = ceiling[0] is None and ceiling[1] is not None
    is_floor = floor[1] is None
    return is_ceiling and is_floor and ceiling[1] == floor[0]


def _touches(point: Decimal | None, interval: Interval) -> bool:
    return point is not None and point in interval
