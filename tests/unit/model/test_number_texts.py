from decimal import Decimal

import pytest

from briefing.model.malformed import Word
from briefing.model.number_texts import json_number, number_text, print_number, print_range
from briefing.model.numerals import Number, parse_number


def number(text: str) -> Number:
    parsed = parse_number(Word(text, 0))
    assert isinstance(parsed, Number), parsed
    return parsed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("3900bn", "3.9tn"),
        ("3900.0bn", "3.9000tn"),
        ("3兆9000億", "3.9tn"),
        ("3000000", "3.0m"),
        ("65k", "65000"),
        ("3k", "3k"),
        ("5億", "0.5bn"),
        ("3千億", "0.3tn"),
        ("3千兆", "3千兆"),
        ("950", "950"),
        ("0.71", "0.71"),
        ("0tn", "0tn"),
        ("1万2000", "12000"),
    ],
)
def test_printing_keeps_the_rounding_step(text: str, printed: str) -> None:
    written = print_number(number(text))
    assert number(written) == number(text)
    assert written == printed


def test_a_number_without_a_step_prints_short() -> None:
    assert print_number(Number(Decimal(3_900_000_000_000), Decimal(0))) == "3.9tn"
    assert print_number(Number(Decimal("0.5"), Decimal(0))) == "0.5"
    assert print_range(Number(Decimal(5), Decimal(0)), Number(Decimal(1000), Decimal(0))) == "5 to 1000"


def test_a_range_never_prints_a_plain_number_before_a_mag() -> None:
    assert print_range(number("0.95k"), number("1.5m")) == "0.95k to 1.5m"
    assert print_range(number("3tn"), number("5tn")) == "3tn to 5tn"
    assert print_range(number("500"), number("1000")) == "500 to 1000"


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("943bn", "943 billion"),
        ("25.44bn", "25.44 billion"),
        ("3.9tn", "3.9 trillion"),
        ("1200", "1,200"),
        ("12345", "12,345"),
        ("1234567", "1,234,567"),
        ("1500tn", "1,500 trillion"),
        ("1m", "1 million"),
        ("1.234m", "1.234 million"),
        ("1.2345m", "1,234,500"),
        ("25440.123m", "25,440,123,000"),
        ("0", "0"),
        ("0.35", "0.35"),
        ("2.50", "2.5"),
    ],
)
def test_readers_get_words_instead_of_zeros(text: str, english: str) -> None:
    assert number_text(number(text).value) == english


def test_json_numbers_are_ints_where_they_can_be() -> None:
    whole = json_number(Decimal("25440000000.00"))
    assert (type(whole), whole) == (int, 25440000000)
    assert json_number(Decimal("0.71")) == 0.71
    assert type(json_number(Decimal("0.71"))) is float


def test_readers_see_a_real_minus() -> None:
    assert number_text(Decimal("-12.5")) == "−12.5"
    assert number_text(Decimal(-5_000_000_000)) == "−5 billion"
