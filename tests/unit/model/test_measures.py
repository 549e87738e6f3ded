"""Figures in one measure: which meet after conversion, which bounds exclude each other, what keeps two apart."""

from typing import Any

import pytest

from briefing.model.malformed import Malformed
from briefing.model.measures import Hurdle, bounds_exclude, hurdle_between, in_measure_of, measure_marks
from briefing.model.money import parse_money
from briefing.model.quantity import parse_quantity
from briefing.model.value_comparing import agree, same_value


def figure(text: str) -> Any:
    parsed = parse_money(text)
    parsed = parse_quantity(text) if isinstance(parsed, Malformed) else parsed
    assert not isinstance(parsed, Malformed), parsed
    return parsed


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("3 GW", "3000 MW"),
        ("3000 per month", "36000 per year"),
        ("18 months", "1.5 years"),
        ("JPY 5bn per month", "JPY 60bn per year"),
        ("1 plant", "1 plants"),
        ("20 °C", "68 °F"),
        ("20 °C per month", "68 °F per month"),
        ("40 % of GDP", "40 % of the GDP"),
        ("2 to 3 GW", "2000 to 3000 MW"),
        ("rank 3", "rank 3 of 50"),
        ("5 kg per person", "5000 g per capita"),
    ],
)
def test_two_units_of_one_size_say_the_same(left: str, right: str) -> None:
    a, b = figure(left), figure(right)
    assert same_value(a, b)
    assert agree(a, b)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("3 GW", "5000 MW"),
        ("3000 per month", "3000 per year"),
        ("1 plant", "3 plants"),
        ("JPY 5bn per day", "JPY 5bn per week"),
    ],
)
def test_what_conversion_sets_apart_does_not_agree(left: str, right: str) -> None:
    a, b = figure(left), figure(right)
    assert hurdle_between(a, b) is None
    assert not agree(a, b)
    assert not same_value(a, b)


def test_rounding_is_converted_with_its_number() -> None:
    assert agree(figure("3 GW"), figure("3200 MW"))
    assert not agree(figure("3.0 GW"), figure("3200 MW"))


@pytest.mark.parametrize(
    ("left", "right", "hurdle"),
    [
        ("3 GW", "3 wafers", Hurdle.UNIT),
        ("20 %", "20 percentage points", Hurdle.UNIT),
        ("3 %", "3 % of GDP", Hurdle.OF),
        ("3 wafers", "3 wafers per year", Hurdle.PER),
        ("JPY 5bn", "USD 5bn", Hurdle.CURRENCY),
        ("JPY 5bn", "5 GW", Hurdle.KIND),
        ("JPY 5bn", "JPY 5bn per year", Hurdle.PER),
        ("3 kg per wafer", "3 kg per year", Hurdle.PER),
        ("3 people", "3", Hurdle.UNIT),
        ("rank 3 of 50", "rank 3 of 60", Hurdle.OF),
        ("3 kg per wafer per month", "3 kg per plant per year", Hurdle.PER),
        ("20 °C per month", "68 °F per year", Hurdle.PER),
    ],
)
def test_what_keeps_two_figures_apart_has_a_name(left: str, right: str, hurdle: Hurdle) -> None:
    a, b = figure(left), figure(right)
    assert hurdle_between(a, b) is hurdle
    assert hurdle_between(b, a) is hurdle
    assert not agree(a, b)


@pytest.mark.parametrize(
    ("floor", "ceiling", "excluded"),
    [
        ("over 700", "up to 700", True),
        ("over 700", "under 700", True),
        ("at least 700", "under 700", True),
        ("at least 700", "up to 700", False),
        ("over 700", "up to 800", False),
        ("over 700", "740", False),
        ("over 700", "700", False),
        ("nearly 700", "700", False),
        ("over 2 to 3", "under 2", True),
        ("over 2", "under 1 to 3", False),
    ],
)
def test_bounds_exclude_each_other_only_where_nothing_lies_between(floor: str, ceiling: str, excluded: bool) -> None:
    a, b = figure(floor), figure(ceiling)
    assert bounds_exclude(a, b) is bounds_exclude(b, a) is excluded


def test_marks_do_not_depend_on_the_order() -> None:
    figures = [figure(text) for text in ("3 GW", "3000 MW", "3000000 kW", "3 wafers", "3.5 GW")]
    forward, backward = measure_marks(figures), measure_marks(reversed(figures))
    assert forward == backward
    assert len({forward[each] for each in figures}) == 3


def test_a_converted_figure_has_the_unit_of_the_other() -> None:
    parsed = in_measure_of(figure("3 GW"), figure("5000 MW"))
    assert parsed is not None
    assert (parsed.number, parsed.unit) == (3000, "MW")
