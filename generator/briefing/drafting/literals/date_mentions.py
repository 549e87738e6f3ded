"""Dates in running text, as literals: plain ones as printed, relative ones counted back from the day of publication."""

import re
from dataclasses import replace

from briefing.drafting.literals.full_dates import FULL_DATES, read_year
from briefing.drafting.literals.printed_date import YEAR, DateContext, DateMention
from briefing.drafting.literals.publication import PublicationDate
from briefing.drafting.literals.relative_dates import RELATIVE_DATES
from briefing.drafting.text.keywords import Keywords
from briefing.drafting.text.stretches import is_taken

_OPENERS = Keywords(
    (
        ("by", r"\b(?:by|no later than)(?: the end of)? $"),
        ("from", r"\b(?:from|starting(?: in)?|beginning(?: in)?|as of) $"),
        ("since", r"\bsince $"),
    )
)
# Japanese puts its "by" behind the date.
_BY_BEHIND = re.compile(r"\s?年?度?末?(?:まで|までに)")
_YEAR_ALONE = re.compile(rf"(?<![\w$¥€£./-])(?P<year>{YEAR})\b(?![-/.]\d|年)")

# A year alone comes last, for it is a part of nearly every other date.
_READERS = (*FULL_DATES, *RELATIVE_DATES, (_YEAR_ALONE, read_year))


def find_date_mentions(text: str, publication: PublicationDate, *, fiscal: bool = False) -> tuple[DateMention, ...]:
    """Return the dates of a sentence from left to right; ``fiscal`` years are Japan's where it says so."""
    context = DateContext(text, publication, fiscal)
    dates: list[DateMention] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            # What an earlier pattern took is closed to the coarser ones behind it.
            if is_taken(match.start(), match.end(), dates):
                continue
            date = read(match, context)
            if date is not None:
                dates.append(date)
    return tuple(_with_opener(text, date) for date in sorted(dates, key=lambda date: date.start))


def _with_opener(text: str, date: DateMention) -> DateMention:
    """Turn a date with "by" beside it into an end; "from" leaves it as it is, for a step begins there."""
    ending = _ending_by(date.literal)
    opening = next(_OPENERS.matches(text[: date.start]), None)
    if opening is not None:
        opener, match = opening
        wording = text[match.start() : date.end]
        literal = {"by": ending}.get(opener, date.literal)
        return replace(date, literal=literal, start=match.start(), wording=wording, opener=opener)
    # A date that is an interval already has an end of its own.
    if ending != date.literal and _BY_BEHIND.match(text[date.end :]):
        return replace(date, literal=ending, opener="by")
    return date


def _ending_by(literal: str | None) -> str | None:
    """Return the open interval that ends with a date; intervals stay as they are."""
    if literal is None or "/" in literal:
        return literal
    return f"../{literal}"
