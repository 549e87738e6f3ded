"""as-of-behind: dates of what has been done, by us or by a publisher, that lie after the day that counts as today."""

from collections.abc import Iterator

from briefing.decode.reading.content import Fields, ScalarText
from briefing.decode.reading.raw_data import RawData
from briefing.diagnostics.diagnostic import Diagnostic, warning
from briefing.model.dates import PartialDate, parse_date

Act = tuple[Fields | None, str, str]
"""Fields, which of them holds a date, and the words that the date completes."""


def find_dates_ahead(raw: RawData, today: PartialDate) -> Iterator[Diagnostic]:
    """Yield every date of an act that begins only after today."""
    for fields, name, words in _dates(raw):
        read = fields.scalar(name) if fields else None
        moment = _moment(read) if read else None
        day = moment.first_day if moment else None
        if read and moment and day and today.latest and day > today.latest:
            message = f"{words} {moment.label}, and the briefing is as of {today.label}"
            yield warning("as-of-behind", read.span, message, f"raise as_of in briefing.yml, or correct {name}")


def _moment(read: ScalarText) -> PartialDate | None:
    # The month of a rate is read as text, all others as dates.
    value = read.value if isinstance(read.value, PartialDate) else parse_date(read.text)
    return value if isinstance(value, PartialDate) else None


def _dates(raw: RawData) -> Iterator[Act]:
    for article in raw.articles.values():
        yield article.fields, "published", "the article is of"
        yield article.fields, "accessed", "the article was read on"
        yield article.fields.record("review"), "date", "the article was reviewed on"
    for subject in raw.subjects.values():
        yield subject.fields, "last_verified", "the page was verified on"
        for judgement in subject.fields.records("judgements"):
            yield judgement, "decided", "the judgement was decided on"
        for outcome in subject.fields.records("outcomes"):
            yield outcome, "checked", "the outcome was checked on"
    for correction in raw.corrections:
        yield correction, "date", "the correction is of"
    for rate in raw.rates:
        yield rate, "month", "the rate is of"
