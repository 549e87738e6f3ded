"""Reads one point of a partial date: a day, month, season, year, decade or century of EDTF, or a fiscal year of Japan.

Seasons are those of the northern hemisphere; winter ends in the year after.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing.model.malformed import Malformed, Word, malformed_at, quoted


class Precision(StrEnum):
    """How fine a date is, finest first."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    INTERVAL = "interval"
    OPEN = "open"


MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# EDTF counts the seasons on from the months; the number beside the name is the month that it begins in.
_SEASONS = {21: ("spring", 3), 22: ("summer", 6), 23: ("autumn", 9), 24: ("winter", 12)}
# What stands before the year, how many months of it are over, and how many the part has.
_PARTS = {
    "": ("", 0, 12),
    "H1": ("first half of ", 0, 6),
    "H2": ("second half of ", 6, 6),
    "Q1": ("first quarter of ", 0, 3),
    "Q2": ("second quarter of ", 3, 3),
    "Q3": ("third quarter of ", 6, 3),
    "Q4": ("fourth quarter of ", 9, 3),
}
_PRECISION_OF_MONTHS = {12: Precision.YEAR, 6: Precision.HALF, 3: Precision.QUARTER}
_PRECISION_OF_HIDDEN_DIGITS = (Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM)
_FISCAL_START = 4
"""The month in which the fiscal year of Japan begins."""

_EDTF = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%]?)")
_FISCAL = re.compile(r"JFY([0-9]{4})(?: (H[12]|Q[1-4]))?([?~%]?)")


HINT = "write `2024-04-10`, `2024-04`, `2024` or `JFY2024`"


@dataclass(frozen=True, slots=True)
class Point:
    """One end of an interval, or a whole date: its days, its EDTF and what readers call it.

    ``missing`` says which part the source leaves out (``2024-XX``).
    """

    earliest: date
    latest: date
    precision: Precision
    name: str
    qualifier: str
    edtf: str
    fiscal: bool = False
    missing: str = ""

    @property
    def first_edtf(self) -> str:
        """The EDTF of where it starts, for the left side of an interval."""
        return self.edtf.split("/")[0]

    @property
    def last_edtf(self) -> str:
        """The EDTF of where it ends, for the right side of an interval."""
        return self.edtf.split("/")[-1]


def parse_point(word: Word) -> Point | Malformed:
    """Read one date without a slash.

    What is wrong is found at its place: the month of `2024-13-01`, the day of `2024-02-30`.
    """
    fiscal = _FISCAL.fullmatch(word.text)
    if fiscal:
        return _fiscal_point(word, int(fiscal[1]), fiscal[2] or "", fiscal[3])
    match = _EDTF.fullmatch(word.text)
    if not match:
        return malformed_at([word], f"{quoted(word.text)} is no date", HINT)
    year, month, day, qualifier = match.groups(default="")
    if year == "0000":
        return malformed_at([word], "there is no year 0000", "years run from 0001 to 9999")
    return _edtf_point(word, year, month, day, qualifier)


def month_text(day: date) -> str:
    """Return ``April 2024``."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def _fiscal_point(word: Word, year: int, part: str, qualifier: str) -> Point | Malformed:
    """Return a fiscal year of Japan, or a half or quarter of it; its EDTF is an interval of months."""
    # The calendar ends with 9999, and the fiscal year before it in the March of that.
    if not 1 <= year <= 9998:
        return malformed_at([word], f"fiscal year {year} is out of range", "years run from 0001 to 9998")
    prefix, months_over, months = _PARTS[part]
    first = _first_of_month(year, _FISCAL_START + months_over)
    last = _first_of_month(year, _FISCAL_START + months_over + months - 1)
    return Point(
        earliest=first,
        latest=_end_of_month(last),
        precision=_PRECISION_OF_MONTHS[months],
        name=f"{prefix}FY{year}",
        qualifier=qualifier,
        edtf=f"{first.isoformat()[:7]}{qualifier}/{last.isoformat()[:7]}{qualifier}",
        fiscal=True,
    )


def _first_of_month(year: int, month: int) -> date:
    """Return the first of a month, where month 13 is January of the next year."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _edtf_point(word: Word, year: str, month: str, day: str, qualifier: str) -> Point | Malformed:
    """Return what a date of EDTF stands for; ``month`` and ``day`` are empty where they are not written, or `XX`."""
    if _skips_a_part(year, month, day):
        message = f"{quoted(word.text)} knows a later part but not the one before"
        return malformed_at([word], message, "leave the later part out")
    if day.isdecimal():
        return _day_point(word, int(year), int(month), int(day), qualifier)
    if month.isdecimal():
        return _month_point(word, int(year), int(month), day, qualifier)
    return _year_point(word, year, qualifier, _missing_from_year(month, day))


