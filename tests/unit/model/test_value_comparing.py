from decimal import Decimal

import pytest

from briefing.model.malformed import Malformed
from briefing.model.value_comparing import agree, interval, same_value, value_order
from briefing.model.value_parsing import parse_value
from briefing.model.values import Unknown, Value, print_value


def value(kind: str, text: str) -> Value:
    parsed = parse_value(kind, text)
    assert not isinstance(parsed, Malformed), parsed
    return parsed


@pytest.mark.parametrize(
    ("kind", "a", "b", "same"),
    [
        ("money", "JPY 3兆9000億", "JPY 3.9tn", True),
        ("money", "JPY 3.9tn", "JPY 3.90tn", True),
        ("money", "JPY 3.9tn", "about JPY 3.9tn", False),
        ("money", "JPY 3tn", "USD 3tn", False),
        ("money", "JPY 3tn", "JPY 3tn to 5tn", False),
        ("money", "JPY 3tn", "JPY 3tn per year", False),
        ("quantity", "3000000 people", "3m people", True),
        ("quantity", "3 m", "3m", False),
        ("quantity", "5 % of GDP", "5 % of exports", False),
        ("date", "JFY2030", "2030-04/2031-03", True),
        ("date", "2030", "2030?", False),
        ("entity", "ibm", "text:ibm", False),
        ("text", "a", "a", True),
        ("text", "unknown", "unknown", True),
        ("text", "unknown", "none", False),
    ],
)
def test_same_values_in_other_spellings(kind: str, a: str, b: str, same: bool) -> None:
    assert same_value(value(kind, a), value(kind, b)) is same


@pytest.mark.parametrize(
    ("kind", "a", "b", "holds"),
    [
        ("money", "JPY 10tn", "JPY 9.6tn", True),
        ("money", "JPY 10tn", "JPY 9.4tn", False),
        ("money", "up to JPY 943bn", "JPY 590bn", True),
        ("money", "up to JPY 943bn", "over JPY 1tn", False),
        ("money", "JPY 10tn", "USD 10tn", False),
        ("money", "JPY 10tn", "JPY 10tn per year", False),
        ("quantity", "about 3m people", "2.9m people", True),
        ("quantity", "3m people", "3m jobs", False),
        ("date", "2024", "2024-04", True),
        ("date", "2024", "2025", False),
        ("entity", "ibm", "ibm", True),
        ("entity", "ibm", "sony", False),
    ],
)
def test_values_agree_if_both_can_be_true(kind: str, a: str, b: str, holds: bool) -> None:
    assert agree(value(kind, a), value(kind, b)) is holds


def test_values_of_different_kinds_never_agree() -> None:
    assert not agree(value("money", "USD 5"), value("quantity", "5"))
    assert not same_value(value("money", "USD 5"), value("quantity", "5"))


def test_only_sums_and_quantities_have_an_interval() -> None:
    assert interval(value("money", "JPY 10tn")) == (Decimal(95 * 10**11), Decimal(105 * 10**11))
    assert interval(value("quantity", "2 nm")) == (Decimal("1.5"), Decimal("2.5"))
    assert interval(value("date", "2027")) == (None, None)
    assert interval(Unknown()) == (None, None)


def test_values_sort_by_kind_and_size() -> None:
    written = [
        *[("text", "none"), ("text", "unknown"), ("text", "b"), ("entity", "a"), ("date", "2027"), ("date", "2024-04")],
        *[
            ("quantity", "12 nm"),
            ("quantity", "2 nm"),
            ("money", "USD 1bn"),
            ("money", "USD 900m"),
            ("money", "JPY 3tn"),
        ],
    ]
    ordered = sorted((value(*pair) for pair in written), key=value_order)
    assert [print_value(each) for each in ordered] == [
        *("JPY 3tn", "USD 900m", "USD 1bn", "2 nm", "12 nm", "2024-04", "2027", "a", "b", "unknown", "none")
    ]
