"""What search knows: one entry for every page that a reader may look for, and the kinds that entries are of."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.routes import ARTICLES, CONFLICTS, MONEY, PUBLISHERS, SOURCES, TIMELINE, PagePath, list_page
from briefing.views.base.context import Context
from briefing.views.base.features import has_japanese_names
from briefing.views.search.entries import SearchEntry, SearchNames
from briefing.views.search.record_entries import article_entry, publisher_entry, subject_entry
from briefing.views.search.written_pages import explaining_pages, written_pages

HUBS = {"timeline": TIMELINE, "money": MONEY, "conflicts": CONFLICTS, "sources": SOURCES}
"""The lists over the whole briefing: the folder of each by its label."""


@dataclass(frozen=True, slots=True)
class SearchKind:
    """A kind of entry, and the page that lists all of them."""

    name: str
    label: str
    plural: str
    page: PagePath | None


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """All entries with their kinds; ``japanese`` tells whether any name is, so that the window explains kana."""

    language: str
    kinds: tuple[SearchKind, ...]
    entries: tuple[SearchEntry, ...]
    japanese: bool = False


def view_search(context: Context) -> SearchIndex:
    """Return everything that search may find."""
    # Where a page written by hand is in the way of one of the data, that of the data comes first and stays.
    entries: dict[PagePath, SearchEntry] = {}
    for entry in _entries(context):
        entries.setdefault(entry.page, entry)
    return SearchIndex(
        language=context.data.briefing.language,
        kinds=tuple(search_kinds(context)),
        entries=tuple(entries.values()),
        japanese=has_japanese_names(context.data),
    )


def search_kinds(context: Context) -> Iterator[SearchKind]:
    """Yield the kinds of entries: those of subjects, articles, publishers, and all other pages as one."""
    for kind in context.filled_kinds():
        yield SearchKind(kind.name, kind.label, kind.label_plural, list_page(kind.folder))
    for name, folder in (("article", ARTICLES), ("publisher", PUBLISHERS)):
        yield SearchKind(name, context.labels.say(f"search-{name}"), context.labels.say(folder), list_page(folder))
    yield SearchKind("page", context.labels.say("search-page"), context.labels.say("search-pages"), None)


def _entries(context: Context) -> Iterator[SearchEntry]:
    for subject in context.data.subjects.values():
        yield subject_entry(context, subject)
    for article in context.data.articles.values():
        yield article_entry(context, article)
    for publisher in context.data.publishers.values():
        yield publisher_entry(context, publisher)
    for label, folder in HUBS.items():
        # The folder is a name, too: readers may know the word from the address.
        yield SearchEntry(list_page(folder), "page", SearchNames(context.labels.say(label), aliases=(folder,)), "")
    yield from explaining_pages(context)
    yield from written_pages(context)
