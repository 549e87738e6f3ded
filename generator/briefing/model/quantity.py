"""Quantities: `[bound] number[mag] ["to" number[mag]] [unit | %] ["of" text] ["per" text]` and `rank 32 of 67`.

A number below zero has a minus before its digits: `-12.5 %`, `-40 to 60 °C`.
A unit is free text between the number and the first `of` or `per`; `3m` is three million, `3 m` three metres.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from briefing.model.currencies import CURRENCIES
from briefing.model.intervals import Interval, interval_of
from briefing.model.magnitude_words import magnitude_hint, per_cent_signs
from briefing.model.malformed import Malformed, Repair, Words, joined, malformed_at, quoted, split_words, with_repair
from briefing.model.number_texts import number_text, print_range
from briefing.model.numerals import (
    DIGITS,
    MAGS,
    SIGN,
    TONNES_HINT,
    Bound,
    Number,
    parse_bound,
    parse_number,
    parse_range,
)
from briefing.model.repairs import BOUND_REPAIRS, NUMBER_REPAIRS, repair

RANK = "rank"
_MAG_LETTERS = frozenset({*MAGS, "b", "t", "B", "M", "T", "K"})
MAG_EXAMPLES = "write `3m people`, `65bn`"
_ENGLISH = frozenset({"thousand", "million", "millions", "billion", "billions", "trillion", "mn", "mln", "bln"})
_SHORT_UNITS = frozenset({"m", "t", "K"})
"""Metres, tonnes and kelvins, where nothing else follows."""

_CURRENCY_WORDS = frozenset({"yen", "dollar", "dollars", "euro", "euros", "won", "yuan", "円", "ドル", "$", "¥", "€"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something; ``number_max`` ends a range; the steps tell how it is rounded (0: not at all)."""

    number: Decimal
    number_max: Decimal | None
    unit: str | None
    bound: Bound
    of: str | None
    per: str | None
    printed: str
    step: Decimal = Decimal(0)
    step_max: Decimal = Decimal(0)

    @property
    def low(self) -> Number:
        """The number, or the lower end of its range."""
        return Number(self.number, self.step)

    @property
    def high(self) -> Number | None:
        """The upper end of a range."""
        return None if self.number_max is None else Number(self.number_max, self.step_max)


def parse_quantity(text: str) -> Quantity | Malformed:
    """Read a quantity; what is wrong comes with the literal that was probably meant."""
    found = _parse(text)
    if isinstance(found, Quantity):
        return found
    return with_repair(found, text, _REPAIRS, lambda mended: isinstance(_parse(mended), Quantity))


def _parse(text: str) -> Quantity | Malformed:
    words = split_words(text)
    if isinstance(words, Malformed):
        return words
    if words[0].text == RANK:
        return _parse_rank(words, text)
    bound, rest = parse_bound(words)
    if not rest:
        return malformed_at(words, "the number is missing", "write a number after the bound, like `about 3m people`")
    if rest[0].text == RANK:
        return malformed_at(words[: len(words) - len(rest)], "a rank takes no bound", "write `rank 32`")
    amounts = parse_range(rest)
    if isinstance(amounts, Malformed):
        return amounts
    return _with_unit(bound, amounts[0], amounts[1], amounts[2], text)


def _with_unit(bound: Bound, low: Number, high: Number | None, after: Words, text: str) -> Quantity | Malformed:
    unit, of, per = _split_tail(after)
    wrong = _wrong_unit(unit) or _wrong_tail(of) or _wrong_tail(per)
    if wrong:
        return wrong
    return Quantity(
        number=low.value,
        number_max=high.value if high else None,
        unit=joined(unit) or None,
        bound=bound,
        of=joined(of[1:]) or None,
        per=joined(per[1:]) or None,
        printed=text,
        step=low.step,
        step_max=high.step if high else Decimal(0),
    )


def _split_tail(after: Words) -> tuple[Words, Words, Words]:
    texts = [word.text for word in after]
    per = texts.index("per") if "per" in texts else len(texts)
    of = texts.index("of") if "of" in texts[:per] else per
    return after[:of], after[of:per], after[per:]


def _wrong_tail(tail: Words) -> Malformed | None:
    if len(tail) > 1 and per_cent_signs(joined(tail[:2])) != joined(tail[:2]):
        sign = per_cent_signs(joined(tail[:2]))
        return malformed_at(tail, f"{quoted(joined(tail))} says nothing", f"write `5 {sign}`")
    if len(tail) == 1:
        return malformed_at(tail, f"{quoted(joined(tail))} says nothing", f"say {tail[0].text} what, or leave it out")
    return None


