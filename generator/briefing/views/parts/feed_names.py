"""Which feed follows what a page is about; the feed of the whole briefing is every page's."""

from collections.abc import Mapping

from briefing.dataset.linked.records import Dataset
from briefing.routes import CONFLICTS, CORRECTIONS, list_page, subject_feed, subject_page, url

FEEDS = ALL, DISPUTES, CORRECTED = "all", "disputes", "corrections"
"""The names of the feeds over the whole briefing."""


def name_feeds(data: Dataset) -> Mapping[str, str]:
    """Return the names of feeds by the address of the page that each follows, that of the whole briefing left out."""
    names = {url(list_page(CONFLICTS)): DISPUTES, url(list_page(CORRECTIONS)): CORRECTED}
    for subject in data.subjects.values():
        kind = data.registry.kinds[subject.kind]
        names[url(list_page(kind.folder))] = kind.folder
        names[url(subject_page(kind, subject.id))] = subject_feed(kind, subject.id)
    return names
