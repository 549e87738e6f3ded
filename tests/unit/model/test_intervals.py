from decimal import Decimal

import pytest

from briefing.model.intervals import interval_of, intervals_meet
from briefing.model.malformed import Word
from briefing.model.numerals import Bound, Number, parse_number


def number(text: str) -> Number:
    parsed = parse_number(Word(text, 0))
    assert isinstance(parsed, Number), parsed
    return parsed


def ends(text: str, bound: Bound) -> tuple[str | None, ...]:
    return tuple(None if end is None else f"{end.normalize():f}" for end in interval_of(number(text), None, bound))


@pytest.mark.parametrize(
    ("text", "bound", "low", "high"),
    [
        ("10", Bound.EXACT, "9.5", "10.5"),
        ("3.9", Bound.EXACT, "3.85", "3.95"),
        ("0", Bound.EXACT, "0", "0.5"),
        ("100", Bound.UP_TO, None, "100"),
        ("100", Bound.UNDER, None, "100"),
        ("100", Bound.AT_LEAST, "100", None),
        ("100", Bound.OVER, "100", None),
        ("25.44", Bound.ABOUT, "24.168", "26.712"),
        ("3", Bound.ABOUT, "2.5", "3.5"),
        ("25.44", Bound.NEARLY, "24.168", "25.44"),
        ("3", Bound.NEARLY, "2.5", "3"),
        ("0", Bound.NEARLY, "0", "0"),
    ],
)
def test_intervals_follow_bound_and_rounding(text: str, bound: Bound, low: str | None, high: str | None) -> None:
    assert ends(text, bound) == (low, high)


def test_bounds_open_a_range_on_their_own_side() -> None:
    low, high = number("3"), number("5")
    assert interval_of(low, high, Bound.UP_TO) == (None, 5)
    assert interval_of(low, high, Bound.AT_LEAST) == (3, None)
    assert interval_of(low, high, Bound.EXACT) == (Decimal("2.5"), Decimal("5.5"))
    assert interval_of(low, high, Bound.NEARLY) == (Decimal("2.5"), 5)


def test_intervals_meet_inside_and_at_bounds_but_not_at_rounding_ends() -> None:
    one, two, three = Decimal(1), Decimal(2), Decimal(3)
    assert intervals_meet((one, three), (two, three))
    assert intervals_meet((two, two), (two, three))
    assert intervals_meet((one, three), (two, two))
    assert not intervals_meet((one, two), (two, three))
    assert intervals_meet((None, one), (one, None))
    assert intervals_meet((None, None), (two, two))
    assert not intervals_meet((one, one), (two, None))
    assert not intervals_meet((three, None), (None, two))


@pytest.mark.parametrize(
    ("text", "bound", "ends"),
    [
        ("-7", Bound.EXACT, ("-7.5", "-6.5")),
        ("-700", Bound.ABOUT, ("-735", "-665")),
        ("-700", Bound.NEARLY, ("-700", "-665")),
        ("-7", Bound.UP_TO, (None, "-7")),
        ("-7", Bound.OVER, ("-7", None)),
    ],
)
def test_below_zero_rounding_and_bounds_are_of_the_signed_number(
    text: str, bound: Bound, ends: tuple[str | None, str | None]
) -> None:
    low, high = interval_of(number(text), None, bound)
    assert (low, high) == tuple(None if end is None else Decimal(end) for end in ends)
