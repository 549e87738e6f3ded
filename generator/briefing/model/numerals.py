"""Reads the exact numbers of literals: decimals, each with the place that it is rounded to, and never a float.

Rounding: zeros behind a point are meant, zeros before it only up to the second digit, because `10tn` is hardly ever
a rounded 14tn, nor 1000 exactly 1000. So `10tn` is 9.5tn to 10.5tn, `3兆9000億` and `3.9tn` are 3.85tn to 3.95tn,
`1000` is 950 to 1050.
"""

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from briefing.model.malformed import Malformed, Word, Words, malformed_at, quoted

MAX_DIGITS = 30
DIGITS = "0123456789"

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
_HEAD = re.compile(r"[0-9]+(\.[0-9]+)?(千?[万億兆]|千)?(?=[^0-9.,])")
"""The number that a word begins with, where something else touches it."""


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
        if self is Bound.EXACT:
            return ""
        return self.value.replace("-", " ")


class Number(NamedTuple):
    """A number and its rounding step: the place, as a power of ten, of the last digit that is meant."""

    value: Decimal
    step: Decimal


@dataclass(frozen=True, slots=True)
class _Part:
    """One link of a chain such as `3兆9000億`: digits, and the mag behind them."""

    whole: str
    decimals: str
    mag: str

    @property
    def exponent(self) -> int:
        return MAGS.get(self.mag, 0)

    @property
    def has_latin_mag(self) -> bool:
        return self.mag != "" and self.mag.isascii()

    @property
    def has_japanese_mag(self) -> bool:
        return not self.mag.isascii()


def parse_bound(words: Words) -> tuple[Bound, Words]:
    """Take the bound off the front of ``words``; no bound is an exact one."""
    for bound in Bound:
        size = len(bound.words.split())
        if size and " ".join(word.text for word in words[:size]) == bound.words:
            return bound, words[size:]
    return Bound.EXACT, words


def parse_number(word: Word) -> Number | Malformed:
    """Read ``[-]digits[.digits][mag]`` or a chain of Japanese mags that descends.

    `3.9tn` and `3兆9000億` are the same number with the same rounding step; `3億9兆` and `1,000` are malformed.
    """
    if not word.text.startswith(SIGN):
        return _parse_size(word)
    if word.text == SIGN:
        return _no_number(word)
    size = _parse_size(Word(word.text[1:], word.offset + 1))
    if isinstance(size, Malformed):
        return size
    return _below_zero(size)


def _below_zero(size: Number) -> Number:
    """Return a size with its sign; a zero has none."""
    # A decimal knows a zero below zero, which would print with its sign.
    if not size.value:
        return size
    return Number(-size.value, size.step)


def _parse_size(word: Word) -> Number | Malformed:
    parts = _split_parts(word.text)
    if not parts:
        return _no_number(word)
    fault = _chain_fault(parts)
    if fault:
        return malformed_at([word], f"{quoted(word.text)} {fault}", "write it with one mag, like 3.9tn")
    digits, place = _digits_of(parts)
    if len(digits) > MAX_DIGITS:
        return malformed_at([word], f"{quoted(word.text)} has too many digits", f"write at most {MAX_DIGITS}")
    return _number(int(digits), place, has_point=bool(parts[-1].decimals))


def _split_parts(text: str) -> list[_Part]:
    """Cut a number into its parts; none where any of the text belongs to no part."""
    parts: list[_Part] = []
    position = 0
    while position < len(text):
        match = _PART.match(text, position)
        if not match:
            return []
        whole, decimals, mag = match.group(1, 2, 3)
        parts.append(_Part(whole, (decimals or "").removeprefix("."), mag or ""))
        position = match.end()
    return parts


def _no_number(word: Word) -> Malformed:
    """Return why a word is no number, as exactly as can be told.

    A number with something behind it is told from a sign that no number has, and both from plain words.
    """
    head = _HEAD.match(word.text)
    if head:
        return _no_mag(Word(word.text[head.end() :], word.offset + head.end()))
    if word.text[0] in _OTHER_SIGNS:
        hint = "write `-5` below zero, `5` above it, and `-5 to 5` for either way"
        return malformed_at([word], f"{quoted(word.text)} has a sign that no number has", hint)
    return malformed_at([word], f"{quoted(word.text)} is no number", "write digits with an optional point, no commas")


