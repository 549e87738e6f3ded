from decimal import Decimal

import pytest

from briefing.model.malformed import Malformed
from briefing.model.numerals import Bound
from briefing.model.quantity import Quantity, parse_quantity, print_quantity, quantity_interval, quantity_text


def quantity(text: str) -> Quantity:
    parsed = parse_quantity(text)
    assert isinstance(parsed, Quantity), parsed
    return parsed


def finding(text: str) -> Malformed:
    fault = parse_quantity(text)
    assert isinstance(fault, Malformed), fault
    return fault


def test_a_full_literal_fills_every_field() -> None:
    literal = "up to 3 to 5 % of exports per fiscal year"
    assert quantity(literal) == Quantity(
        number=Decimal(3),
        number_max=Decimal(5),
        unit="%",
        bound=Bound.UP_TO,
        of="exports",
        per="fiscal year",
        printed=literal,
        step=Decimal(1),
        step_max=Decimal(1),
    )


@pytest.mark.parametrize(
    ("text", "unit", "of", "per"),
    [
        ("5", None, None, None),
        ("5 of 7 firms", None, "7 firms", None),
        ("5 per week", None, None, "week"),
        ("5 wafer starts per month", "wafer starts", None, "month"),
        ("5 % of cost per unit of output", "%", "cost", "unit of output"),
        ("5 tonnes of CO2", "tonnes", "CO2", None),
    ],
)
def test_unit_of_and_per_are_told_apart(text: str, unit: str | None, of: str | None, per: str | None) -> None:
    parsed = quantity(text)
    assert (parsed.unit, parsed.of, parsed.per) == (unit, of, per)
    assert print_quantity(parsed) == text


def test_a_touching_m_is_a_million_and_a_free_one_a_metre() -> None:
    assert (quantity("3m").number, quantity("3m").unit) == (3_000_000, None)
    assert (quantity("3 m").number, quantity("3 m").unit) == (3, "m")
    assert quantity("3 m per year").unit == "m"
    assert finding("3 m people").meant == "3m people"


def test_a_rank_is_exact_and_names_the_length_of_its_list() -> None:
    parsed = quantity("rank 32 of 67")
    assert (parsed.number, parsed.unit, parsed.of, parsed.bound) == (32, "rank", "67", Bound.EXACT)
    assert quantity_interval(parsed) == (32, 32)
    assert print_quantity(quantity("rank 032 of 067")) == "rank 32 of 67"
    assert quantity_interval(quantity("32 firms")) == (Decimal("31.5"), Decimal("32.5"))


@pytest.mark.parametrize(
    "text", ["rank", "rank x", "rank 0", "rank 1.5", "rank 3k", "rank 3 of", "rank 9 of 8", "about rank 3"]
)
def test_a_rank_is_a_place_in_its_list(text: str) -> None:
    assert isinstance(finding(text), Malformed)


@pytest.mark.parametrize(
    ("number", "ordinal"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (113, "113th"), (121, "121st")],
)
def test_readers_see_a_rank_as_an_ordinal(number: int, ordinal: str) -> None:
    assert quantity_text(quantity(f"rank {number}")) == ordinal


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("about 3m people", "about 3 million people"),
        ("25 % per year", "25% per year"),
        ("3 to 5 %", "3 to 5%"),
        ("rank 32 of 67", "32nd of 67"),
        ("over 1200 firms", "over 1,200 firms"),
        ("2 nm", "2 nm"),
        ("40 % of revenue per quarter", "40% of revenue per quarter"),
    ],
)
def test_readers_see_words(text: str, shown: str) -> None:
    assert quantity_text(quantity(text)) == shown


@pytest.mark.parametrize(
    ("text", "offset", "length", "meant"),
    [
        ("25%", 2, 1, "25 %"),
        ("about 25%", 8, 1, "about 25 %"),
        ("25 percent of GDP", 3, 7, ""),
        ("2nm", 1, 2, "2 nm"),
        ("5 million", 2, 7, "5m"),
        ("5 USD", 2, 3, ""),
        ("5 yen", 2, 3, ""),
        ("1,200 firms", 0, 5, "1200 firms"),
        ("3 years to 5 years", 2, 16, "3 to 5 years"),
        ("5万人", 2, 1, "5万 人"),
        ("5 of", 2, 2, ""),
        ("5 nm per", 5, 3, ""),
        ("about", 0, 5, ""),
        ("about rank 32", 0, 5, ""),
    ],
)
def test_slips_are_pointed_at(text: str, offset: int, length: int, meant: str) -> None:
    fault = finding(text)
    assert (fault.offset, fault.length) == (offset, length)
    if meant:
        assert fault.meant == meant
