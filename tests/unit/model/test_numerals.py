from decimal import Decimal

import pytest

from briefing.model.intervals import interval_of, intervals_meet
from briefing.model.malformed import Malformed, Word
from briefing.model.number_texts import json_number, number_text, print_number, print_range
from briefing.model.numerals import MAX_DIGITS, Bound, Number, parse_bound, parse_number, parse_range


def number(text: str) -> Number:
    found = parse_number(Word(text, 0))
    assert isinstance(found, Number), found
    return found


def finding(text: str) -> Malformed:
    found = parse_number(Word(text, 10))
    assert isinstance(found, Malformed), found
    return found


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
    found = finding("2nm")
    assert (found.offset, found.length) == (11, 2)
    found = finding("10兆円")
    assert (found.offset, found.length) == (13, 1)


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
    found = parse_range(words(text))
    assert not isinstance(found, Malformed)
    assert found[1] is not None
    assert (found[0].value, found[1].value) == (low, high)


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
    found = parse_range(words(text))
    assert isinstance(found, Malformed)
    assert (found.offset, found.length) == (offset, length)


def test_words_behind_a_range_are_handed_back() -> None:
    found = parse_range(words("3 to 5 nm per year"))
    assert not isinstance(found, Malformed)
    assert [word.text for word in found[2]] == ["nm", "per", "year"]


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
    ("text", "english"),
    [
        ("943bn", "943 billion"),
        ("25.44bn", "25.44 billion"),
        ("3.9tn", "3.9 trillion"),
        ("1200", "1,200"),
        ("12345", "12,345"),
        ("1234567", "1,234,567"),
        ("1500tn", "1,500 trillion"),
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


def test_readers_see_a_real_minus() -> None:
    assert number_text(Decimal("-12.5")) == "−12.5"
    assert number_text(Decimal(-5_000_000_000)) == "−5 billion"
