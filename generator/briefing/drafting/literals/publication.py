"""When an article appeared: the day from which its relative dates are counted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from briefing.model.dates import PartialDate, parse_date


@dataclass(frozen=True, slots=True)
# A text may be undated but for its month; what both ends agree on can still be counted.
class PublicationDate:
    """The first and last day on which the text can have appeared."""

    first: date
    last: date
    text: str

    def settle(self, reckon: Callable[[date], str]) -> str | None:
        """Return what ``reckon`` makes of both days, or None where it differs."""
        # Where a whole month is given as the day of publication, its ends may disagree on the last week or year.
        literal = reckon(self.first)
        if literal != reckon(self.last):
            return None
        return literal


def parse_publication_date(text: str) -> PublicationDate | None:
    """Read the day, month or interval of publication; None where it is open or no date."""
    parsed = parse_date(text)
    if not isinstance(parsed, PartialDate):
        return None
    # "Last month" can only be counted from a time that has two ends.
    if parsed.earliest is None or parsed.latest is None:
        return None
    return PublicationDate(parsed.earliest, parsed.latest, text)
