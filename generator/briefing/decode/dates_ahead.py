"""as-of-behind: dates of what has been done, by us or by a publisher, that lie after the day that counts as today."""

from collections.abc import Iterator
from typing import NamedTuple

from briefing.decode.reading.content import Fields, ScalarText
from briefing.decode.reading.raw_data import RawData
from briefing.diagnostics.diagnostic import Diagnostic, warning
from briefing.model.dates import PartialDate, parse_date


class _Act(NamedTuple):
    """Fields, which of them holds a date, and the words that the date completes."""

    fields: Fields
    name: str
    words: str


def find_dates_ahead(raw: RawData, today: PartialDate) -> Iterator[Diagnostic]:
    """Yield every date of an act that begins only after today."""
    for act in _acts(raw):
        scalar = act.fields.scalar(act.name)
        if scalar:
            yield from _check_act(act, scalar, today)


def _check_act(act: _Act, scalar: ScalarText, today: PartialDate) -> Iterator[Diagnostic]:
    date = _parse_day(scalar)
    if date and _begins_after(date, today):
        message = f"{act.words} {date.label}, and the briefing is as of {today.label}"
        hint = f"raise as_of in briefing.yml, or correct {act.name}"
        yield warning("as-of-behind", scalar.span, message, hint)


def _begins_after(date: PartialDate, today: PartialDate) -> bool:
    """Return whether not even the first day of a date has come."""
    # A date of a whole year or month may have begun already, and is then no mistake.
    first_day = date.first_day
    return first_day is not None and today.latest is not None and first_day > today.latest


def _parse_day(scalar: ScalarText) -> PartialDate | None:
    if scalar.date:
        return scalar.date
    # The month of a rate is read as text, all others as dates.
    date = parse_date(scalar.text)
    if isinstance(date, PartialDate):
        return date
    return None


def _acts(raw: RawData) -> Iterator[_Act]:
    """Yield every date on which something has been done, and so lies in the past."""
    for article in raw.articles.values():
        yield from _acts_of_article(article.fields)
    for subject in raw.subjects.values():
        yield from _acts_of_subject(subject.fields)
    for correction in raw.corrections:
        yield _Act(correction, "date", "the correction is of")
    for rate in raw.rates:
        yield _Act(rate, "month", "the rate is of")


def _acts_of_article(fields: Fields) -> Iterator[_Act]:
    yield _Act(fields, "published", "the article is of")
    yield _Act(fields, "accessed", "the article was read on")
    yield _Act(fields.inner("review"), "date", "the article was reviewed on")


def _acts_of_subject(fields: Fields) -> Iterator[_Act]:
    yield _Act(fields, "last_verified", "the page was verified on")
    for judgement in fields.records("judgements"):
        yield _Act(judgement, "decided", "the judgement was decided on")
    for outcome in fields.records("outcomes"):
        yield _Act(outcome, "checked", "the outcome was checked on")
