"""Usual ways to write a date that the grammar does not know, and what they stand for; only used to word a hint."""

import re

from generator.model.malformed import Repair
from generator.model.repairs import repair

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_PARTS = {"q1": "01 03", "q2": "04 06", "q3": "07 09", "q4": "10 12", "h1": "01 06", "h2": "07 12"}


def _month(name: str) -> str:
    return f"{_MONTHS.index(name[:3].lower()) + 1:02}"


def _day_month_year(found: re.Match[str]) -> str:
    return f"{found[3]}-{_month(found[2])}-{int(found[1]):02}"


def _month_day_year(found: re.Match[str]) -> str:
    return f"{found[3]}-{_month(found[1])}-{int(found[2]):02}"


def _month_year(found: re.Match[str]) -> str:
    return f"{found[2]}-{_month(found[1])}"


def _numbers(found: re.Match[str]) -> str:
    return "-".join([found[1], *(f"{int(part):02}" for part in found.groups()[1:] if part)])


def _era(found: re.Match[str]) -> str:
    year = 1 if found[2] == "元" else int(found[2])
    return f"{_ERAS[found[1]] + year}年"


def _season(found: re.Match[str]) -> str:
    return f"{found[2]}-{_SEASONS[found[1].lower()]}"


def _part_of_year(year: str, part: str) -> str:
    first, last = _PARTS[part.lower()].split()
    return f"{year}-{first}/{year}-{last}"


DATE_REPAIRS: tuple[Repair, ...] = (
    repair(r"(令和|平成|昭和)([0-9]{1,2}|元)年", _era),
    repair(r"([0-9]{4})年度", r"JFY\1"),
    repair(r"([0-9]{4})年(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?", _numbers),
    repair(r"\bJ?FY[ -]?([0-9]{4})(?:[/-][0-9]{2})?(?![0-9])", r"JFY\1"),
    repair(r"\b(?:fiscal(?: year)?) ([0-9]{4})\b", r"JFY\1"),
    repair(r"\b(JFY[0-9]{4})[ -]?([HQ][1-4])\b", lambda found: f"{found[1]} {found[2].upper()}"),
    repair(r"\b([0-9]{1,2})(?:st|nd|rd|th)? " + _MONTH + r",? ([0-9]{4})\b", _day_month_year),
    repair(r"\b" + _MONTH + r" ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})\b", _month_day_year),
    repair(r"\b" + _MONTH + r",? ([0-9]{4})\b", _month_year),
    repair(r"\b(spring|summer|autumn|fall|winter)(?: of)? ([0-9]{4})\b", _season),
    repair(r"^([0-9]{4})[/.-]([0-9]{1,2})(?:[/.-]([0-9]{1,2}))?$", _numbers),
    repair(r"^([0-9]{4})([0-9]{2})([0-9]{2})$", _numbers),
    repair(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.Z+-]+$", r"\1"),
    repair(r"(?<!JFY)\b([0-9]{4})[ -]?(H[12]|Q[1-4])\b", lambda found: _part_of_year(found[1], found[2])),
    repair(r"^(H[12]|Q[1-4])[ -]([0-9]{4})\b", lambda found: _part_of_year(found[2], found[1])),
    repair(r"\b([0-9]{3})0s\b", r"\1X"),
    repair(r"(?<=[0-9])x+\b", lambda found: found[0].upper()),
    repair(r"^(?:[~≈]|about|around|approximately|circa|c\.|ca\.) ?(.*?)$", r"\1~"),
    repair(r"(?<=[0-9]) (?=[?~%])", ""),
    repair(r"^(?:by|before|until|till|up to) (.*)$", r"../\1"),
    repair(r"^(?:from|since|after|not before|starting) ([^ ]*)$", r"\1/.."),
    repair(r"^([0-9]{4}) ?[-–—] ?([0-9]{4})$", r"\1/\2"),
    repair(r"(?<=[0-9?~%]) ?(?: to | until |[–—〜～]) ?(?=[0-9J])", "/"),
    repair(r" ?/ ?", "/"),
    repair(r"(?:early|mid|late|end of|beginning of|start of|the end of)[ -](?=[0-9])", ""),
)
