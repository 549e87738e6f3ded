"""What a briefing makes use of, so that its pages explain that and nothing else: Japanese names, fiscal years."""

from briefing.dataset.linked.records import Dataset
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate


def has_japanese_names(data: Dataset) -> bool:
    """Return whether the briefing, a subject or a publisher has a name in Japanese."""
    subjects = (subject.name for subject in data.subjects.values())
    publishers = (publisher.name for publisher in data.publishers.values())
    return any(name.ja or name.reading for name in (data.briefing.name, *subjects, *publishers))


def has_fiscal_years(data: Dataset) -> bool:
    """Return whether a date of the data is a Japanese fiscal year."""
    return any(date.fiscal for claim in data.claims.values() for date in _dates(claim))


def _dates(claim: Claim) -> list[PartialDate]:
    stated = (claim.value, claim.period, claim.when, claim.as_of)
    return [date for date in stated if isinstance(date, PartialDate)]
