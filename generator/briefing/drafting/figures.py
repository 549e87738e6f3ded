"""Figures in running text: sums with what is printed beside them, per cents, ranks, multiples, counts; as literals.

Every literal that leaves here reads back as a value; what does not is passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from briefing.drafting.spelling import (
    JAPANESE,
    MAG,
    NUMBER,
    ORDINALS,
    bound_after,
    bound_before,
    spell,
)
from briefing.model.malformed import Malformed
from briefing.model.money import parse_money
from briefing.model.quantity import parse_quantity


class FigureKind(StrEnum):
    """What a figure counts."""

    MONEY = "money"
    PERCENT = "percent"
    RANK = "rank"
    TIMES = "times"
    SPAN = "span"
    SIZE = "size"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a sentence; ``also`` is the same sum in another currency, ``noun`` what is counted or ranked."""

    kind: FigureKind
    literal: str
    start: int
    end: int
    wording: str
    also: str | None = None
    noun: str = ""


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
_SIGNED = re.compile(rf"(?P<sign>{_SIGN})(?P<n>{NUMBER})(?:[\s-]?(?P<mag>(?i:{MAG}))\b)?")
_NAMED = re.compile(
    rf"(?:(?P<low>{NUMBER})\s?(?P<lowmag>{MAG})?{_TO})?(?P<n>{NUMBER})[\s-]?(?:(?P<mag>{MAG})\.?[\s-])?\s?(?P<noun>{_NOUN})\b",
    re.IGNORECASE,
)
_KANJI = re.compile(rf"(?P<n>{JAPANESE})\s?(?P<noun>円|米?ドル|ユーロ|元|ウォン)")
_BETWEEN = re.compile(r"\s?\(\s?|,? or |\s?（")
_PERCENT = re.compile(rf"(?P<n>{NUMBER})[\s-]?(?:%|％|per ?cent\b|パーセント)", re.IGNORECASE)
_HALF = re.compile(r"(?:(?P<less>a little less than|just under|less than|under|nearly|almost) )?half\b(?! a )")
_RANKED = re.compile(r"\b(?P<n>\d{1,4})(?:st|nd|rd|th)\b(?! (?:century|anniversary|birthday))")
_NUMBERED = re.compile(r"\b(?:No\.|number) ?(?P<n>\d{1,3}|one)\b", re.IGNORECASE)
_PLACED = re.compile(
    rf"\b(?P<n>{'|'.join(ORDINALS)})-(?P<most>[a-z]+(?:est|most \w+)) (?P<noun>[a-z]+(?: [a-z]+)?)", re.IGNORECASE
)
_LEADING = re.compile(r"\bthe (?:leading|top|number one) (?P<noun>[a-z]+(?: [a-z]+)?) (?:in|of|among)\b")
_JA_RANK = re.compile(r"(?P<n>\d{1,4})位")
_TIMES = re.compile(r"\b(?P<word>doubl(?:e|ed|es|ing)|tripl(?:e|ed|es|ing)|quadrupl(?:e|ed|es|ing))\b", re.IGNORECASE)
_FOLD = re.compile(r"\b(?P<n>\d+|two|three|four|five|ten)(?:-?fold| times)\b")
_SPAN = re.compile(
    rf"(?P<n>{NUMBER})[\s-](?P<unit>years?|months?|weeks?|days?|decades?)\b(?! low| high)", re.IGNORECASE
)
_SIZE = re.compile(
    r"(?P<n>\d+(?:\.\d+)?|two|three|five|seven)[\s-]?"
    r"(?:(?P<nm>nano-?met(?:er|re)s?|nm|ナノ(?:メートル)?)|(?P<unit>GW|MW|kW|gigawatts?|megawatts?|hectares?|"
    r"square met(?:er|re)s))(?![a-z])"
)
_PEOPLE = re.compile(rf"(?P<n>{NUMBER})\s(?P<mag>{MAG})\b(?! (?:yen|dollars?|euros?)| of GDP)", re.IGNORECASE)
_COUNT = re.compile(
    rf"(?P<n>{NUMBER})\s(?:(?P<mag>{MAG})\s)?"
    r"(?P<words>(?:[A-Za-z][A-Za-z-]*\s|[“\"]){0,3}?)(?P<noun>[a-z][a-z-]*s|people|companies)\b(?!-)"
)
_JA_COUNT = re.compile(rf"(?P<n>{JAPANESE})(?P<noun>人|社|件|カ所|か所|台|基|校|棟)")
_JA_UNITS = {"人": "people", "社": "companies", "件": "cases", "台": "units", "基": "units", "校": "schools"}
_NOT_COUNTED = frozenset(
    {"years", "months", "weeks", "days", "decades", "hours", "minutes", "times", "percent", "yen", "dollars",
     "euros", "economies", "nations", "countries", "this", "becomes", "is", "was", "has", "as", "its", "series", "s",
     "ones", "others", "sides", "kilometres", "kilometers", "miles", "metres", "meters", "km"}
)  # fmt: skip
_REFERRED = re.compile(r"\b(?:the|these|those|both|its|their) $", re.IGNORECASE)
_INFORMANTS = re.compile(r" (?:familiar|close to|briefed|with (?:direct )?knowledge|who|told)\b")
_FEW = 3


