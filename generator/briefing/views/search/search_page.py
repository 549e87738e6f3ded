"""The page of the search: the lists that hold every page, for those who cannot use the field; scripts add the field."""

from dataclasses import dataclass

from briefing.routes import SEARCH, list_page
from briefing.views.base.context import Context
from briefing.views.base.features import has_japanese_names
from briefing.views.base.head import Head
from briefing.views.base.tokens import PageLink
from briefing.views.search.index import HUBS, search_kinds


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The page of the search; ``indexes`` lead to the lists."""

    head: Head
    note: str
    indexes: tuple[PageLink, ...]


def view_search_page(context: Context) -> SearchPage:
    """Return the page that search and those who cannot use it start from."""
    suffix = _suffix(context)
    return SearchPage(_head(context, suffix), context.labels.say(f"search-page-note{suffix}"), _lists(context))


def _suffix(context: Context) -> str:
    # Kana are explained only where names have any.
    return "-ja" if has_japanese_names(context.data) else ""


def _head(context: Context, suffix: str) -> Head:
    title = context.labels.say("search")
    description = context.labels.say(f"search-description{suffix}", briefing=context.data.briefing.name.en)
    return Head(SEARCH, title, title, description)


def _lists(context: Context) -> tuple[PageLink, ...]:
    kinds = [PageLink(kind.plural, kind.page) for kind in search_kinds(context) if kind.page]
    hubs = [PageLink(context.labels.say(label), list_page(folder)) for label, folder in HUBS.items()]
    return (*kinds, *hubs)
