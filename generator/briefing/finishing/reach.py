"""How readers get about in a site: the pages that no way leads to from the home page, and the far ones."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping

from briefing.finishing.addresses import Site
from briefing.finishing.link_kinds import followed
from briefing.finishing.page import Page
from briefing.finishing.problem import Problem

HOME = "index.html"
CLICKS = 3
"""Clicks within which every subject lies from the home page."""


def find_unreached(
    site: Site, pages: Mapping[str, Page], readable: Iterable[str], subjects: Iterable[str]
) -> Iterator[Problem]:
    """Find readable pages that no way leads to from the home page, and subjects to which the way is long.

    ``readable`` and ``subjects`` are paths of pages.
    """
    if HOME not in pages:
        yield Problem(HOME, "home-missing", "there is no home page")
        return
    clicks = _count_clicks(site, pages)
    for path in sorted(set(readable) - clicks.keys()):
        yield Problem(path, "page-orphaned", "no way leads here from the home page")
    yield from _find_far_subjects(subjects, clicks)


def _find_far_subjects(subjects: Iterable[str], clicks: Mapping[str, int]) -> Iterator[Problem]:
    """Find the subjects to which it takes too many clicks."""
    for path in subjects:
        # One that cannot be reached at all is an orphan, and told as that.
        if clicks.get(path, 0) > CLICKS:
            yield Problem(path, "subject-far", f"it takes {clicks[path]} clicks from the home page")


def _count_clicks(site: Site, pages: Mapping[str, Page]) -> dict[str, int]:
    """Return the fewest clicks from the home page to every page that can be reached from it."""
    clicks = {HOME: 0}
    queue = deque([HOME])
    while queue:
        path = queue.popleft()
        for file in followed(site, pages[path]):
            if file not in clicks and file in pages:
                clicks[file] = clicks[path] + 1
                queue.append(file)
    return clicks
