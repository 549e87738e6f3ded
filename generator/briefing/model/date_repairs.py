"""Usual ways to write a date that the grammar does not know, and what they stand for; only used to word a hint."""

import re
from datetime import date

from briefing.model.date_wordings import ENGLISH_MONTHS, WORDS_FOR_PARTS, WORDS_IN_ENGLISH, numbers_joined
from briefing.model.malformed import Repair
from briefing.model.repairs import repair

_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_PARTS = {"q1": "01 03", "q2": "04 06", "q3": "07 09", "q4": "10 12", "h1": "01 06", "h2": "07 12"}


def _month(name: str) -> str:
    return f"{ENGLISH_MONTHS.index(name[:3].lower()) + 1:02}"


def _day_month_year(match: re.Match[str]) -> str:
    return f"{match[3]}-{_month(match[2])}-{int(match[1]):02}"


def _month_day_year(match: re.Match[str]) -> str:
    return f"{match[3]}-{_month(match[1])}-{int(match[2]):02}"


def _month_year(match: re.Match[str]) -> str:
    return f"{match[2]}-{_month(match[1])}"


def _year_month_day(match: re.Match[str]) -> str:
    month = f"{match[1]}-{_month(match[2])}"
    if match[3]:
        return f"{month}-{int(match[3]):02}"
    return month


def _months_of_year(match: re.Match[str]) -> str:
    return f"{match[3]}-{_month(match[1])}/{match[3]}-{_month(match[2])}"


def _days_of_month(match: re.Match[str]) -> str:
    month = f"{match[4]}-{_month(match[3])}"
    return f"{month}-{int(match[1]):02}/{month}-{int(match[2]):02}"


def _days_of_month_first(match: re.Match[str]) -> str:
    month = f"{match[4]}-{_month(match[1])}"
    return f"{month}-{int(match[2]):02}/{month}-{int(match[3]):02}"


def _open_end(match: re.Match[str]) -> str:
    return f"{match[1] or match[2]}/.."


def _era(match: re.Match[str]) -> str:
    year = 1 if match[2] == "元" else int(match[2])
    return f"{_ERAS[match[1]] + year}年"


def _season(match: re.Match[str]) -> str:
    return f"{match[2]}-{_SEASONS[match[1].lower()]}"


def _part_of_year(year: str, part: str) -> str:
    first, last = _PARTS[part.lower()].split()
    return f"{year}-{first}/{year}-{last}"


NUMBERED_DAY = re.compile(r"^([0-9]{1,2}) ?([/.-]) ?([0-9]{1,2}) ?\2 ?([0-9]{4}|[0-9]{2})\Z")
"""A day in figures with the year last: which of the first two is the month depends on where it was written."""


def days_meant(text: str) -> tuple[str, ...]:
    """Return the days that figures with the year last may mean, the month first as in America before the day first."""
    match = NUMBERED_DAY.match(text)
    if not match:
        return ()
    first, second = int(match[1]), int(match[3])
    year = match[4] if len(match[4]) == 4 else f"20{match[4]}"
    days: list[str] = []
    for month, day in ((first, second), (second, first)):
        if 1 <= month <= 12 and 1 <= day <= 31:
            days.append(f"{year}-{month:02}-{day:02}")
    # 4/4/2024 is one day either way.
    return tuple(dict.fromkeys(days))


def _numbered_day(match: re.Match[str]) -> str:
    days = days_meant(match[0])
    if len(days) == 1:
        return days[0]
    return match[0]


def _week(match: re.Match[str]) -> str:
    year, week = int(match[1]), int(match[2])
    try:
        return f"{date.fromisocalendar(year, week, 1)}/{date.fromisocalendar(year, week, 7)}"
    except ValueError:
        return match[0]


def _year_pair(match: re.Match[str]) -> str:
    """Read ``2025-26`` as two years: no year has a month 26, and the second is just after the first."""
    first, last = int(match[1]), int(match[1][:2] + match[2])
    # Up to 24 the figure may be a month or a season of EDTF.
    if int(match[2]) > 24 and 0 < last - first < 10:
        return f"{first}/{last}"
    return match[0]


