"""When an article appeared: the day from which its relative dates are counted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from briefing.model.dates import PartialDate, parse_date


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """The first and last day on which the text can have appeared."""

    first: date
    last: date
    text: str

    def settle(self, reckon: Callable[[date], str]) -> str | None:
        """Return what ``reckon`` makes of both days, or None where it differs."""
        literal = reckon(self.first)
        if literal != reckon(self.last):
            return None
        return literal


def parse_publication_date(text: str) -> PublicationDate | None:
    """Read the day, month or interval of publication; None where it is open or no date."""
    parsed = parse_date(text)
    if isinstance(parsed, PartialDate) and parsed.earliest and parsed.latest:
        return PublicationDate(parsed.earliest, parsed.latest, text)
    return None
