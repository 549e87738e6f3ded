"""A date as a sentence prints it, with the literal that data files have for it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from briefing.drafting.literals.publication import PublicationDate
from briefing.model.date_points import MONTHS
from briefing.model.dates import PartialDate, parse_date

YEAR = r"(?:19|20)\d\d"

_MONTH_NUMBERS = {month[:3]: number for number, month in enumerate(MONTHS, 1)}


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date of a sentence; ``literal`` is None where it cannot be counted back, ``how`` says how it was.

    ``opener`` is by, from, since or nothing; ``span`` tells a stretch of time from a point.
    """

    literal: str | None
    start: int
    end: int
    wording: str
    how: str = ""
    opener: str = ""
    span: bool = False


@dataclass(frozen=True, slots=True)
class DateContext:
    """What a date may be counted from: its sentence, the day of publication, and whose fiscal years are meant."""

    text: str
    publication: PublicationDate
    fiscal: bool
    """Whether a fiscal year is Japan's, where the text does not say so."""


Reader = Callable[[re.Match[str], DateContext], DateMention | None]
"""Makes a date of what its pattern matched; None where the calendar has no such day."""


def date_of_match(
    match: re.Match[str], literal: str | None, how: str = "", *, span: bool = False
) -> DateMention | None:
    """Return a date whose wording is what a pattern matched, or None where its literal is no date."""
    if literal is not None and not isinstance(parse_date(literal), PartialDate):
        return None
    return DateMention(literal, match.start(), match.end(), match[0], how, span=span)


def month_number(name: str) -> int:
    """Return 1 to 12 for the English name of a month or its first three letters."""
    return _MONTH_NUMBERS[name[:3]]
