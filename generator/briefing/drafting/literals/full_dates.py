"""Dates that a text prints in full: days, months, years, fiscal years and decades, in both scripts."""

import re

from briefing.drafting.literals.printed_date import YEAR, DateContext, DateMention, Reader, date_of_match, month_number
from briefing.model.date_points import MONTHS

_MONTH = "|".join(MONTHS) + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"


def _read_day(match: re.Match[str], _context: DateContext) -> DateMention | None:
    """Read "April 10, 2026" and "10 April 2026"."""
    return date_of_match(match, f"{match['year']}-{month_number(match['month']):02}-{int(match['day']):02}")


def _read_month(match: re.Match[str], _context: DateContext) -> DateMention | None:
    """Read "Sept. 2026"."""
    return date_of_match(match, f"{match['year']}-{month_number(match['month']):02}")


def _read_iso(match: re.Match[str], _context: DateContext) -> DateMention | None:
    """Read 2026-05 and 2026-05-20, which are literals already."""
    return date_of_match(match, match[0])


def _read_kanji(match: re.Match[str], _context: DateContext) -> DateMention | None:
    """Read 2027年, 2027年4月 and 2027年4月1日."""
    finer = [f"{int(part):02}" for part in match.group("month", "day") if part]
    return date_of_match(match, "-".join([match["year"], *finer]))


def _read_fiscal_year(match: re.Match[str], context: DateContext) -> DateMention | None:
    """Read "fiscal 2028", "FY2030", 2027年度."""
    # 年度 is the fiscal year of Japan by itself; "fiscal 2028" is that of whoever is spoken of.
    if context.fiscal or "年度" in match[0]:
        return date_of_match(match, f"JFY{match['year']}")
    return date_of_match(match, match["year"], "the fiscal year read as a plain year")


def _read_decade(match: re.Match[str], _context: DateContext) -> DateMention | None:
    """Read "the 1980s" as an interval of ten years."""
    return date_of_match(match, f"{match['year']}/{int(match['year']) + 9}", span=True)


def read_year(match: re.Match[str], _context: DateContext) -> DateMention | None:
    """Read a year that stands alone."""
    return date_of_match(match, match["year"])


FULL_DATES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (re.compile(r"\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?\b(?![-/]\d)"), _read_iso),
    (re.compile(rf"\b(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>{YEAR})\b"), _read_day),
    (re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTH}),? (?P<year>{YEAR})\b"), _read_day),
    (re.compile(rf"\b(?P<month>{_MONTH})\.?(?: of|,)? (?P<year>{YEAR})\b"), _read_month),
    (re.compile(rf"(?:\b(?:fiscal(?: year)?|FY|JFY) ?|)(?P<year>{YEAR})(?:年度)"), _read_fiscal_year),
    (re.compile(rf"\b(?:fiscal(?: year)?|FY|JFY) ?(?P<year>{YEAR})\b"), _read_fiscal_year),
    (re.compile(rf"(?P<year>{YEAR})年(?:(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>[0-3]?\d)日)?)?"), _read_kanji),
    (re.compile(r"\bthe (?P<year>(?:19|20)\d0)s\b"), _read_decade),
)
"""Patterns of full dates with what reads them, the finer before the coarser that are parts of them."""