def find_figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of a sentence from left to right, none inside another."""
    found: list[Figure] = []
    for finder in (_find_money, _find_percents, _find_ranks, _find_multiples, _find_sizes, _find_spans, _find_counts):
        taken = [(one.start, one.end) for one in found]
        found += [one for one in finder(text) if not any(one.start < end and start < one.end for start, end in taken)]
    return tuple(sorted(found, key=lambda one: one.start))


def _find_money(text: str) -> Iterator[Figure]:
    last: Figure | None = None
    for one in _single_sums(text):
        between = text[last.end : one.start] if last else ""
        if last and last.also is None and _BETWEEN.fullmatch(between) and one.literal[-1:] != "":
            last = replace(last, also=_also(last.literal, one.literal), end=one.end)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _also(first: str, second: str) -> str:
    """Give the second figure the ceiling or floor that stands before both."""
    bound = next((one for one in ("up to ", "at least ") if first.startswith(one)), "")
    return second if not second[0].isupper() else bound + second


def _single_sums(text: str) -> list[Figure]:
    found = [one for match in _SIGNED.finditer(text) if (one := _signed(text, match))]
    for pattern in (_NAMED, _KANJI):
        for match in pattern.finditer(text):
            one = _named(text, match)
            if one and not any(one.start < other.end and other.start < one.end for other in found):
                found.append(one)
    return sorted(found, key=lambda one: one.start)


def _signed(text: str, match: re.Match[str]) -> Figure | None:
    currency = next(code for sign, code in _SIGNS if re.fullmatch(sign, match["sign"]))
    return _sum(text, match, currency, spell(match["n"], match["mag"]))


def _named(text: str, match: re.Match[str]) -> Figure | None:
    groups = match.groupdict()
    noun = match["noun"]
    currency = next(code for word, code in _NOUNS if re.fullmatch(word, noun, re.IGNORECASE))
    amount = spell(match["n"], groups.get("mag"))
    low = spell(groups["low"], groups.get("lowmag")) if groups.get("low") else None
    return _sum(text, match, currency, f"{low} to {amount}" if low and amount else amount)


def _sum(text: str, match: re.Match[str], currency: str, amount: str | None) -> Figure | None:
    if amount is None or re.match(r"[\w.]", text[match.start() - 1 : match.start()] or " ", re.ASCII):
        return None
    bound, start = bound_before(text[: match.start()])
    bound = bound or bound_after(text[match.end() :])
    literal = f"{bound}{currency} {amount}"
    if isinstance(parse_money(literal), Malformed):
        return None
    return Figure(FigureKind.MONEY, literal, start, match.end(), text[start : match.end()])


def _find_percents(text: str) -> Iterator[Figure]:
    for match in _PERCENT.finditer(text):
        yield from _quantity(text, match, FigureKind.PERCENT, spell(match["n"]), "%")
    for match in _HALF.finditer(text):
        bound = "nearly " if match["less"] in ("nearly", "almost") else "under " if match["less"] else ""
        yield Figure(FigureKind.PERCENT, f"{bound}50 %", match.start(), match.end(), match[0])


def _find_ranks(text: str) -> Iterator[Figure]:
    for match in _PLACED.finditer(text):
        noun = f"{match['most']} {match['noun']}".lower()
        literal = f"rank {ORDINALS[match['n'].lower()]}"
        yield Figure(FigureKind.RANK, literal, match.start(), match.end(), match[0], noun=noun)
    for match in _LEADING.finditer(text):
        yield Figure(FigureKind.RANK, "rank 1", match.start(), match.end(), match[0], noun=match["noun"])
    for pattern in (_RANKED, _NUMBERED, _JA_RANK):
        for match in pattern.finditer(text):
            number = "1" if match["n"] == "one" else match["n"]
            if not re.search(r"[A-Z][a-z]+ $", text[: match.start()]):
                yield Figure(FigureKind.RANK, f"rank {int(number)}", match.start(), match.end(), match[0])


def _find_multiples(text: str) -> Iterator[Figure]:
    sizes = {"d": "2", "t": "3", "q": "4"}
    for match in _TIMES.finditer(text):
        number = sizes[match["word"][0].lower()]
        yield Figure(FigureKind.TIMES, f"{number} times", match.start(), match.end(), match[0])
    for match in _FOLD.finditer(text):
        yield from _quantity(text, match, FigureKind.TIMES, spell(match["n"]), "times")


def _find_sizes(text: str) -> Iterator[Figure]:
    for match in _SIZE.finditer(text):
        unit = "nm" if match["nm"] else match["unit"]
        yield from _quantity(text, match, FigureKind.SIZE, spell(match["n"]), unit)


def _find_spans(text: str) -> Iterator[Figure]:
    for match in _SPAN.finditer(text):
        yield from _quantity(text, match, FigureKind.SPAN, spell(match["n"]), match["unit"].lower())


def _find_counts(text: str) -> Iterator[Figure]:
    for match in _COUNT.finditer(text):
        if (
            match["noun"] in _NOT_COUNTED
            or match["n"] in ("one", "zero")
            or _is_year(match)
            or _belongs_to_more(text, match)
            or _points_back(text, match)
        ):
            continue
        yield from _quantity(text, match, FigureKind.COUNT, spell(match["n"], match["mag"]), match["noun"])
    for match in _PEOPLE.finditer(text):
        if not _belongs_to_more(text, match) and "population" in text:
            yield from _quantity(text, match, FigureKind.COUNT, spell(match["n"], match["mag"]), "people")
    for match in _JA_COUNT.finditer(text):
        unit = _JA_UNITS.get(match["noun"], "places")
        yield from _quantity(text, match, FigureKind.COUNT, spell(match["n"]), unit)


def _points_back(text: str, match: re.Match[str]) -> bool:
    """Tell whether a small number only points at what was named ("the two companies") or at who told it."""
    few = match["mag"] is None and str(spell(match["n"])) in map(str, range(_FEW + 1))
    told = match["noun"] in ("people", "sources", "persons", "officials") and _INFORMANTS.match(text[match.end() :])
    return few and bool(told or _REFERRED.search(text[: match.start()]))


def _is_year(match: re.Match[str]) -> bool:
    return match["mag"] is None and len(match["n"]) == 4 and match["n"].isdecimal()


def _belongs_to_more(text: str, match: re.Match[str]) -> bool:
    """Tell whether the number is a part of a code, an address, a sum, a list or another number."""
    before = text[: match.start()]
    return bool(re.search(r"(?:[\w$¥€£.,/-]|^\s*)$", before[-1:] or "")) and not before.endswith(" ")


def _quantity(text: str, match: re.Match[str], kind: FigureKind, number: str | None, unit: str) -> Iterator[Figure]:
    bound, start = bound_before(text[: match.start()])
    literal = f"{bound or bound_after(text[match.end() :])}{number} {unit}"
    if number is not None and not isinstance(parse_quantity(literal), Malformed):
        noun = (match.groupdict().get("words") or "").strip(' “"') + " " + unit
        yield Figure(kind, literal, start, match.end(), text[start : match.end()], noun=noun.strip())