def _wrong_unit(unit: Words) -> Malformed | None:
    if not unit:
        return None
    first, whole = unit[0].text, joined(unit)
    if first in _MAG_LETTERS and (first not in _SHORT_UNITS or len(unit) > 1):
        hint = TONNES_HINT if first in ("t", "T") else MAG_EXAMPLES
        return malformed_at(unit[:1], f"{quoted(first)} does not touch its number", hint)
    magnitude = magnitude_hint(first)
    if magnitude:
        english = first in _ENGLISH
        wrong = "does not touch its number" if english else "is a word for a magnitude and no unit"
        return malformed_at(unit[:1], f"{quoted(first)} {wrong}", MAG_EXAMPLES if english else magnitude)
    if first.lstrip(SIGN)[:1] in tuple(DIGITS) and not any(c.isalpha() for c in first):
        return malformed_at(unit[:1], f"a second number, {quoted(first)}", "write digits without spaces or commas")
    if first in CURRENCIES or first in _CURRENCY_WORDS:
        return malformed_at(unit[:1], f"{quoted(first)} is a currency", "write money with its currency first")
    hint = _hint_for_unit(unit)
    return malformed_at(unit, f"{quoted(whole)} is no unit", hint) if hint else None


def _hint_for_unit(unit: Words) -> str:
    whole = joined(unit)
    if whole == RANK:
        return "write `rank 32` or `rank 32 of 67`"
    sign = per_cent_signs(whole)
    if sign != whole:
        return f"write `25 {sign}`"
    if whole.startswith("%") and whole != "%":
        return "after % only `of …` and `per …` may follow"
    if any(a.text == "to" and b.text.lstrip(SIGN)[:1] in tuple(DIGITS) for a, b in pairwise(unit)):
        return "write a range as `3 to 5 years`"
    return ""


def _parse_rank(words: Words, text: str) -> Quantity | Malformed:
    hint = "write `rank 32` or `rank 32 of 67`"
    if len(words) not in (2, 4) or (len(words) == 4 and words[2].text != "of"):
        return malformed_at(words, f"{quoted(text)} is no rank", hint)
    numbers: list[int] = []
    for word in words[1::2]:
        number = parse_number(word)
        if isinstance(number, Malformed) or not (word.text.isdecimal() and number.value >= 1):
            return malformed_at([word], f"{quoted(word.text)} is no place in a list", hint)
        numbers.append(int(number.value))
    if numbers[0] > numbers[-1]:
        return malformed_at(words[1:2], f"rank {numbers[0]} is beyond the {numbers[1]} of its list", hint)
    of = str(numbers[1]) if len(numbers) > 1 else None
    return Quantity(Decimal(numbers[0]), None, RANK, Bound.EXACT, of, None, text)


def print_quantity(quantity: Quantity) -> str:
    """Return the canonical literal."""
    of = f"of {quantity.of}" if quantity.of else ""
    per = f"per {quantity.per}" if quantity.per else ""
    if quantity.unit == RANK:
        return f"{RANK} {quantity.number} {of}".rstrip()
    amounts = print_range(quantity.low, quantity.high)
    return " ".join(filter(None, (quantity.bound.words, amounts, quantity.unit, of, per)))


def quantity_interval(quantity: Quantity) -> Interval:
    """Return the numbers that the printed one stands for; a rank is never rounded."""
    return interval_of(quantity.low, quantity.high, quantity.bound)


def quantity_text(quantity: Quantity) -> str:
    """Return a quantity for English readers: ``about 3 million people``, ``25% per year``, ``32nd of 67``."""
    of = f"of {quantity.of}" if quantity.of else ""
    per = f"per {quantity.per}" if quantity.per else ""
    if quantity.unit == RANK:
        return f"{_ordinal(int(quantity.number))} {of}".rstrip()
    unit = "" if quantity.unit is None else "%" if quantity.unit == "%" else f" {quantity.unit}"
    amounts = " to ".join(number_text(n) for n in (quantity.number, quantity.number_max) if n is not None)
    return " ".join(filter(None, (quantity.bound.words, amounts + unit, of, per)))


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"


def _rank(found: re.Match[str]) -> str:
    return f"{RANK} {found[1]}" + (f" of {found[2]}" if found[2] else "")


_REPAIRS: tuple[Repair, ...] = (
    repair(r"^(?:ranked|rank|no\.?|number|#) ?#?([0-9]+)(?:st|nd|rd|th)?(?: (?:of|out of|among) ([0-9]+))?$", _rank),
    repair(r"^([0-9]+)(?:st|nd|rd|th)(?: (?:of|out of|among) ([0-9]+))?$", _rank),
    repair(r"^([0-9]+)(?:位| rank)$", r"rank \1"),
    *BOUND_REPAIRS,
    repair(r"(?<=[0-9]) ?(?=[%‰])", " "),
    repair(r"^.*$", lambda found: per_cent_signs(found[0])),
    repair(r"(?<=[0-9]) ?(?=[%‰])", " "),
    repair(r"(?<=%)(?=[^ ])", " "),
    *NUMBER_REPAIRS,
    repair(r"^([^0-9]*[0-9.]+[a-z]{0,2}) ([a-z%‰°]+) (to -?[0-9.]+[a-z]{0,2} \2)", r"\1 \3"),
    repair(r"(?<=[0-9])(?=[a-z]{2,}\b)(?!bn\b|tn\b)", " "),
    repair(r"(?<=[0-9千万億兆])(?![千万億兆])(?=[ぁ-んァ-ヶ一-龠])", " "),
)