def _skips_a_part(year: str, month: str, day: str) -> bool:
    """Tell whether a day is known and its month is not, or a month and its year is not."""
    skips_year = month != "" and "X" in year
    skips_month = "X" in month and day.isdecimal()
    return skips_year or skips_month


def _missing_from_year(month: str, day: str) -> str:
    """Return which part the source leaves out of a date that is known to the year."""
    if day:
        return "day unknown"
    if month:
        return "month unknown"
    return ""


def _year_point(word: Word, year: str, qualifier: str, missing: str) -> Point:
    """Return a year, or the decade, century or millennium that a year with hidden digits stands for."""
    # The first millennium begins with the year 1: there is no year 0.
    first = date(int(year.replace("X", "0")) or 1, 1, 1)
    last = date(int(year.replace("X", "9")), 12, 31)
    hidden = year.count("X")
    return Point(
        earliest=first,
        latest=last,
        precision=_PRECISION_OF_HIDDEN_DIGITS[hidden],
        name=_year_name(first, last, year, hidden),
        qualifier=qualifier,
        edtf=word.text,
        missing=missing,
    )


def _year_name(first: date, last: date, year: str, hidden: int) -> str:
    """Return what readers call a year with so many hidden digits: `2024`, `2020s`, `2000 to 2099`."""
    if hidden == 0:
        return year
    if hidden == 1:
        return f"{first.year}s"
    return f"{first.year} to {last.year}"


def _day_point(word: Word, year: int, month: int, day: int, qualifier: str) -> Point | Malformed:
    """Return a day, if its month has it."""
    fault = _month_fault(word, month)
    if fault:
        return fault
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        day_word = Word(word.text[8:10], word.offset + 8)
        message = f"{month_text(date(year, month, 1))} has no day {day}"
        return malformed_at([day_word], message, f"its last day is {days}")
    exact = date(year, month, day)
    return Point(exact, exact, Precision.DAY, f"{day} {month_text(exact)}", qualifier, word.text)


def _month_point(word: Word, year: int, month: int, day: str, qualifier: str) -> Point | Malformed:
    """Return a month, or a season, which EDTF writes in the place of a month."""
    if month in _SEASONS and not day:
        return _season_point(word, year, month, qualifier)
    fault = _month_fault(word, month)
    if fault:
        return fault
    first = date(year, month, 1)
    last = _end_of_month(first)
    missing = "day unknown" if day else ""
    return Point(first, last, Precision.MONTH, month_text(first), qualifier, word.text, missing=missing)


def _season_point(word: Word, year: int, code: int, qualifier: str) -> Point | Malformed:
    name, month = _SEASONS[code]
    if year == 9999 and name == "winter":
        return malformed_at([word], "that winter ends after the year 9999", "the calendar ends with it")
    last = _end_of_month(_first_of_month(year, month + 2))
    return Point(date(year, month, 1), last, Precision.SEASON, f"{name} {year}", qualifier, word.text)


def _month_fault(word: Word, month: int) -> Malformed | None:
    if 1 <= month <= 12:
        return None
    month_word = Word(word.text[5:7], word.offset + 5)
    hint = "months run from 01 to 12, seasons from 21 to 24"
    return malformed_at([month_word], f"there is no month {month:02}", hint)
