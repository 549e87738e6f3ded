"""Quantities, `[bound] number[mag] ["to" number[mag]] [unit | %] ["of" text] ["per" text]` and `rank 32 of 67`.

A number below zero has a minus before its digits: `-12.5 %`, `-40 to 60 °C`.
A unit is free text between the number and the first `of` or `per`; `3m` is three million, `3 m` three metres.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from briefing.model.intervals import Interval, interval_of
from briefing.model.magnitude_words import per_cent_signs
from briefing.model.malformed import Malformed, Repair, Words, joined, malformed_at, quoted, split_words, with_repair
from briefing.model.number_texts import number_text, print_range
from briefing.model.numerals import Bound, Number, parse_bound, parse_number, parse_range
from briefing.model.repairs import BOUND_REPAIRS, NUMBER_REPAIRS, repair
from briefing.model.unit_faults import RANK, RANK_HINT, tail_fault, unit_fault


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
    """Read a quantity; what is wrong comes with the literal that was probably meant.

    `about 3m people`, `25 % per year`, `2 nm`, `rank 32 of 67`; the number may be one of a range.
    """
    parsed = _parse(text)
    if isinstance(parsed, Quantity):
        return parsed
    return with_repair(parsed, text, _REPAIRS, _is_quantity)


def _is_quantity(text: str) -> bool:
    return isinstance(_parse(text), Quantity)


def _parse(text: str) -> Quantity | Malformed:
    """Read a quantity by the grammar alone, without a guess at what else may have been meant."""
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
    return _with_unit(bound, *amounts, text)


def _with_unit(bound: Bound, low: Number, high: Number | None, after: Words, text: str) -> Quantity | Malformed:
    """Read what stands behind the number, and put the quantity together."""
    unit, of, per = _split_tail(after)
    fault = unit_fault(unit) or tail_fault(of) or tail_fault(per)
    if fault:
        return fault
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
    """Return the unit, then `of …` and `per …` with the words that they begin with; each may be empty."""
    texts = [word.text for word in after]
    per = _index_or(texts, "per", len(texts))
    of = _index_or(texts[:per], "of", per)
    return after[:of], after[of:per], after[per:]


def _index_or(texts: list[str], word: str, default: int) -> int:
    if word not in texts:
        return default
    return texts.index(word)


def _parse_rank(words: Words, text: str) -> Quantity | Malformed:
    """Read `rank 32` or `rank 32 of 67`: places in a list are whole, count from 1, and are never rounded."""
    if not _is_shaped_as_rank(words):
        return malformed_at(words, f"{quoted(text)} is no rank", RANK_HINT)
    places: list[int] = []
    for word in words[1::2]:
        number = parse_number(word)
        if isinstance(number, Malformed) or not word.text.isdecimal() or number.value < 1:
            return malformed_at([word], f"{quoted(word.text)} is no place in a list", RANK_HINT)
        places.append(int(number.value))
    place, length = places[0], places[-1]
    if place > length:
        return malformed_at(words[1:2], f"rank {place} is beyond the {length} of its list", RANK_HINT)
    of = str(length) if len(places) > 1 else None
    return Quantity(Decimal(place), None, RANK, Bound.EXACT, of, None, text)


def _is_shaped_as_rank(words: Words) -> bool:
    """Tell whether the words are those of `rank 32` or `rank 32 of 67`."""
    if len(words) == 2:
        return True
    return len(words) == 4 and words[2].text == "of"


def print_quantity(quantity: Quantity) -> str:
    """Return the canonical literal."""
    if quantity.unit == RANK:
        return _spaced(RANK, str(quantity.number), *_tail_words(quantity)[:1])
    amounts = print_range(quantity.low, quantity.high)
    return _spaced(quantity.bound.words, amounts, quantity.unit or "", *_tail_words(quantity))


def quantity_interval(quantity: Quantity) -> Interval:
    """Return the numbers that the printed one stands for; a rank is never rounded."""
    return interval_of(quantity.low, quantity.high, quantity.bound)


def quantity_text(quantity: Quantity) -> str:
    """Return a quantity for English readers: ``about 3 million people``, ``25% per year``, ``32nd of 67``.

    Units stay as the source prints them.
    """
    if quantity.unit == RANK:
        return _spaced(_ordinal(int(quantity.number)), *_tail_words(quantity)[:1])
    amounts = number_text(quantity.number)
    if quantity.number_max is not None:
        amounts += f" to {number_text(quantity.number_max)}"
    return _spaced(quantity.bound.words, amounts + _unit_behind(quantity.unit), *_tail_words(quantity))


def _tail_words(quantity: Quantity) -> tuple[str, str]:
    """Return `of …` and `per …` as they stand behind a unit, each empty where there is none."""
    of = f"of {quantity.of}" if quantity.of else ""
    per = f"per {quantity.per}" if quantity.per else ""
    return of, per


def _unit_behind(unit: str | None) -> str:
    """Return a unit as readers see it behind a figure."""
    if unit is None:
        return ""
    # English sets the sign right behind the figure, a unit after a space.
    if unit == "%":
        return unit
    return f" {unit}"


def _spaced(*parts: str) -> str:
    """Join the parts that are there."""
    return " ".join(part for part in parts if part)


_ORDINAL_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def _ordinal(number: int) -> str:
    """Return `1st`, `2nd`, `11th`, `1,032nd`."""
    # 11th, 12th and 13th are said with their own words, not as 1st, 2nd and 3rd.
    if number % 100 in (11, 12, 13):
        return f"{number:,}th"
    return f"{number:,}{_ORDINAL_ENDINGS.get(number % 10, 'th')}"


def _rank(match: re.Match[str]) -> str:
    """Return the literal of a rank that was written in another way."""
    if match[2]:
        return f"{RANK} {match[1]} of {match[2]}"
    return f"{RANK} {match[1]}"


# The order matters: ranks are told first, since their figures are no amounts; per cent comes before numbers, since
# "5 per cent" holds a `per` that would otherwise begin a tail.
_REPAIRS: tuple[Repair, ...] = (
    repair(r"^(?:ranked|rank|no\.?|number|#) ?#?([0-9]+)(?:st|nd|rd|th)?(?: (?:of|out of|among) ([0-9]+))?$", _rank),
    repair(r"^([0-9]+)(?:st|nd|rd|th)(?: (?:of|out of|among) ([0-9]+))?$", _rank),
    repair(r"^([0-9]+)(?:位| rank)$", r"rank \1"),
    *BOUND_REPAIRS,
    repair(r"(?<=[0-9]) ?(?=[%‰])", " "),
    repair(r"^.*$", lambda match: per_cent_signs(match[0])),
    repair(r"(?<=[0-9]) ?(?=[%‰])", " "),
    repair(r"(?<=%)(?=[^ ])", " "),
    *NUMBER_REPAIRS,
    # "3 % to 5 %" names its unit at both ends.
    repair(r"^([^0-9]*[0-9.]+[a-z]{0,2}) ([a-z%‰°]+) (to -?[0-9.]+[a-z]{0,2} \2)", r"\1 \3"),
    repair(r"(?<=[0-9])(?=[a-z]{2,}\b)(?!bn\b|tn\b)", " "),
    repair(r"(?<=[0-9千万億兆])(?![千万億兆])(?=[ぁ-んァ-ヶ一-龠])", " "),
)
