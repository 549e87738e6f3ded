"""Which feed follows what a page is about; the feed of the whole briefing is every page's."""

from collections.abc import Mapping

from briefing.routes import CONFLICTS, CORRECTIONS, PagePath, list_page, subject_feed
from briefing.views.base.context import Context

FEEDS = ALL, DISPUTES, CORRECTED = "all", "disputes", "corrections"
"""The names of the feeds over the whole briefing."""


def name_feeds(context: Context) -> Mapping[PagePath, str]:
    """Return the names of feeds by the page that each follows."""
    names = {list_page(CONFLICTS): DISPUTES, list_page(CORRECTIONS): CORRECTED}
    for kind in context.filled_kinds():
        names[list_page(kind.folder)] = kind.folder
    for subject in context.data.subjects:
        names[context.page(subject)] = subject_feed(context.kind(subject), subject)
    return names
