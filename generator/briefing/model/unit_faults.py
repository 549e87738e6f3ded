"""What is wrong with the words behind the number of a quantity: magnitudes, currencies and figures that are no unit."""

from itertools import pairwise

from briefing.model.currencies import CURRENCIES
from briefing.model.magnitude_words import magnitude_hint, per_cent_signs
from briefing.model.malformed import Malformed, Word, Words, joined, malformed_at, quoted
from briefing.model.numerals import DIGITS, MAGS, SIGN, TONNES_HINT

RANK = "rank"
RANK_HINT = "write `rank 32` or `rank 32 of 67`"
MAG_EXAMPLES = "write `3m people`, `65bn`"

_MAG_LETTERS = frozenset({*MAGS, "b", "t", "B", "M", "T", "K"})
_ENGLISH_MAGNITUDES = frozenset(
    {"thousand", "million", "millions", "billion", "billions", "trillion", "mn", "mln", "bln"}
)
_SHORT_UNITS = frozenset({"m", "t", "K"})
"""Metres, tonnes and kelvins, where nothing else follows."""

_CURRENCY_WORDS = frozenset({"yen", "dollar", "dollars", "euro", "euros", "won", "yuan", "円", "ドル", "$", "¥", "€"})


def unit_fault(unit: Words) -> Malformed | None:
    """Return why the words between the number and `of` or `per` are no unit; None where they may be one.

    Any word may be a unit. Refused is only what is certainly meant otherwise: `3 million people`, `5 USD`.
    """
    if not unit:
        return None
    # A misplaced magnitude is told before anything else: it would change the number, not only its unit.
    return _first_word_fault(unit) or _whole_fault(unit)


def _first_word_fault(unit: Words) -> Malformed | None:
    """Return why the first word behind the number can be no part of a unit."""
    first = unit[0].text
    if first in _MAG_LETTERS and not _is_short_unit(unit):
        hint = TONNES_HINT if first in ("t", "T") else MAG_EXAMPLES
        return malformed_at(unit[:1], f"{quoted(first)} does not touch its number", hint)
    hint = magnitude_hint(first)
    if hint:
        return _magnitude_fault(unit, hint)
    if _is_number(unit[0]):
        return malformed_at(unit[:1], f"a second number, {quoted(first)}", "write digits without spaces or commas")
    if first in CURRENCIES or first in _CURRENCY_WORDS:
        return malformed_at(unit[:1], f"{quoted(first)} is a currency", "write money with its currency first")
    return None


def _is_short_unit(unit: Words) -> bool:
    """Tell whether a single letter is a unit here: `3 m` are metres, `3 m people` is a slip for `3m people`."""
    return len(unit) == 1 and unit[0].text in _SHORT_UNITS


def _magnitude_fault(unit: Words, hint: str) -> Malformed:
    """Return the fault of a word for a magnitude: an English one is only misplaced, others are no literals at all."""
    first = unit[0].text
    if first in _ENGLISH_MAGNITUDES:
        return malformed_at(unit[:1], f"{quoted(first)} does not touch its number", MAG_EXAMPLES)
    return malformed_at(unit[:1], f"{quoted(first)} is a word for a magnitude and no unit", hint)


def _is_number(word: Word) -> bool:
    """Tell whether a word begins with a digit and has no letter, as `300` and `1,5` do, and `5G` does not."""
    return _begins_with_digit(word) and not any(character.isalpha() for character in word.text)


def _begins_with_digit(word: Word) -> bool:
    # Of the digits of the world literals know ten: str.isdigit would take others as well.
    return word.text.lstrip(SIGN)[:1] in tuple(DIGITS)


def _whole_fault(unit: Words) -> Malformed | None:
    hint = _hint_for_unit(unit)
    if not hint:
        return None
    return malformed_at(unit, f"{quoted(joined(unit))} is no unit", hint)


def _hint_for_unit(unit: Words) -> str:
    """Return what to write for words that only look like a unit as a whole; nothing where they may be one."""
    whole = joined(unit)
    if whole == RANK:
        return RANK_HINT
    sign = per_cent_signs(whole)
    if sign != whole:
        return f"write `25 {sign}`"
    if whole.startswith("%") and whole != "%":
        return "after % only `of …` and `per …` may follow"
    if any(word.text == "to" and _begins_with_digit(end) for word, end in pairwise(unit)):
        return "write a range as `3 to 5 years`"
    return ""


def tail_fault(tail: Words) -> Malformed | None:
    """Return why `of …` or `per …` says nothing; None where it does, or where there is none."""
    if not tail:
        return None
    message = f"{quoted(joined(tail))} says nothing"
    start = joined(tail[:2])
    # "per cent" looks like a tail.
    sign = per_cent_signs(start)
    if len(tail) > 1 and sign != start:
        return malformed_at(tail, message, f"write `5 {sign}`")
    if len(tail) == 1:
        return malformed_at(tail, message, f"say {tail[0].text} what, or leave it out")
    return None
