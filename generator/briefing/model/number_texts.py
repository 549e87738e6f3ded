"""Writes numbers: as canonical literals that read back as the same, for English readers, and for JSON."""

from collections.abc import Iterator
from decimal import Decimal

from briefing.model.malformed import Word
from briefing.model.numerals import DIGITS, EXACT, MAGS, MINUS, SIGN, Number, parse_number

_LATIN = ("tn", "bn", "m", "", "k")
"""In the order in which they are tried: thousands are written out rather than with a `k`, where both fit."""
_JAPANESE = tuple(mag for mag in MAGS if not mag.isascii())
_ENGLISH_NAMES = (("tn", "trillion"), ("bn", "billion"), ("m", "million"))


def print_number(number: Number) -> str:
    """Return the shortest usual spelling that reads back as the same number and rounding step.

    Trillions are tried before billions, and so on down; Japanese mags only where no Latin one keeps the step.
    """
    return next(_spellings(number), shortest_spelling(number.value))


def print_range(low: Number, high: Number | None) -> str:
    """Return ``number ["to" number]`` such that both ends read back, whoever has the mag.

    Written in full where no pair of spellings does that.
    """
    if high is None:
        return print_number(low)
    for high_spelling in _spellings(high):
        for low_spelling in _spellings(low):
            if _keeps_apart(low_spelling, high_spelling):
                return f"{low_spelling} to {high_spelling}"
    return f"{_in_full(low.value)} to {_in_full(high.value)}"


def _keeps_apart(low: str, high: str) -> bool:
    """Tell whether a lower end is read back as it stands.

    Without a mag of its own it would take that of the upper end: `1 to 2k` is read as `1k to 2k`.
    """
    return low[-1] not in DIGITS or high[-1] in DIGITS


def _spellings(number: Number) -> Iterator[str]:
    """Yield the spellings of a number that read back as the same, the usual ones first."""
    for mag in (*_fitting_mags(number.value), *_JAPANESE):
        decimals = max(0, _power(mag) - number.step.adjusted())
        spelling = f"{_scaled_down(number.value, mag):.{decimals}f}{mag}"
        # Not every mag can keep the rounding step: 100 in thousands is 0.1k, which is rounded elsewhere.
        if parse_number(Word(spelling, 0)) == number:
            yield spelling


def _fitting_mags(value: Decimal) -> list[str]:
    """Return the Latin mags, those first that leave at least one digit before the point."""
    fitting = [mag for mag in _LATIN if abs(value) >= 10 ** _power(mag)]
    larger = sorted(set(_LATIN) - set(fitting), key=_power)
    return fitting + larger


def _power(mag: str) -> int:
    return MAGS.get(mag, 0)


def _scaled_down(value: Decimal, mag: str) -> Decimal:
    return value.scaleb(-_power(mag), EXACT)


def _in_full(value: Decimal, mag: str = "") -> str:
    """Return a number with all its digits and no zeros behind them, in the unit of a mag."""
    return f"{_scaled_down(value, mag).normalize(EXACT):f}{mag}"


def shortest_spelling(value: Decimal) -> str:
    """Return a number that no literal gave, which has no rounding step to keep.

    Of two spellings of one length that without a leading zero is taken: `500k`, not `0.5m`.
    """
    spellings = (_in_full(value, mag) for mag in _LATIN)
    return min(spellings, key=_length_without_leading_zero)


def _length_without_leading_zero(spelling: str) -> tuple[int, bool]:
    return len(spelling), spelling.removeprefix(SIGN).startswith("0")


def number_text(value: Decimal) -> str:
    """Return a number for English readers: ``943 billion``, ``25.44 billion``, ``1,200``, ``−12.5``.

    The minus is the typographic one, not the hyphen of literals.
    """
    if value < 0:
        return f"{MINUS}{number_text(-value)}"
    for mag, name in _ENGLISH_NAMES:
        scaled = _scaled_down(value, mag).normalize(EXACT)
        if _reads_well(scaled, mag):
            return f"{scaled:,f} {name}"
    return f"{value.normalize(EXACT):,f}"


def _reads_well(scaled: Decimal, mag: str) -> bool:
    """Tell whether a number is said with a name such as million: at least one of them, and at most three decimals."""
    decimals = -int(scaled.as_tuple().exponent)
    # English has no usual name above the trillion: there may be thousands of them.
    in_reach = scaled < 1000 or mag == "tn"
    return scaled >= 1 and decimals <= 3 and in_reach


def json_number(value: Decimal) -> int | float:
    """Return an int where the number is whole, else the nearest float: the same digits, up to 15 of them."""
    if value == value.to_integral_value():
        return int(value)
    return float(value)
