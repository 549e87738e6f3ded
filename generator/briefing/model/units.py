"""Converts between units of one dimension. The only module that knows `pint`, which it loads late.

The library is loaded when two units that the table of `unit_words` knows meet and are not the same: its registry costs
some hundred milliseconds, which most runs never pay. It is never given a text that an editor has typed.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from briefing.model.numerals import EXACT
from briefing.model.unit_words import OWN_UNITS, physical_unit

if TYPE_CHECKING:
    from pint import UnitRegistry

_DIGITS = 15
"""More than any source prints, and few enough to round off a third of a month, which no decimal holds."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """What a number of one unit is in another: ``factor`` times as many, and ``offset`` more for temperatures.

    From miles to kilometres the factor is 1.609344; from degrees Celsius to Fahrenheit it is 1.8, the offset 32.
    """

    factor: Decimal
    offset: Decimal = Decimal(0)

    def of(self, number: Decimal) -> Decimal:
        """Return a number of the first unit in the second.

        Of the same unit it keeps all its digits; of another it has as many as make sense.
        """
        if self is SAME:
            return number
        return rounded(EXACT.add(EXACT.multiply(number, self.factor), self.offset))

    def of_width(self, width: Decimal) -> Decimal:
        """Return a difference of two numbers, or a rounding step, in the second unit."""
        if self is SAME:
            return width
        return rounded(EXACT.multiply(width, abs(self.factor)))


SAME = Conversion(Decimal(1))


def rounded(number: Decimal) -> Decimal:
    """Return a number without the digits that converting it has added."""
    if number == 0:
        return Decimal(0)
    places = Decimal(1).scaleb(number.adjusted() - _DIGITS + 1)
    return number.quantize(places, context=EXACT).normalize(EXACT)


@cache
def conversion(start: str, to: str) -> Conversion | None:
    """Return how to convert between two forms of units, or None where they measure different things.

    Args:
        start: the form of a unit, as ``unit_form`` returns it, or a currency, which converts to itself alone.
        to: the form of the other unit.
    """
    if start == to:
        return SAME
    here, there = physical_unit(start), physical_unit(to)
    if here is None or there is None:
        return None
    return _physical_conversion(here, there)


def _physical_conversion(here: str, there: str) -> Conversion | None:
    registry = _registry()
    zero = registry.Quantity(Decimal(0), here)
    unity = registry.Quantity(Decimal(1), here)
    if _counts_bits(here) != _counts_bits(there) or not zero.is_compatible_with(there):
        return None
    # What zero becomes is the offset: 0 °C is 32 °F, 0 km is 0 miles.
    offset = Decimal(zero.to(there).magnitude)
    factor = Decimal(unity.to(there).magnitude) - offset
    if _has_offset(here, there):
        return Conversion(rounded(factor), rounded(offset))
    return Conversion(rounded(factor))


def _counts_bits(unit: str) -> bool:
    """Tell whether a unit is one of information: to the library a bit is a bare number, as per cent is."""
    return "bit" in unit or "byte" in unit


def _has_offset(here: str, there: str) -> bool:
    return bool({here, there} & {"degC", "degF"})


@cache
def _registry() -> "UnitRegistry[Decimal]":
    from pint import UnitRegistry

    # Without a cache folder nothing is written to the disk.
    registry: UnitRegistry[Decimal] = UnitRegistry(non_int_type=Decimal, cache_folder=None)
    for definition in OWN_UNITS:
        registry.define(definition)
    return registry
