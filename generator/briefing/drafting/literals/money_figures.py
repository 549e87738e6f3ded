"""Sums of money in a sentence: signs and names of currencies, ranges, and one sum printed in two currencies."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.drafting.literals.printed_figure import Figure, FigureKind
from briefing.drafting.text.spelling import JAPANESE, MAGNITUDE, NUMBER, bound_around, spell
from briefing.drafting.text.stretches import is_taken
from briefing.model.malformed import Malformed
from briefing.model.money import parse_money

# The first that fits counts, so a bare dollar sign comes after those of other countries, and is taken for the US's.
_SIGNS = (
    (r"US ?\$", "USD"), (r"AU?\$", "AUD"), (r"CA?\$", "CAD"), (r"NT\$", "TWD"), (r"HK\$", "HKD"), (r"S\$", "SGD"),
    (r"\$", "USD"), (r"[¥￥]", "JPY"), ("£", "GBP"), ("€", "EUR"), ("₩", "KRW"),
    (r"\bUSD ?", "USD"), (r"\bJPY ?", "JPY"), (r"\bEUR ?", "EUR"), (r"\bGBP ?", "GBP"), (r"\bTWD ?", "TWD"),
)  # fmt: skip
_NOUNS = (
    (r"(?:Japanese )?yen", "JPY"), (r"(?:US |U\.S\. )?dollars?", "USD"), ("euros?", "EUR"), ("pounds?", "GBP"),
    ("yuan|renminbi", "CNY"), ("won", "KRW"), ("円", "JPY"), ("米?ドル", "USD"), ("ユーロ", "EUR"), ("元", "CNY"),
    ("ウォン", "KRW"),
)  # fmt: skip
_SIGN = "|".join(sign for sign, _ in _SIGNS)
_NOUN = "|".join(noun for noun, _ in _NOUNS)
_TO = r"(?:\s?(?:to|-|–|and)\s?)"
_SIGNED = re.compile(rf"(?P<sign>{_SIGN})(?P<number>{NUMBER})(?:[\s-]?(?P<magnitude>(?i:{MAGNITUDE}))\b)?")
_NAMED = re.compile(
    rf"(?:(?P<low>{NUMBER})\s?(?P<low_magnitude>{MAGNITUDE})?{_TO})?"
    rf"(?P<number>{NUMBER})[\s-]?(?:(?P<magnitude>{MAGNITUDE})\.?[\s-])?\s?(?P<noun>{_NOUN})\b",
    re.IGNORECASE,
)
_KANJI = re.compile(rf"(?P<number>{JAPANESE})\s?(?P<noun>円|米?ドル|ユーロ|元|ウォン)")
# What may stand between a sum and the same sum in another currency: "$65bn (¥9tn)", "$65bn, or ¥9tn".
_BETWEEN = re.compile(r"\s?\(\s?|,? or |\s?（")
_SHARED_BOUNDS = ("up to ", "at least ")


def find_money(text: str) -> Iterator[Figure]:
    """Return the sums of a sentence from left to right; a sum with another in brackets behind it is one figure."""
    sums: list[Figure] = []
    for figure in _find_single_sums(text):
        if sums and _repeats(text, sums[-1], figure):
            sums[-1] = _with_other_currency(sums[-1], figure)
        else:
            sums.append(figure)
    return iter(sums)


def _repeats(text: str, last: Figure, figure: Figure) -> bool:
    """Tell whether a sum only says the last one again; a third in a row is a sum of its own."""
    return last.also is None and bool(_BETWEEN.fullmatch(text[last.end : figure.start]))


def _with_other_currency(figure: Figure, other: Figure) -> Figure:
    """Return a sum with the same sum in another currency beside it."""
    return replace(figure, also=_with_shared_bound(figure.literal, other.literal), end=other.end)


def _with_shared_bound(first: str, second: str) -> str:
    """Give the second sum the ceiling or floor that stands before both."""
    has_own_bound = not second[0].isupper()
    if has_own_bound:
        return second
    bound = next(filter(first.startswith, _SHARED_BOUNDS), "")
    return bound + second


def _find_single_sums(text: str) -> list[Figure]:
    """Return every sum by itself, in the order of the text."""
    figures: list[Figure] = []
    # A sign before a sum is surer than a noun behind it: "US$3 billion" comes before "3 billion won".
    for pattern, read in ((_SIGNED, _read_signed), (_NAMED, _read_named), (_KANJI, _read_named)):
        for match in pattern.finditer(text):
            figure = read(text, match)
            if figure and not is_taken(figure.start, figure.end, figures):
                figures.append(figure)
    return sorted(figures, key=lambda figure: figure.start)


def _read_signed(text: str, match: re.Match[str]) -> Figure | None:
    """Read "US$2.9 billion", "¥10tn"."""
    currency = _find_currency(_SIGNS, match["sign"])
    return _read_sum(text, match, currency, spell(match["number"], match["magnitude"]))


def _read_named(text: str, match: re.Match[str]) -> Figure | None:
    """Read "3.9 trillion yen", "2 to 3 billion dollars", 3兆9000億円."""
    groups = match.groupdict()
    currency = _find_currency(_NOUNS, match["noun"])
    amount = spell(match["number"], groups.get("magnitude"))
    if groups.get("low"):
        amount = _join_range(spell(groups["low"], groups.get("low_magnitude")), amount)
    return _read_sum(text, match, currency, amount)


def _find_currency(table: Iterable[tuple[str, str]], printed: str) -> str:
    """Return the code of a currency by its sign or its name, which a pattern of the table has matched before."""
    return next(code for words, code in table if re.fullmatch(words, printed, re.IGNORECASE))


def _join_range(low: str | None, high: str | None) -> str | None:
    """Return "2 to 3bn" as a literal spells it; the upper end alone where the lower is no number."""
    if low and high:
        return f"{low} to {high}"
    return high


def _read_sum(text: str, match: re.Match[str], currency: str, amount: str | None) -> Figure | None:
    """Return a sum, or None where it is a part of a longer word or number, or does not read back."""
    last_letter = text[: match.start()][-1:]
    if amount is None or re.match(r"[\w.]", last_letter, re.ASCII):
        return None
    bound, start = bound_around(text, match.start(), match.end())
    literal = f"{bound}{currency} {amount}"
    if isinstance(parse_money(literal), Malformed):
        return None
    return Figure(FigureKind.MONEY, literal, start, match.end(), text[start : match.end()])
