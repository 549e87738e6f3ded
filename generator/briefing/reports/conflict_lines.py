"""Conflicts as lines of a report on changes."""

from collections.abc import Iterable, Mapping

from briefing import routes
from briefing.dataset.linked.records import Conflict, Dataset
from briefing.reports.change_line import Line
from briefing.views.base.finding_pages import find_finding_pages


def conflict_urls(dataset: Dataset) -> dict[str, str]:
    """Return the address of every conflict that a page shows, by its key."""
    return {key: f"{routes.url(page)}#{key}" for key, page in find_finding_pages(dataset).items()}


def conflict_lines(conflicts: Iterable[Conflict], urls: Mapping[str, str]) -> tuple[Line, ...]:
    """Return a line for each conflict; one that ``urls`` lacks leads to no page."""
    return tuple(_conflict_line(conflict, urls.get(conflict.key)) for conflict in conflicts)


def _conflict_line(conflict: Conflict, url: str | None) -> Line:
    return Line(f"{conflict.rule}: {conflict.message}", url)
