"""Units: which words are physics, what converts, and that the library is loaded late and for nothing else."""

import subprocess
import sys
from decimal import Decimal

import pytest

from briefing.model.unit_words import physical_unit, unit_form
from briefing.model.units import Conversion, conversion, rounded


def between(start: str, to: str) -> Conversion | None:
    return conversion(unit_form(start), unit_form(to))


@pytest.mark.parametrize(
    ("start", "to", "factor"),
    [
        ("GW", "MW", "1000"),
        ("kilowatt-hours", "MWh", "0.001"),
        ("years", "months", "12"),
        ("quarters", "months", "3"),
        ("weeks", "days", "7"),
        ("square kilometres", "ha", "100"),
        ("km²", "ha", "100"),
        ("tonnes", "kg", "1000"),
        ("nm", "µm", "0.001"),
        ("metres", "m", "1"),
        ("GB", "bytes", "1000000000"),
        ("Gbps", "Mbit/s", "1000"),
        ("miles", "km", "1.609344"),
        ("‰", "%", "0.1"),
        ("percentage points", "basis points", "100"),
        ("mW", "W", "0.001"),
        ("MW", "W", "1000000"),
    ],
)
def test_units_of_one_dimension_convert(start: str, to: str, factor: str) -> None:
    parsed = between(start, to)
    assert parsed is not None
    assert (parsed.factor, parsed.offset) == (Decimal(factor), 0)


def test_degrees_have_an_offset_that_widths_do_not_have() -> None:
    parsed = between("°C", "°F")
    assert parsed is not None
    assert (parsed.of(Decimal(20)), parsed.of_width(Decimal(10))) == (68, 18)


def test_what_no_decimal_holds_is_rounded_to_fifteen_digits() -> None:
    assert str(rounded(Decimal(1) / 3)) == "0.333333333333333"
    assert str(rounded(Decimal(2000) / 3)) == "666.666666666667"
    assert str(rounded(Decimal("1200.0"))) == "1.2E+3"


@pytest.mark.parametrize(
    ("start", "to"),
    [
        ("%", "percentage points"),
        ("%", "pp"),
        ("GW", "GWh"),
        ("tons", "tonnes"),
        ("wafers", "plants"),
        ("ha", "km"),
        ("people", "kg"),
        ("bits", "%"),
        ("GHz", "Gbit/s"),
        ("m people", "m"),
        ("a", "years"),
        ("rank", "%"),
    ],
)
def test_what_measures_something_else_does_not_convert(start: str, to: str) -> None:
    assert between(start, to) is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("wafers", "wafer"),
        ("Plants", "plant"),
        ("companies", "company"),
        ("people", "person"),
        ("300-mm wafers", "300 mm wafer"),
        ("the GDP", "GDP"),
        ("annum", "year"),
        ("per", "per"),
        ("boxes", "box"),
        ("series", "series"),
        ("kW", "kilowatts"),
    ],
)
def test_spellings_of_one_unit_have_one_form(left: str, right: str) -> None:
    assert unit_form(left) == unit_form(right)


@pytest.mark.parametrize("prose", ["people", "m people", "a", "", "wafers per month", "gross tons", "import os", "1e9"])
def test_prose_is_never_physics(prose: str) -> None:
    assert physical_unit(unit_form(prose)) is None


def test_the_library_is_loaded_only_where_two_units_meet() -> None:
    script = (
        "import sys\n"
        "from briefing.model.value_comparing import agree\nfrom briefing.model.value_parsing import parse_value_as\n"
        "read = lambda text: parse_value_as(('quantity',), text)\n"
        "assert agree(read('3 GW'), read('3 GW')) and not agree(read('3 wafers'), read('3 plants'))\n"
        "assert 'pint' not in sys.modules\n"
        "assert agree(read('3 GW'), read('3000 MW'))\n"
        "assert 'pint' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
