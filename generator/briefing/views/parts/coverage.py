"""Which articles speak of a subject, and what they are: publisher, grade and why, date, origin and copies."""

from dataclasses import dataclass

from briefing.model.records import Article
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.paging import LINK_WEIGHT, weigh_prose
from briefing.views.base.tokens import PageLink, Prose, WebLink, mark_japanese, plain
from briefing.views.labels.languages import language_name
from briefing.views.parts.article_flags import row_flag
from briefing.views.parts.article_links import brief_article_link, newest_first, publisher_link
from briefing.views.parts.facets import Facet, date_key, facet, years
from briefing.views.parts.origins import origin_name

_ROW_WEIGHT = 60


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One article as a source; ``copies`` are other articles of the same origin."""

    link: PageLink
    title: Prose
    publisher: Prose
    grade: str
    why: str
    published: str
    published_key: str
    language: str
    form: str
    address: WebLink | None
    origin: Prose
    copies: tuple[PageLink, ...]
    claims: int
    flag: str
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One article with what it says in a sentence of ours."""

    link: PageLink
    published: str
    form: str
    summary: Prose
    claims: int
    flag: str


def weigh_source(row: SourceRow) -> int:
    """Return what a row of a list of sources weighs."""
    return _ROW_WEIGHT + weigh_prose(row.title) + LINK_WEIGHT * len(row.copies)


def view_source(context: Context, article: Article, claims: int) -> SourceRow:
    """Return the row of an article in a list of sources."""
    publisher = publisher_link(context, article)
    form = context.labels.word("form", article.form)
    language = language_name(article.language)
    return SourceRow(
        link=brief_article_link(context, article.id),
        title=mark_japanese(article.title or ""),
        publisher=publisher,
        grade=article.grade.letter,
        why=article.grade.why,
        published=article.published.label,
        published_key=date_key(article.published),
        language=language,
        form=form,
        address=WebLink(context.labels.say("original"), article.url) if article.url else None,
        origin=mark_japanese(origin_name(context, article.origin)),
        copies=copies_of(context, article),
        claims=claims,
        flag=row_flag(context, article),
        facets=(
            facet("publisher", [plain(publisher)]),
            facet("year", years(article.published)),
            facet("grade", [article.grade.letter]),
            facet("form", [form]),
            facet("language", [language]),
        ),
    )


def copies_of(context: Context, article: Article) -> tuple[PageLink, ...]:
    """Return the other articles that copy the same original."""
    # An article is among those of its own origin.
    siblings = newest_first(context.articles.by_origin[article.origin])
    return tuple(brief_article_link(context, sibling.id) for sibling in siblings if sibling.id != article.id)


def view_coverage(context: Context, article: Article, claims: int, linker: Linker) -> CoverageRow:
    """Return the row of an article among those that speak of a subject."""
    text = article.summary.bottom_line if article.summary else None
    return CoverageRow(
        link=brief_article_link(context, article.id),
        published=article.published.label,
        form=context.labels.word("form", article.form),
        summary=linker.prose(text),
        claims=claims,
        flag=row_flag(context, article),
    )


def all_coverage(context: Context) -> tuple[CoverageRow, ...]:
    """Return every article with what it says, newest first."""
    rows: list[CoverageRow] = []
    for article in newest_first(context.data.articles.values()):
        claims = context.articles.claims.get(article.id, ())
        # Every row links its names anew: readers filter the list, so that none stands first.
        rows.append(view_coverage(context, article, len(claims), Linker(context)))
    return tuple(rows)
