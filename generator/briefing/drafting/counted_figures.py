"""Counts of people and things in a sentence, and numbers that only look like counts."""

import re
from collections.abc import Iterator

from briefing.drafting.printed_figure import Figure, FigureKind, read_quantity
from briefing.drafting.spelling import JAPANESE, MAG, NUMBER, spell

_PEOPLE = re.compile(rf"(?P<n>{NUMBER})\s(?P<mag>{MAG})\b(?! (?:yen|dollars?|euros?)| of GDP)", re.IGNORECASE)
_COUNT = re.compile(
    rf"(?P<n>{NUMBER})\s(?:(?P<mag>{MAG})\s)?"
    r"(?P<words>(?:[A-Za-z][A-Za-z-]*\s|[“\"]){0,3}?)(?P<noun>[a-z][a-z-]*s|people|companies)\b(?!-)"
)
_JA_COUNT = re.compile(rf"(?P<n>{JAPANESE})(?P<noun>人|社|件|カ所|か所|台|基|校|棟)")
_JA_UNITS = {"人": "people", "社": "companies", "件": "cases", "台": "units", "基": "units", "校": "schools"}
# Time, money and places in a ranking have finders of their own; the rest are verbs and idioms that end in s.
_NOT_COUNTED = frozenset(
    {"years", "months", "weeks", "days", "decades", "hours", "minutes", "times", "percent", "yen", "dollars",
     "euros", "economies", "nations", "countries", "this", "becomes", "is", "was", "has", "as", "its", "series", "s",
     "ones", "others", "sides", "kilometres", "kilometers", "miles", "metres", "meters", "km"}
)  # fmt: skip
_REFERRED = re.compile(r"\b(?:the|these|those|both|its|their) $", re.IGNORECASE)
_INFORMANTS = re.compile(r" (?:familiar|close to|briefed|with (?:direct )?knowledge|who|told)\b")
_INFORMANT_NOUNS = ("people", "sources", "persons", "officials")
_SMALL_NUMBERS = ("0", "1", "2", "3")
# A number at the very beginning of a line is that of a list; with a sign before it it belongs to something longer.
_JOINED = re.compile(r"(?:[\w$¥€£.,/-]|^\s*)$")


def find_counts(text: str) -> Iterator[Figure]:
    """Yield the counts of a sentence; those of two patterns may overlap."""
    for match in _COUNT.finditer(text):
        if _is_count(text, match):
            yield from read_quantity(text, match, FigureKind.COUNT, match["noun"])
    yield from _find_populations(text)
    for match in _JA_COUNT.finditer(text):
        yield from read_quantity(text, match, FigureKind.COUNT, _JA_UNITS.get(match["noun"], "places"))


def _find_populations(text: str) -> Iterator[Figure]:
    """Yield numbers without a noun, such as "125 million", where the sentence speaks of a population."""
    if "population" not in text:
        return
    for match in _PEOPLE.finditer(text):
        if not _belongs_to_more(text, match):
            yield from read_quantity(text, match, FigureKind.COUNT, "people")


def _is_count(text: str, match: re.Match[str]) -> bool:
    if match["noun"] in _NOT_COUNTED or match["n"] in ("one", "zero"):
        return False
    if _is_year(match) or _belongs_to_more(text, match):
        return False
    return not _points_back(text, match)


def _points_back(text: str, match: re.Match[str]) -> bool:
    """Tell whether a small number only points at what was named ("the two companies") or at who told it."""
    if match["mag"] is not None or spell(match["n"]) not in _SMALL_NUMBERS:
        return False
    if match["noun"] in _INFORMANT_NOUNS and _INFORMANTS.match(text[match.end() :]):
        return True
    return bool(_REFERRED.search(text[: match.start()]))


def _is_year(match: re.Match[str]) -> bool:
    return match["mag"] is None and len(match["n"]) == 4 and match["n"].isdecimal()


def _belongs_to_more(text: str, match: re.Match[str]) -> bool:
    """Tell whether the number is a part of a code, an address, a sum, a list or another number."""
    last_letter = text[: match.start()][-1:]
    return last_letter != " " and bool(_JOINED.search(last_letter))
