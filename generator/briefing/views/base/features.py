"""What a briefing makes use of, so that its pages explain that and nothing else: Japanese names, fiscal years."""

from collections.abc import Iterator

from briefing.dataset.linked.records import Dataset
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.records import Name


def has_japanese_names(data: Dataset) -> bool:
    """Return whether the briefing, a subject or a publisher has a name in Japanese."""
    return any(name.ja or name.reading for name in _names(data))


def _names(data: Dataset) -> Iterator[Name]:
    """Yield the names of all that has a page."""
    yield data.briefing.name
    for subject in data.subjects.values():
        yield subject.name
    for publisher in data.publishers.values():
        yield publisher.name


def has_fiscal_years(data: Dataset) -> bool:
    """Return whether a date of the data is a Japanese fiscal year, which begins in April."""
    return any(_has_fiscal_year(claim) for claim in data.claims.values())


def _has_fiscal_year(claim: Claim) -> bool:
    # Whichever of them names one, readers must know when it begins.
    stated = (claim.value, claim.period, claim.when, claim.as_of)
    return any(isinstance(date, PartialDate) and date.fiscal for date in stated)