# The order matters: what other languages and calendars say becomes English or ISO first, then names of months become
# numbers, then parts of a year become intervals, and only what is a plain date by then gets its `about` or open end.
DATE_REPAIRS: tuple[Repair, ...] = (
    repair(NUMBERED_DAY.pattern, _numbered_day),
    *WORDS_IN_ENGLISH,
    # Japanese eras, whose first year is 元; what comes out is read by the row for 年 below.
    repair(r"(令和|平成|昭和)([0-9]{1,2}|元)年", _era),
    repair(r"([0-9]{4})年度", r"JFY\1"),
    repair(r"([0-9]{4})年(?: ?([0-9]{1,2})月(?: ?([0-9]{1,2})日)?)?", numbers_joined),
    # A fiscal year is taken for one of Japan: no other has a literal.
    repair(r"\bJ?FY[ -]?([0-9]{4})(?:[/-][0-9]{2})?(?![0-9])", r"JFY\1"),
    repair(r"\b(?:fiscal(?: year)?) ([0-9]{4})\b", r"JFY\1"),
    repair(r"\b(JFY[0-9]{4})[ -]?([HQ][1-4])\b", lambda match: f"{match[1]} {match[2].upper()}"),
    repair(
        r"^" + _MONTH + r" ?(?:-|–|—|/|to|until|and|bis) ?" + _MONTH + r",? (?:of |de )?([0-9]{4})$", _months_of_year
    ),
    repair(r"^([0-9]{1,2})\.? ?(?:-|–|—|to|until|bis) ?([0-9]{1,2})\.? " + _MONTH + r",? ([0-9]{4})$", _days_of_month),
    repair(r"^" + _MONTH + r" ([0-9]{1,2}) ?(?:-|–|—|to|until) ?([0-9]{1,2}),? ([0-9]{4})$", _days_of_month_first),
    repair(
        r"\b([0-9]{1,2})(?:st|nd|rd|th|\.|er|º)?(?: of| de)?[ -]" + _MONTH + r",?(?: of| de)?[ -]([0-9]{4})\b",
        _day_month_year,
    ),
    # `2024-04-10/12`: the second day is of the same month.
    repair(r"^([0-9]{4}-[0-9]{2}-)([0-9]{2})/([0-9]{2})$", r"\1\2/\1\3"),
    repair(r"^(?:>|>=|≥) ?([0-9]{4})$|^([0-9]{4}(?:-[0-9]{2})?)(?:\+| onwards?| and later| or later)$", _open_end),
    repair(r"\b" + _MONTH + r" (?:the )?([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})\b", _month_day_year),
    repair(r"\b" + _MONTH + r",?(?: of| de)?[ -]([0-9]{4})\b", _month_year),
    repair(r"\b([0-9]{4})[ -]" + _MONTH + r"(?:[ -]([0-9]{1,2})\b)?", _year_month_day),
    repair(r"\b(spring|summer|autumn|fall|winter)(?: of| de)? ([0-9]{4})\b", _season),
    repair(r"^([0-9]{1,2})[/.]([0-9]{4})$", lambda match: f"{match[2]}-{int(match[1]):02}"),
    repair(r"^([0-9]{4})-?W([0-9]{1,2})$", _week),
    # Two years come before year and month, which the same figures could be.
    repair(r"^([0-9]{4})[-/]([0-9]{2})$", _year_pair),
    repair(r"^([0-9]{4})[/.-]([0-9]{1,2})(?:[/.-]([0-9]{1,2}))?$", numbers_joined),
    repair(r"^([0-9]{4})([0-9]{2})([0-9]{2})$", numbers_joined),
    # A time of day, which no claim has.
    repair(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.Z+-]+$", r"\1"),
    repair(r"(?<!JFY)\b([0-9]{4})[ -]?(H[12]|Q[1-4])\b", lambda match: _part_of_year(match[1], match[2])),
    repair(r"^(H[12]|Q[1-4])[ -]([0-9]{4})\b", lambda match: _part_of_year(match[2], match[1])),
    # Decades, English and German.
    repair(r"^(?:the )?([0-9]{3})0(?:s|er)\b", r"\1X"),
    repair(r"\b([0-9]{3})0(?:s|er)\b", r"\1X"),
    repair(r"(?<=[0-9])x+\b", lambda match: match[0].upper()),
    *WORDS_FOR_PARTS,
    repair(r"^(?:[~≈]|about|around|approximately|circa|c\.|ca\.) ?(.*?)$", r"\1~"),
    repair(r"(?<=[0-9]) (?=[?~%])", ""),
    repair(r"^(?:by|before|until|till|up to|no later than|not later than|at the latest)(?: the)? (.*)$", r"../\1"),
    repair(r"^(?:from|since|after|not before|starting|starting in|as of|at the earliest)(?: the)? ([^ ]*)$", r"\1/.."),
    repair(r"^(?:between|from) (\S+) (?:and|to) (\S+)$", r"\1/\2"),
    # One of two years lies between them as far as anybody can tell.
    repair(r"^([0-9]{4}) or ([0-9]{4})$", r"\1/\2"),
    repair(r"^([0-9]{4}) ?[-–—] ?([0-9]{4})$", r"\1/\2"),
    repair(r"(?<=[0-9?~%]) ?(?: to | until |[–—〜～]) ?(?=[0-9J])", "/"),
    repair(r" ?/ ?", "/"),
)
