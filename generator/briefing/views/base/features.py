"""What a briefing makes use of, so that its pages explain that and nothing else: Japanese names, fiscal years."""

from collections.abc import Iterator

from briefing.dataset.linked.records import Dataset
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.records import Name


def has_japanese_names(data: Dataset) -> bool:
    """Return whether the briefing, a subject or a publisher has a name in Japanese."""
    return any(map(_is_japanese, _names(data)))


def _is_japanese(name: Name) -> bool:
    return bool(name.ja or name.reading)


def _names(data: Dataset) -> Iterator[Name]:
    """Yield the names of all that has a page."""
    yield data.briefing.name
    for subject in data.subjects.values():
        yield subject.name
    for publisher in data.publishers.values():
        yield publisher.name


def has_fiscal_years(data: Dataset) -> bool:
    """Return whether a date of the data is a Japanese fiscal year, which begins in April."""
    return any(map(_has_fiscal_year, data.claims.values()))


def _has_fiscal_year(claim: Claim) -> bool:
    # Whichever of them names one, readers must know when it begins.
    for date in (claim.value, claim.period, claim.when, claim.as_of):
        if isinstance(date, PartialDate) and date.fiscal:
            return True
    return False
