"""The list of all articles, the newest first, each with what it says in a sentence of ours."""

from dataclasses import dataclass

from briefing.model.records import Article
from briefing.routes import ARTICLES
from briefing.views.base.context import Context
from briefing.views.base.head import Head, Pager
from briefing.views.base.linker import Linker
from briefing.views.base.paging import split_by_weight, weigh_prose
from briefing.views.base.tokens import Prose
from briefing.views.pages.lead_sentence import article_sentence
from briefing.views.pages.paged_list import PagedList
from briefing.views.parts.article_flags import machine_note
from briefing.views.parts.article_links import newest_first
from briefing.views.parts.coverage import SourceRow, view_source, weigh_source
from briefing.views.parts.facets import Facet, facet_heads

SOURCE_FACETS = ("publisher", "year", "grade", "form", "language")


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article of the list, with what it says in a sentence of ours."""

    source: SourceRow
    summary: Prose


@dataclass(frozen=True, slots=True)
class ArticlesPage:
    """One page of the list of articles, newest first."""

    head: Head
    rows: tuple[ArticleRow, ...]
    review: str
    pager: Pager
    facets: tuple[Facet, ...]


def view_articles(context: Context) -> tuple[ArticlesPage, ...]:
    """Return the pages that list the articles."""
    articles = newest_first(context.data.articles.values())
    rows = [_article_row(context, article) for article in articles]
    description = context.labels.say("articles-description", n=len(rows), briefing=context.data.briefing.name.en)
    paged = PagedList(context, context.labels.say("articles"), description, ARTICLES, split_by_weight(rows, _weigh))
    return tuple(_articles_page(context, paged, number) for number in paged.numbers)


def _articles_page(context: Context, paged: PagedList[ArticleRow], number: int) -> ArticlesPage:
    return ArticlesPage(
        head=paged.head(number),
        rows=paged.rows(number),
        # The note is on all articles, wherever in the list those stand that no person has reviewed.
        review=machine_note(context, context.data.articles.values()),
        pager=paged.pager(number),
        facets=facet_heads(context, *SOURCE_FACETS),
    )


def _weigh(row: ArticleRow) -> int:
    # The row of a source and the summary beside it.
    return weigh_source(row.source) + weigh_prose(row.summary)


def _article_row(context: Context, article: Article) -> ArticleRow:
    claim_count = len(context.articles.claims.get(article.id, ()))
    source = view_source(context, article, claim_count)
    # A linker for each row: rows are sorted and filtered, so that no row comes first.
    return ArticleRow(source, Linker(context).prose(article_sentence(article)))
