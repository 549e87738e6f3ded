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


def view_search_page(ctx: Context) -> SearchPage:
    """Return the page that search and those who cannot use it start from."""
    suffix = _suffix(ctx)
    return SearchPage(_head(ctx, suffix), ctx.labels.say(f"search-page-note{suffix}"), _lists(ctx))


def _suffix(ctx: Context) -> str:
    # Kana are explained only where names have any.
    return "-ja" if has_japanese_names(ctx.data) else ""


def _head(ctx: Context, suffix: str) -> Head:
    title = ctx.labels.say("search")
    description = ctx.labels.say(f"search-description{suffix}", briefing=ctx.data.briefing.name.en)
    return Head(SEARCH, title, title, description)


def _lists(ctx: Context) -> tuple[PageLink, ...]:
    kinds = [PageLink(kind.plural, kind.page) for kind in search_kinds(ctx) if kind.page]
    hubs = [PageLink(ctx.labels.say(label), list_page(folder)) for label, folder in HUBS.items()]
    return (*kinds, *hubs)
