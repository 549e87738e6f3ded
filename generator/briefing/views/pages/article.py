"""The pages of an article: what it is, what it says in order of its paragraphs, and what was left out and why.

Its own page has all but claims that it has no room for, which stand on further pages.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model.claims import Claim
from briefing.model.ids import ArticleId
from briefing.model.records import Article
from briefing.routes import ARTICLES, CLAIMS, article_page, list_page
from briefing.views.base.context import Context
from briefing.views.base.head import Head, Pager
from briefing.views.base.linker import Linker
from briefing.views.base.shortening import shorten
from briefing.views.base.tokens import PageLink, Prose, mark_japanese
from briefing.views.pages.article_claims import ClaimPart, view_claim_parts
from briefing.views.pages.citations import CitedRow, view_citation
from briefing.views.pages.lead_sentence import article_sentence
from briefing.views.pages.paged_list import pager_of
from briefing.views.parts.article_flags import review_flag
from briefing.views.parts.coverage import SourceRow, view_source
from briefing.views.parts.references import Cite, cite_article
from briefing.views.parts.sources import SourceRef, paragraph, refs_of_keys

_TITLE_LENGTH = 90
"""A longer headline is cut in the title of the page; the heading has all of it."""


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence of a summary with the claims that carry it."""

    text: Prose
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Paragraphs that are no part of the article, and why."""

    paragraph: str
    why: str


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """All that the page of an article may show."""

    head: Head
    source: SourceRow
    flag: str
    open_conflicts: int
    author: Prose
    published_basis: str
    review_note: str
    note: Prose
    bottom_line: Prose
    points: tuple[Point, ...]
    limits: tuple[Prose, ...]
    claims: tuple[ClaimPart, ...]
    pager: Pager
    left_out: tuple[LeftOut, ...]
    cited: tuple[CitedRow, ...]
    cite: Cite


@dataclass(frozen=True, slots=True)
class ArticleClaimsPage:
    """One page of the claims that the article's own page has no room for."""

    head: Head
    claims: tuple[ClaimPart, ...]
    pager: Pager


def view_article(context: Context, name: ArticleId) -> ArticlePage:
    """Return the page of an article; its claims stand in the order of its paragraphs."""
    article = context.data.articles[name]
    claims = context.articles.claims.get(name, ())
    # One linker for the whole summary: a name is linked where the page first mentions it.
    linker = Linker(context)
    bottom_line = linker.prose(article_sentence(article))
    return ArticlePage(
        head=article_head(context, name),
        source=view_source(context, article, len(claims)),
        flag=review_flag(context, article),
        open_conflicts=_count_open(context, claims),
        author=mark_japanese(", ".join(article.author)),
        published_basis=article.published_basis or "",
        review_note=article.review_note or "",
        note=mark_japanese(article.note or ""),
        bottom_line=bottom_line,
        points=_points(context, article, linker),
        limits=_limits(article, linker),
        claims=_claims_of_page(context, article, 1),
        pager=_pager(context, name, 1),
        left_out=tuple(LeftOut(paragraph(exclusion.par), exclusion.why) for exclusion in article.exclude),
        cited=tuple(view_citation(context, citation) for citation in article.cites),
        cite=cite_article(context, name),
    )


def view_article_claims(context: Context, name: ArticleId, number: int) -> ArticleClaimsPage:
    """Return a further page of an article's claims; ``number`` counts from 2, after the article's own page."""
    return ArticleClaimsPage(
        head=article_heads(context, name)[number - 1],
        claims=_claims_of_page(context, context.data.articles[name], number),
        pager=_pager(context, name, number),
    )


def _claims_of_page(context: Context, article: Article, number: int) -> tuple[ClaimPart, ...]:
    return view_claim_parts(context, article, context.addresses.articles.parts[article.id][number - 1])


def _pager(context: Context, name: ArticleId, number: int) -> Pager:
    parts = context.addresses.articles.parts[name]
    return pager_of(f"{ARTICLES}/{name}", number, sum(map(len, parts)), len(parts))


def _points(context: Context, article: Article, linker: Linker) -> tuple[Point, ...]:
    if article.summary is None:
        return ()
    points = article.summary.points
    return tuple(Point(linker.prose(point.text), refs_of_keys(context, point.claims, article.id)) for point in points)


def _limits(article: Article, linker: Linker) -> tuple[Prose, ...]:
    if article.summary is None:
        return ()
    return tuple(linker.prose(limit) for limit in article.summary.limits)


def _count_open(context: Context, claims: Iterable[Claim]) -> int:
    # A conflict between two claims of one article is still one.
    keys: set[str] = set()
    for claim in claims:
        conflicts = context.findings.by_claim.get(claim.key, ())
        keys.update(conflict.key for conflict in conflicts if conflict.status == "open")
    return len(keys)


def article_head(context: Context, article_id: ArticleId) -> Head:
    """Return the head of an article's page, which can be had before any of its claims is worked out."""
    article = context.data.articles[article_id]
    dated_name = _dated_name(article.published.label, context.names.articles[article_id])
    return Head(
        article_page(article.id),
        article.title or dated_name,
        _full_title(article, dated_name),
        shorten(f"{dated_name}. {article_sentence(article)}"),
        (PageLink(context.labels.say("articles"), list_page(ARTICLES)),),
        "article",
    )


def article_heads(context: Context, article_id: ArticleId) -> tuple[Head, ...]:
    """Return the heads of all pages of an article, first that of its own; the others lead up to it."""
    first = article_head(context, article_id)
    count = len(context.addresses.articles.parts[article_id])
    return (first, *(_further_head(context, article_id, first, number) for number in range(2, count + 1)))


def _further_head(context: Context, article_id: ArticleId, first: Head, number: int) -> Head:
    title = context.labels.say("page-of-list", title=first.title, number=number)
    full_title = context.labels.say("page-of-list", title=first.full_title, number=number)
    claim_count = len(context.addresses.articles.parts[article_id][number - 1])
    return Head(
        article_page(article_id, number),
        title,
        full_title,
        shorten(f"{full_title}: {context.labels.say('article-claims-description', n=claim_count)}"),
        (*first.up, PageLink(first.title, first.page)),
        CLAIMS,
    )


def _dated_name(date: str, name: str) -> str:
    # The name has its date in it already where a publisher has several articles.
    if date in name:
        return name
    return f"{name}, {date}"


def _full_title(article: Article, dated_name: str) -> str:
    if not article.title:
        return dated_name
    return f"{shorten(article.title, _TITLE_LENGTH)} ({dated_name})"
