"""What holds for every literal: reading never fails, printing and reading undo each other, intervals hold amounts."""

import time
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing.model.currencies import CURRENCIES
from briefing.model.dates import PartialDate, contains, date_order, disjoint, parse_date
from briefing.model.malformed import Malformed
from briefing.model.money import Money, parse_money, print_money
from briefing.model.numerals import MAGS, Bound
from briefing.model.quantity import Quantity, parse_quantity, print_quantity
from briefing.model.value_comparing import agree, interval, same_value, value_order
from briefing.model.value_json import value_json
from briefing.model.value_parsing import VALUE_KINDS, parse_value
from briefing.model.values import Value, print_value, value_text

digits = st.text("0123456789", min_size=1, max_size=9)
plain_numbers = st.one_of(digits, st.builds("{}.{}".format, digits, st.text("0123456789", min_size=1, max_size=4)))
chains = st.builds(
    "{}兆{}億{}".format, st.integers(0, 9999), st.integers(0, 9999), st.one_of(st.just(""), st.integers(0, 99_999_999))
)
sizes = st.one_of(st.builds("{}{}".format, plain_numbers, st.sampled_from(["", "", *MAGS])), chains)
numbers = st.builds("{}{}".format, st.sampled_from(["", "", "-"]), sizes)
ranges = st.one_of(numbers, st.builds("{} to {}".format, numbers, numbers))
bounds = st.sampled_from([f"{bound.words} ".lstrip() for bound in Bound])
names = st.lists(st.sampled_from(["people", "of", "to", "GDP", "年", "CO2", "per", "5G", "x%"]), min_size=1, max_size=4)
tails = st.one_of(st.just(""), names.map(" per {}".format), names.map(lambda words: " per " + " ".join(words)))
units = st.one_of(st.just(""), st.just(" %"), names.map(lambda words: " " + " ".join(words)))
money_literals = st.builds("{}{} {}{}".format, bounds, st.sampled_from(sorted(CURRENCIES)), ranges, tails)
ranks = st.builds(lambda a, b: f"rank {min(a, b)} of {max(a, b)}", st.integers(1, 999), st.integers(1, 999))
quantity_literals = st.one_of(st.builds("{}{}{}{}".format, bounds, ranges, units, tails), ranks)

years = st.integers(1, 9998).map("{:04}".format)
doubts = st.sampled_from(["", "", "?", "~", "%"])
calendar_points = st.one_of(
    years,
    st.dates().map(date.isoformat),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.builds("{}-{}".format, years, st.sampled_from(["21", "22", "23", "24", "XX", "XX-XX"])),
    st.integers(0, 999).map("{:03}X".format),
    st.integers(0, 99).map("{:02}XX".format),
)
fiscal_points = st.builds("JFY{}{}".format, years, st.sampled_from(["", " H1", " H2", " Q1", " Q2", " Q3", " Q4"]))
points = st.builds("{}{}".format, st.one_of(calendar_points, fiscal_points), doubts)
ends = st.one_of(points, st.sampled_from(["..", ""]))
date_literals = st.one_of(points, st.builds("{}/{}".format, ends, ends))
all_literals = st.one_of(money_literals, quantity_literals, date_literals)
near_misses = st.text("0123456789.,-/ ~?%XJFYHQUSD$¥€兆億万千円bntmkto perfau１２年", max_size=30)


def good(kind: str, text: str) -> Value:
    parsed = parse_value(kind, text)
    assume(not isinstance(parsed, Malformed))
    assert not isinstance(parsed, Malformed)
    return parsed


@given(st.sampled_from(VALUE_KINDS), st.one_of(st.text(), near_misses, all_literals))
def test_reading_is_total_and_findings_point_into_the_literal(kind: str, text: str) -> None:
    fault = parse_value(kind, text)
    if isinstance(fault, Malformed):
        assert fault.offset >= 0
        assert fault.length >= min(1, len(text))
        assert fault.offset + fault.length <= len(text)
        assert fault.message
        assert fault.hint
        assert (fault.message + fault.hint).isprintable() or not text.isprintable()
    else:
        assert value_json(fault)["printed"] == text
        assert value_text(fault)


@given(st.one_of(near_misses, all_literals, st.text()))
def test_what_was_meant_is_always_readable(text: str) -> None:
    for parse in (parse_money, parse_quantity, parse_date):
        fault = parse(text)
        if isinstance(fault, Malformed) and fault.meant:
            assert not isinstance(parse(fault.meant), Malformed)
            assert fault.meant != text


