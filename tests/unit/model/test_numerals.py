from decimal import Decimal

import pytest

from briefing.model.malformed import Malformed, Word
from briefing.model.numerals import MAX_DIGITS, Bound, Number, parse_bound, parse_number, parse_range


def number(text: str) -> Number:
    parsed = parse_number(Word(text, 0))
    assert isinstance(parsed, Number), parsed
    return parsed


def finding(text: str) -> Malformed:
    fault = parse_number(Word(text, 10))
    assert isinstance(fault, Malformed), fault
    return fault


def words(text: str) -> tuple[Word, ...]:
    pieces = text.split(" ")
    return tuple(Word(piece, len(" ".join(pieces[:i])) + (i > 0)) for i, piece in enumerate(pieces))


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("7", "7", "1"),
        ("10", "10", "1"),
        ("1000", "1000", "100"),
        ("1200", "1200", "100"),
        ("1234", "1234", "1"),
        ("3000000", "3000000", "100000"),
        ("0.71", "0.71", "0.01"),
        ("2.50", "2.5", "0.01"),
        ("0", "0", "1"),
        ("007", "7", "1"),
        ("65k", "65000", "1000"),
        ("-12.5", "-12.5", "0.1"),
        ("-65k", "-65000", "1000"),
        ("-3兆9000億", "-3900000000000", "100000000000"),
        ("-0", "0", "1"),
        ("3m", "3000000", "1000000"),
        ("10tn", "10000000000000", "1000000000000"),
        ("370tn", "370000000000000", "10000000000000"),
        ("3.9tn", "3900000000000", "100000000000"),
        ("3.90tn", "3900000000000", "10000000000"),
        ("5千", "5000", "1000"),
        ("6000万", "60000000", "1000000"),
        ("3千億", "300000000000", "100000000000"),
        ("3兆9000億", "3900000000000", "100000000000"),
        ("3兆0億", "3000000000000", "100000000000"),
        ("1兆5", "1000000000005", "1"),
        ("1億2345万6789", "123456789", "1"),
        ("1兆2.5億", "1000250000000", "10000000"),
    ],
)
def test_numbers_keep_their_value_and_rounding_step(text: str, value: str, step: str) -> None:
    assert number(text) == Number(Decimal(value), Decimal(step))


def test_numbers_are_exact_far_beyond_floats() -> None:
    digits = "9" * MAX_DIGITS
    assert number(digits + "tn").value == int(digits) * 10**12
    assert number("0.1").value * 3 == Decimal("0.3")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "1,200",
        ".5",
        "5.",
        "1.2.3",
        "--5",
        "-",
        "−5",
        "+5",
        "１０",
        "٣",
        "³",
        "1_000",
        "1e5",
        "0x1",
        "inf",
        "nan",
        "3tn5bn",
    ],
)
def test_other_spellings_are_no_numbers(text: str) -> None:
    if text:
        assert finding(text).offset >= 10


@pytest.mark.parametrize("text", ["9000億3兆", "3億3億", "3兆90000億", "3.5兆9000億", "3千500万", "1k1", "1億1k"])
def test_chains_must_descend_and_be_japanese(text: str) -> None:
    assert finding(text).length == len(text)


def test_what_touches_a_number_is_pointed_at() -> None:
    fault = finding("2nm")
    assert (fault.offset, fault.length) == (11, 2)
    fault = finding("10兆円")
    assert (fault.offset, fault.length) == (13, 1)


def test_digits_are_limited_also_across_a_chain() -> None:
    assert isinstance(parse_number(Word("1" * MAX_DIGITS, 0)), Number)
    assert "too many digits" in finding("1" * (MAX_DIGITS + 1)).message
    assert "too many digits" in finding("1" * 20 + "兆1").message


def test_a_bound_is_taken_off_the_front() -> None:
    assert parse_bound(words("up to 5")) == (Bound.UP_TO, words("up to 5")[2:])
    assert parse_bound(words("5 about")) == (Bound.EXACT, words("5 about"))
    assert parse_bound(words("up 5"))[0] is Bound.EXACT
    assert parse_bound(words("at least"))[1] == ()


def test_every_bound_but_exact_has_its_words() -> None:
    for bound in Bound:
        assert parse_bound(words(f"{bound.words} 5".strip()))[0] is bound


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3 to 5", 3, 5),
        ("3 to 5tn", 3 * 10**12, 5 * 10**12),
        ("3bn to 5tn", 3 * 10**9, 5 * 10**12),
        ("3k to 5000", 3000, 5000),
        ("1.5 to 2m", 1_500_000, 2_000_000),
        ("3 to 5千億", 3 * 10**11, 5 * 10**11),
        ("3兆 to 3兆5000億", 3 * 10**12, 35 * 10**11),
        ("1万2000 to 2m", 12_000, 2_000_000),
        ("5 to 5", 5, 5),
    ],
)
def test_a_mag_on_the_second_number_alone_holds_for_both(text: str, low: int, high: int) -> None:
    parsed = parse_range(words(text))
    assert not isinstance(parsed, Malformed)
    assert parsed[1] is not None
    assert (parsed[0].value, parsed[1].value) == (low, high)


@pytest.mark.parametrize(
    ("text", "offset", "length"),
    [
        ("5 to 3", 0, 6),
        ("3 to", 2, 2),
        ("3 to x", 5, 1),
        ("x to 3", 0, 1),
        ("3 to 5兆5000億", 0, 1),
        ("500 to 1k", 0, 9),
    ],
)
def test_impossible_ranges_are_pointed_at(text: str, offset: int, length: int) -> None:
    fault = parse_range(words(text))
    assert isinstance(fault, Malformed)
    assert (fault.offset, fault.length) == (offset, length)


def test_words_behind_a_range_are_handed_back() -> None:
    parsed = parse_range(words("3 to 5 nm per year"))
    assert not isinstance(parsed, Malformed)
    assert [word.text for word in parsed[2]] == ["nm", "per", "year"]
