"""The list of all sources: every article, the newest first, and what the articles cite."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model.records import Article, Citation
from briefing.routes import SOURCES, list_page
from briefing.views.base.context import Context
from briefing.views.base.head import Head, Pager
from briefing.views.base.paging import split_by_weight
from briefing.views.base.tokens import FileLink, PageLink
from briefing.views.pages.article_list import SOURCE_FACETS
from briefing.views.pages.citations import CitedRow, view_citation
from briefing.views.pages.paged_list import PagedList
from briefing.views.parts.article_flags import machine_note
from briefing.views.parts.article_links import article_link, newest_first
from briefing.views.parts.coverage import SourceRow, view_source, weigh_source
from briefing.views.parts.facets import Facet, facet_heads
from briefing.views.parts.references import cite_sources
from briefing.views.pictures.coverage_chart import view_coverage_picture
from briefing.views.pictures.picture import Picture


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A reference that is known only through the article that names it."""

    cited: CitedRow
    article: PageLink


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """One page of the list of sources; what is only cited stands on the first."""

    head: Head
    rows: tuple[SourceRow, ...]
    review: str
    cited: tuple[CitedSource, ...]
    pager: Pager
    facets: tuple[Facet, ...]
    files: tuple[FileLink, ...]
    picture: Picture | None = None


def view_sources(context: Context) -> tuple[SourcesPage, ...]:
    """Return the pages that list every article as a source, and what they cite."""
    # One order for both lists: what an article cites is found where the article is.
    articles = newest_first(context.data.articles.values())
    rows = [_source_row(context, article) for article in articles]
    description = context.labels.say("sources-description", n=len(rows))
    paged = PagedList(context, context.labels.say("sources"), description, SOURCES, split_by_weight(rows, weigh_source))
    # A briefing without articles has one page all the same, and it is empty.
    first = _first_page(context, paged, articles)
    return first, *(_sources_page(context, paged, number) for number in paged.numbers[1:])


def _first_page(context: Context, paged: PagedList[SourceRow], articles: Iterable[Article]) -> SourcesPage:
    return _sources_page(
        context,
        paged,
        1,
        cited=tuple(_cited_sources(context, articles)),
        picture=view_coverage_picture(context, list_page(SOURCES)),
    )


def _sources_page(
    context: Context,
    paged: PagedList[SourceRow],
    number: int,
    cited: tuple[CitedSource, ...] = (),
    picture: Picture | None = None,
) -> SourcesPage:
    return SourcesPage(
        head=paged.head(number),
        rows=paged.rows(number),
        review=machine_note(context, context.data.articles.values()),
        cited=cited,
        pager=paged.pager(number),
        facets=facet_heads(context, *SOURCE_FACETS),
        files=cite_sources(context),
        picture=picture,
    )


def _source_row(context: Context, article: Article) -> SourceRow:
    return view_source(context, article, len(context.articles.claims.get(article.id, ())))


def _cited_sources(context: Context, articles: Iterable[Article]) -> Iterable[CitedSource]:
    for article in articles:
        link = article_link(context, article.id)
        for citation in sorted(article.cites, key=_by_date):
            yield CitedSource(view_citation(context, citation), link)


def _by_date(citation: Citation) -> tuple[str, str]:
    # A citation without a date comes first, and the id decides between those of one day.
    printed = citation.published.printed if citation.published else ""
    return printed, citation.id