def _no_mag(rest: Word) -> Malformed:
    hint = _MAG_HINT
    # A single t may be meant for trillions or for tonnes: the list of mags would lead the second astray.
    if rest.text in ("t", "T"):
        hint = TONNES_HINT
    return malformed_at([rest], f"{quoted(rest.text)} touches its number and is no mag", hint)


def _chain_fault(parts: list[_Part]) -> str:
    """Return what is wrong with a chain of mags, as the end of a sentence; nothing where it is right."""
    for before, after in pairwise(parts):
        fault = _link_fault(before, after)
        if fault:
            return fault
    return ""


def _link_fault(before: _Part, after: _Part) -> str:
    """Return what is wrong with one step of a chain.

    Newspapers write `3兆9000億`: mags descend, no part but the last has a point, and none is so large that it would
    reach into the part before it.
    """
    if not before.has_japanese_mag or after.has_latin_mag:
        return "chains mags that are not Japanese"
    if before.decimals:
        return "goes on after a decimal point"
    if after.exponent >= before.exponent:
        return "has mags that do not descend"
    if len(after.whole.lstrip("0")) + after.exponent > before.exponent:
        return f"has a part that is larger than one {before.mag}"
    return ""


def _digits_of(parts: list[_Part]) -> tuple[str, int]:
    """Return all digits of a number in one row, and the power of ten of the last of them.

    Each part of a chain is filled up to the mag before it: `3兆45億` has the digits `30045` at 10^8.
    """
    last = parts[-1]
    digits = parts[0].whole
    for before, after in pairwise(parts):
        width = before.exponent - after.exponent
        digits += after.whole[-width:].zfill(width)
    return digits + last.decimals, last.exponent - len(last.decimals)


def _number(coefficient: int, place: int, *, has_point: bool) -> Number:
    """Return a number of ``coefficient`` times ten to the power of ``place``, with the step that its digits mean."""
    step_place = place
    if not has_point:
        step_place = _meant_place(coefficient, place)
    return Number(_scaled(coefficient, place), _scaled(1, step_place))


def _scaled(coefficient: int, place: int) -> Decimal:
    if place >= 0:
        return Decimal(coefficient * 10**place)
    return Decimal(coefficient).scaleb(place, EXACT)


def _meant_place(coefficient: int, place: int) -> int:
    """Return the place of the last digit that is meant where no point says so.

    See the rounding rule above: the first two digits are always meant, zeros behind them are not.
    """
    digits = str(coefficient)
    last_non_zero = place + len(digits) - len(digits.rstrip("0"))
    second_digit = place + len(digits) - 2
    return max(place, min(last_non_zero, second_digit))


Range = tuple[Number, Number | None, Words]
"""The lower end, the upper end where there is one, and the words behind them."""


def parse_range(words: Words) -> Range | Malformed:
    """Read ``number ["to" number]`` off the front; a mag on the second number alone holds for both."""
    low = parse_number(words[0])
    if isinstance(low, Malformed):
        return low
    if len(words) == 1 or words[1].text != "to":
        return low, None, words[1:]
    if len(words) == 2:
        return malformed_at(words[1:], "the range has no end", "write a number after `to`")
    return _parse_ends(low, words[0], words[2], words[3:])


def _parse_ends(low: Number, first: Word, second: Word, rest: Words) -> Range | Malformed:
    """Read the upper end of a range, and give the lower end its mag where it has none."""
    high = parse_number(second)
    if isinstance(high, Malformed):
        return high
    low_with_mag = _with_shared_mag(low, first, second)
    if isinstance(low_with_mag, Malformed):
        return low_with_mag
    if low_with_mag.value > high.value:
        message = f"the range {quoted(f'{first.text} to {second.text}')} runs backwards"
        return malformed_at([first, second], message, "write the smaller number first, and each with its own mag")
    return low_with_mag, high, rest


def _with_shared_mag(low: Number, first: Word, second: Word) -> Number | Malformed:
    """Return the lower end with the mag of the upper, which sources print once.

    `3 to 5bn` is `3bn to 5bn`. A chain such as `5兆3000億` has no single mag to share.
    """
    low_parts = _split_parts(first.text.removeprefix(SIGN))
    if low_parts[-1].mag or len(low_parts) > 1:
        return low
    high_parts = _split_parts(second.text.removeprefix(SIGN))
    if len(high_parts) > 1:
        return malformed_at([first], f"it is unclear which mag {quoted(first.text)} has", "give it a mag of its own")
    return parse_number(Word(first.text + high_parts[0].mag, first.offset))
