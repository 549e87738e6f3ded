"""Exact numbers of literals: words in, decimals with the place they are rounded to out. Never a float.

Rounding: zeros behind a point are meant, zeros before it only up to the second digit, because `10tn` is hardly ever
a rounded 14tn, nor 1000 exactly 1000. So `10tn` is 9.5tn to 10.5tn, `3兆9000億` and `3.9tn` are 3.85tn to 3.95tn,
`1000` is 950 to 1050. `about` and `nearly` are 5 % wide, or half a rounding step where that is more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from briefing.model.malformed import Malformed, Word, Words, malformed_at, quoted

MAX_DIGITS = 30
DIGITS = "0123456789"
LOOSE_PER_CENT = 5

EXACT = Context(prec=150)
"""Decimal arithmetic that never rounds at the sizes that MAX_DIGITS allows; the default context would at 28."""

_COMPOUNDS = {"千万": 7, "千億": 11, "千兆": 15}
MAGS = {"k": 3, "m": 6, "bn": 9, "tn": 12, "千": 3, "万": 4, "億": 8, "兆": 12} | _COMPOUNDS
"""Powers of ten. 千 may stand before another mag, as newspapers write 3千億."""

TONNES_HINT = "write `tn` for trillions; tonnes are a `t` after a space, where no money is meant"
_MAG_HINT = f"a mag is one of {', '.join(m for m in MAGS if m not in _COMPOUNDS)}; a unit follows a space"

SIGN, MINUS = "-", "−"
"""What literals have before a number below zero, and what readers see there."""
_OTHER_SIGNS = "+-−–±＋－△▲"

_PART = re.compile(r"([0-9]+)(\.[0-9]+)?(千?[万億兆]|千|k|m|bn|tn)?")
_LATIN = ("tn", "bn", "m", "", "k")
_JAPANESE = tuple(mag for mag in MAGS if not mag.isascii())

Interval = tuple[Decimal | None, Decimal | None]


class Bound(StrEnum):
    """How a printed figure limits the true one."""

    EXACT = "exact"
    ABOUT = "about"
    UP_TO = "up-to"
    AT_LEAST = "at-least"
    OVER = "over"
    UNDER = "under"
    NEARLY = "nearly"

    @property
    def words(self) -> str:
        """The bound as literals and readers have it; nothing for an exact figure."""
        return "" if self is Bound.EXACT else self.value.replace("-", " ")


# Looked up on their class, which CPython 3.11 does slowly, these would be most of the work of comparing figures.
_EXACT, _UP_TO, _UNDER = Bound.EXACT, Bound.UP_TO, Bound.UNDER
_AT_LEAST, _OVER, _ABOUT = Bound.AT_LEAST, Bound.OVER, Bound.ABOUT
_TWO, _ZERO = Decimal(2), Decimal(0)


class Number(NamedTuple):
    """A number and its rounding step: the place, as a power of ten, of the last digit that is meant."""

    value: Decimal
    step: Decimal


@dataclass(frozen=True, slots=True)
class _Part:
    whole: str
    decimals: str
    mag: str

    @property
    def exponent(self) -> int:
        return MAGS.get(self.mag, 0)


def parse_bound(words: Words) -> tuple[Bound, Words]:
    """Take the bound off the front of ``words``; no bound is an exact one."""
    for bound in Bound:
        size = len(bound.words.split())
        if size and " ".join(w.text for w in words[:size]) == bound.words:
            return bound, words[size:]
    return Bound.EXACT, words


def parse_number(word: Word) -> Number | Malformed:
    """Read ``[-]digits[.digits][mag]`` or a chain of Japanese mags that descends."""
    if word.text.startswith(SIGN):
        size = _parse_size(Word(word.text[1:], word.offset + 1)) if len(word.text) > 1 else _no_number(word)
        return size if isinstance(size, Malformed) else _below_zero(size)
    return _parse_size(word)


def _below_zero(size: Number) -> Number:
    return Number(-size.value if size.value else size.value, size.step)


def _parse_size(word: Word) -> Number | Malformed:
    parts = _split_parts(word.text)
    if not parts:
        return _no_number(word)
    wrong = _wrong_chain(parts)
    if wrong:
        return malformed_at([word], f"{quoted(word.text)} {wrong}", "write it with one mag, like 3.9tn")
    digits, place = _digits_of(parts)
    if len(digits) > MAX_DIGITS:
        return malformed_at([word], f"{quoted(word.text)} has too many digits", f"write at most {MAX_DIGITS}")
    return _number(int(digits), place, has_point=bool(parts[-1].decimals))


def _split_parts(text: str) -> list[_Part]:
    parts: list[_Part] = []
    position = 0
    while position < len(text):
        found = _PART.match(text, position)
        if not found:
            return []
        parts.append(_Part(found[1], (found[2] or "")[1:], found[3] or ""))
        position = found.end()
    return parts


def _no_number(word: Word) -> Malformed:
    head = re.match(r"[0-9]+(\.[0-9]+)?(千?[万億兆]|千)?(?=[^0-9.,])", word.text)
    if head:
        rest = Word(word.text[head.end() :], word.offset + head.end())
        hint = TONNES_HINT if rest.text in ("t", "T") else _MAG_HINT
        return malformed_at([rest], f"{quoted(rest.text)} touches its number and is no mag", hint)
    if word.text[0] in _OTHER_SIGNS:
        hint = "write `-5` below zero, `5` above it, and `-5 to 5` for either way"
        return malformed_at([word], f"{quoted(word.text)} has a sign that no number has", hint)
    return malformed_at([word], f"{quoted(word.text)} is no number", "write digits with an optional point, no commas")


def _wrong_chain(parts: list[_Part]) -> str:
    for before, after in pairwise(parts):
        if not before.mag or before.mag.isascii() or (after.mag and after.mag.isascii()):
            return "chains mags that are not Japanese"
        if before.decimals:
            return "goes on after a decimal point"
        if after.exponent >= before.exponent:
            return "has mags that do not descend"
        if len(after.whole.lstrip("0")) + after.exponent > before.exponent:
            return f"has a part that is larger than one {before.mag}"
    return ""


def _digits_of(parts: list[_Part]) -> tuple[str, int]:
    last = parts[-1]
    digits = parts[0].whole
    for before, after in pairwise(parts):
        width = before.exponent - after.exponent
        digits += after.whole[-width:].zfill(width)
    return digits + last.decimals, last.exponent - len(last.decimals)


def _number(coefficient: int, place: int, *, has_point: bool) -> Number:
    return Number(_scaled(coefficient, place), _scaled(1, place if has_point else _meant_place(coefficient, place)))


def _scaled(coefficient: int, place: int) -> Decimal:
    if place >= 0:
        return Decimal(coefficient * 10**place)
    return Decimal(coefficient).scaleb(place, EXACT)


def _meant_place(coefficient: int, place: int) -> int:
    digits = str(coefficient)
    last_non_zero = place + len(digits) - len(digits.rstrip("0"))
    second_digit = place + len(digits) - 2
    return max(place, min(last_non_zero, second_digit))


def parse_range(words: Words) -> tuple[Number, Number | None, Words] | Malformed:
    """Read ``number ["to" number]`` off the front; a mag on the second number alone holds for both."""
    low = parse_number(words[0])
    if isinstance(low, Malformed):
        return low
    if len(words) == 1 or words[1].text != "to":
        return low, None, words[1:]
    if len(words) == 2:
        return malformed_at(words[1:], "the range has no end", "write a number after `to`")
    return _parse_ends(low, words[0], words[2], words[3:])


def _parse_ends(low: Number, first: Word, second: Word, rest: Words) -> tuple[Number, Number | None, Words] | Malformed:
    high = parse_number(second)
    if isinstance(high, Malformed):
        return high
    shared = _with_shared_mag(low, first, second)
    if isinstance(shared, Malformed):
        return shared
    if shared.value > high.value:
        message = f"the range {quoted(f'{first.text} to {second.text}')} runs backwards"
        return malformed_at([first, second], message, "write the smaller number first, and each with its own mag")
    return shared, high, rest


def _with_shared_mag(low: Number, first: Word, second: Word) -> Number | Malformed:
    own = _split_parts(first.text.removeprefix(SIGN))
    if own[-1].mag or len(own) > 1:
        return low
    parts = _split_parts(second.text.removeprefix(SIGN))
    if len(parts) > 1:
        return malformed_at([first], f"it is unclear which mag {quoted(first.text)} has", "give it a mag of its own")
    return parse_number(Word(first.text + parts[0].mag, first.offset))


def print_number(number: Number) -> str:
    """Return the shortest usual spelling that reads back as the same number and rounding step."""
    return next(_spellings(number), shortest_spelling(number.value))


def print_range(low: Number, high: Number | None) -> str:
    """Return ``number ["to" number]`` such that both ends read back, whoever has the mag."""
    if high is None:
        return print_number(low)
    ends = ((a, b) for b in _spellings(high) for a in _spellings(low))
    good = (f"{a} to {b}" for a, b in ends if a[-1] not in DIGITS or b[-1] in DIGITS)
    return next(good, f"{_in_full(low.value)} to {_in_full(high.value)}")


def _spellings(number: Number) -> Iterator[str]:
    fitting = [mag for mag in _LATIN if abs(number.value) >= 10 ** MAGS.get(mag, 0)]
    larger = sorted(set(_LATIN) - set(fitting), key=lambda mag: MAGS.get(mag, 0))
    for mag in [*fitting, *larger, *_JAPANESE]:
        decimals = max(0, MAGS.get(mag, 0) - number.step.adjusted())
        spelling = f"{_scaled_down(number.value, mag):.{decimals}f}{mag}"
        if parse_number(Word(spelling, 0)) == number:
            yield spelling


def _scaled_down(value: Decimal, mag: str) -> Decimal:
    return value.scaleb(-MAGS.get(mag, 0), EXACT)


def _in_full(value: Decimal, mag: str = "") -> str:
    return f"{_scaled_down(value, mag).normalize(EXACT):f}{mag}"


def shortest_spelling(value: Decimal) -> str:
    """Return a number that no literal gave, which has no rounding step to keep."""
    spellings = (_in_full(value, mag) for mag in _LATIN)
    return min(spellings, key=lambda one: (len(one), one.removeprefix(SIGN).startswith("0")))


def interval_of(low: Number, high: Number | None, bound: Bound) -> Interval:
    """Return what the true figure lies between, ends included; None where a bound leaves it open.

    Bounds are of the signed number: `over -5` is above it. What is `nearly` there is nearer to zero, on either side.
    """
    last = high or low
    if bound is _EXACT:
        return _lowered(low, _half(low)), _raised(last, _half(last))
    if bound is _UP_TO or bound is _UNDER:
        return None, last.value
    if bound is _AT_LEAST or bound is _OVER:
        return low.value, None
    if bound is _ABOUT:
        return _lowered(low, _loose(low)), _raised(last, _loose(last))
    if last.value < 0:
        return low.value, _raised(last, _loose(last))
    return _lowered(low, _loose(low)), last.value


def _half(number: Number) -> Decimal:
    return EXACT.divide(number.step, _TWO)


def _loose(number: Number) -> Decimal:
    return max(_half(number), EXACT.multiply(abs(number.value), Decimal(LOOSE_PER_CENT).scaleb(-2)))


def _lowered(number: Number, width: Decimal) -> Decimal:
    """Return the lower end of what a number may be: one that is not below zero is not rounded from below it."""
    lowered = EXACT.subtract(number.value, width)
    return lowered if number.value < 0 else max(_ZERO, lowered)


def _raised(number: Number, width: Decimal) -> Decimal:
    """Return the upper end of what a number may be, on its own side of zero."""
    raised = EXACT.add(number.value, width)
    return min(_ZERO, raised) if number.value < 0 else raised


def intervals_meet(a: Interval, b: Interval) -> bool:
    """Tell whether two intervals have more than a rounding end in common: `2bn` and `3bn` do not meet at 2.5."""
    if _below(a[0], b[1]) and _below(b[0], a[1]):
        return True
    if a[0] == a[1]:
        return _touches(a[0], b)
    if b[0] == b[1]:
        return _touches(b[0], a)
    # `up to 2bn` and `at least 2bn` do: their ends are said, not rounded.
    return _share_a_bound(a, b) or _share_a_bound(b, a)


def _below(start: Decimal | None, end: Decimal | None) -> bool:
    return start is None or end is None or start < end


def _share_a_bound(below: Interval, above: Interval) -> bool:
    return below[0] is None and above[1] is None and below[1] is not None and below[1] == above[0]


def _touches(point: Decimal | None, whole: Interval) -> bool:
    return point is not None and point in whole


def number_text(value: Decimal) -> str:
    """Return a number for English readers: ``943 billion``, ``25.44 billion``, ``1,200``, ``−12.5``."""
    if value < 0:
        return f"{MINUS}{number_text(-value)}"
    for mag, name in (("tn", "trillion"), ("bn", "billion"), ("m", "million")):
        scaled = value.scaleb(-MAGS[mag], EXACT).normalize(EXACT)
        if scaled >= 1 and -int(scaled.as_tuple().exponent) <= 3 and (scaled < 1000 or mag == "tn"):
            return f"{scaled:,f} {name}"
    return f"{value.normalize(EXACT):,f}"


def json_number(value: Decimal) -> int | float:
    """Return an int where the number is whole, else the nearest float: the same digits, up to 15 of them."""
    return int(value) if value == value.to_integral_value() else float(value)