@given(money_literals)
def test_money_survives_printing(text: str) -> None:
    parsed = parse_money(text)
    assume(isinstance(parsed, Money))
    assert isinstance(parsed, Money)
    again = parse_money(print_money(parsed))
    assert isinstance(again, Money)
    assert replace(again, printed=text) == parsed
    assert print_money(again) == print_money(parsed)


@given(quantity_literals)
def test_quantities_survive_printing(text: str) -> None:
    parsed = parse_quantity(text)
    assume(isinstance(parsed, Quantity))
    assert isinstance(parsed, Quantity)
    again = parse_quantity(print_quantity(parsed))
    assert isinstance(again, Quantity)
    assert replace(again, printed=text) == parsed
    assert print_quantity(again) == print_quantity(parsed)


@given(st.sampled_from(["date", "entity", "text"]), st.one_of(date_literals, st.text(), near_misses))
def test_other_values_survive_printing(kind: str, text: str) -> None:
    parsed = good(kind, text)
    assert parse_value(kind, print_value(parsed)) == parsed


@given(date_literals)
def test_the_edtf_of_a_date_is_itself_a_date_of_the_same_days(text: str) -> None:
    parsed = parse_date(text)
    assume(isinstance(parsed, PartialDate))
    assert isinstance(parsed, PartialDate)
    again = parse_date(parsed.edtf)
    assert isinstance(again, PartialDate)
    assert (again.edtf, again.earliest, again.latest) == (parsed.edtf, parsed.earliest, parsed.latest)
    assert parsed.earliest is None or parsed.latest is None or parsed.earliest <= parsed.latest


@given(st.sampled_from(["money", "quantity"]), money_literals, quantity_literals)
def test_intervals_hold_what_was_printed(kind: str, money: str, quantity: str) -> None:
    parsed = good(kind, money if kind == "money" else quantity)
    assert isinstance(parsed, Money | Quantity)
    low, high = interval(parsed)
    first, last = parsed.low.value, (parsed.high or parsed.low).value
    assert low is None or low <= first
    assert low is None or low >= 0 or first < 0
    assert high is None or high >= last
    assert (low is None) == (parsed.bound in (Bound.UP_TO, Bound.UNDER))
    assert (high is None) == (parsed.bound in (Bound.AT_LEAST, Bound.OVER))
    assert agree(parsed, parsed)
    assert same_value(parsed, parsed)


@given(
    st.lists(
        st.tuples(st.sampled_from(VALUE_KINDS), st.one_of(all_literals, st.just("unknown"))), min_size=3, max_size=8
    )
)
def test_the_order_of_values_is_total(pairs: list[tuple[str, str]]) -> None:
    values = [each for each in (parse_value(*pair) for pair in pairs) if not isinstance(each, Malformed)]
    assume(values)
    ordered = sorted(values, key=value_order)
    assert sorted([*values[1:], values[0]], key=value_order) == ordered
    for a in values:
        for b in values:
            assert (value_order(a) == value_order(b)) == (a == b)


@given(st.lists(date_literals, min_size=2, max_size=6))
def test_dates_compare_consistently(texts: list[str]) -> None:
    dates = [each for each in map(parse_date, texts) if isinstance(each, PartialDate)]
    for a in dates:
        assert contains(a, a)
        assert not disjoint(a, a)
        for b in dates:
            assert (date_order(a) == date_order(b)) == (a.printed == b.printed)
            assert disjoint(a, b) == disjoint(b, a)
            assert not (disjoint(a, b) and contains(a, b))


@given(st.integers(0, 10**30 - 1), st.sampled_from(["", *MAGS]))
def test_no_digit_is_ever_lost(coefficient: int, mag: str) -> None:
    parsed = parse_money(f"USD {coefficient}{mag}")
    assert isinstance(parsed, Money)
    assert parsed.amount == Decimal(coefficient * 10 ** MAGS.get(mag, 0))


@pytest.mark.parametrize("kind", VALUE_KINDS)
@pytest.mark.parametrize(
    "text",
    [
        *(
            "9" * 10**6,
            "/" * 10**6,
            "\0" * 10**6,
            " " * 10**6,
            "😀" * 10**6,
            "a " * 500_000,
            "１" * 10**6,
            "text:" * 200_000,
        ),
        *(
            "ﷺ" * 300,
            "1" * 299 + "x",
            "about " * 50,
            "1 " * 149 + "1",
            "1," * 149,
            "USD " * 75,
            "to 1 " * 60,
            "~" * 300,
        ),
    ],
    ids=lambda text: f"{text[:5]!a}x{len(text)}",
)
def test_monstrous_literals_take_no_time(kind: str, text: str) -> None:
    start = time.process_time()
    parse_value(kind, text)
    assert time.process_time() - start < 0.5
