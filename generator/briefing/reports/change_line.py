"""One line of a report on changes, whatever it is about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that changed: its words, and the page that shows it, where there is one."""

    text: str
    page: str | None = None
