"""Counts of people and things in a sentence, and numbers that only look like counts."""

import re
from collections.abc import Iterator

from briefing.drafting.literals.printed_figure import Figure, FigureKind, find_by, read_quantity
from briefing.drafting.text.spelling import JAPANESE, MAGNITUDE, NUMBER, spell

_PEOPLE = re.compile(
    rf"(?P<number>{NUMBER})\s(?P<magnitude>{MAGNITUDE})\b(?! (?:yen|dollars?|euros?)| of GDP)", re.IGNORECASE
)
_COUNT = re.compile(
    rf"(?P<number>{NUMBER})\s(?:(?P<magnitude>{MAGNITUDE})\s)?"
    r"(?P<words>(?:[A-Za-z][A-Za-z-]*\s|[“\"]){0,3}?)(?P<noun>[a-z][a-z-]*s|people|companies)\b(?!-)"
)
_JA_COUNT = re.compile(rf"(?P<number>{JAPANESE})(?P<noun>人|社|件|カ所|か所|台|基|校|棟)")
_JA_UNITS = {"人": "people", "社": "companies", "件": "cases", "台": "units", "基": "units", "校": "schools"}
# Time, money and places in a ranking have finders of their own; the rest are verbs and idioms that end in s.
_NOT_COUNTED = frozenset(
    {"years", "months", "weeks", "days", "decades", "hours", "minutes", "times", "percent", "yen", "dollars",
     "euros", "economies", "nations", "countries", "this", "becomes", "is", "was", "has", "as", "its", "series", "s",
     "ones", "others", "sides", "kilometres", "kilometers", "miles", "metres", "meters", "km"}
)  # fmt: skip
_REFERRED = re.compile(r"\b(?:the|these|those|both|its|their) $", re.IGNORECASE)
_INFORMANTS = re.compile(r" (?:familiar|close to|briefed|with (?:direct )?knowledge|who|told)\b")
_FOUR_DIGITS = re.compile(r"\d{4}")
_INFORMANT_NOUNS = ("people", "sources", "persons", "officials")
_SMALL_NUMBERS = ("0", "1", "2", "3")
# A number at the very beginning of a line is that of a list; with a sign before it it belongs to something longer.
_JOINED = re.compile(r"(?:[\w$¥€£.,/-]|[^\S ])?")


def _read_count(text: str, match: re.Match[str]) -> Iterator[Figure]:
    """Read "900 jobs", "about 1.7 million new workers"."""
    if _is_counted(match) and not _belongs_to_more(text, match) and not _points_back(text, match):
        yield from read_quantity(text, match, FigureKind.COUNT, match["noun"])


def _read_population(text: str, match: re.Match[str]) -> Iterator[Figure]:
    """Read a number without a noun, such as "125 million", where the sentence speaks of a population."""
    if "population" in text and not _belongs_to_more(text, match):
        yield from read_quantity(text, match, FigureKind.COUNT, "people")


def _read_japanese(text: str, match: re.Match[str]) -> Iterator[Figure]:
    """Read 5000人 and 10社."""
    # Counters of Japanese stand right behind their number, and for nothing else.
    return read_quantity(text, match, FigureKind.COUNT, _JA_UNITS.get(match["noun"], "places"))


def _is_counted(match: re.Match[str]) -> bool:
    """Tell whether a number and its noun are a count by themselves."""
    # "One" is mostly an article or a pronoun, and "zero interest rates" count nothing.
    if match["number"] in ("one", "zero") or match["noun"] in _NOT_COUNTED:
        return False
    return not _is_year(match)


def _points_back(text: str, match: re.Match[str]) -> bool:
    """Tell whether a small number only points at what was named ("the two companies") or at who told it."""
    if spell(match["number"], match["magnitude"]) not in _SMALL_NUMBERS:
        return False
    # "Two people familiar with the matter" are sources; an article is not about them.
    if match["noun"] in _INFORMANT_NOUNS and _INFORMANTS.match(text[match.end() :]):
        return True
    return bool(_REFERRED.search(text[: match.start()]))


def _is_year(match: re.Match[str]) -> bool:
    """Tell whether a number has the four digits of a year, as in "2024 results"."""
    return match["magnitude"] is None and bool(_FOUR_DIGITS.fullmatch(match["number"]))


def _belongs_to_more(text: str, match: re.Match[str]) -> bool:
    """Tell whether the number is a part of a code, an address, a sum, a list or another number."""
    last_letter = text[: match.start()][-1:]
    return bool(_JOINED.fullmatch(last_letter))


find_counts = find_by((_COUNT, _read_count), (_PEOPLE, _read_population), (_JA_COUNT, _read_japanese))
"""Yields the counts of a sentence; those of two patterns may overlap."""
