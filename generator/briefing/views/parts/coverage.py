"""Which articles speak of a subject, and what they are: publisher, grade and why, date, origin and copies."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, PublisherId, SubjectId
from briefing.model.records import Article
from briefing.routes import article_page, publisher_page
from briefing.views.base.context import Context, Linker
from briefing.views.base.paging import LINK, weigh_prose
from briefing.views.base.tokens import PageLink, Prose, WebLink, in_scripts, plain, words
from briefing.views.labels.languages import language_name
from briefing.views.parts.facets import Facet, date_key, facet, years
from briefing.views.parts.values import date_text

_ROW = 60
_FEW = 2
_STORY = re.compile(r"([a-z0-9-]+?)-(\d{4}(?:-\d{2}){0,2})")
_REVIEWS = {"machine-reviewed": "machine-reviewed", "draft": "draft-article"}
"""What is said of the articles that no person has reviewed."""
_DRAFTS = {"draft": "draft-article"}


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
    return _ROW + weigh_prose(row.title) + LINK * len(row.copies)


def articles_of(ctx: Context, claims: Iterable[Claim]) -> tuple[Article, ...]:
    """Return the articles that carry the claims, newest first."""
    found = {claim.article for claim in claims}
    return tuple(sorted((ctx.data.articles[one] for one in found), key=_newest_first))


def _newest_first(article: Article) -> tuple[int, str]:
    day = article.published.last_day
    return -(day.toordinal() if day else 0), article.id


def newest_first(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return articles by date of publication, the newest first."""
    return tuple(sorted(articles, key=_newest_first))


def article_link(ctx: Context, article: ArticleId) -> PageLink:
    """Return the link to an article under its short name."""
    return PageLink(ctx.article_names[article], article_page(article))


def _brief_link(ctx: Context, article: ArticleId) -> PageLink:
    """Return the link to an article in a row that has its date, so that the name need not."""
    return PageLink(ctx.brief_names[article], article_page(article))


def view_source(ctx: Context, article: Article, claims: int) -> SourceRow:
    """Return the row of an article in a list of sources."""
    publisher = publisher_link(ctx, article)
    form, language = ctx.labels.word("form", article.form), language_name(article.language)
    return SourceRow(
        link=_brief_link(ctx, article.id),
        title=in_scripts(article.title or ""),
        publisher=publisher,
        grade=article.grade.letter,
        why=article.grade.why,
        published=article.published.label,
        published_key=date_key(article.published),
        language=language,
        form=form,
        address=WebLink(ctx.labels.say("original"), article.url) if article.url else None,
        origin=in_scripts(origin_name(ctx, article.origin)),
        copies=copies_of(ctx, article),
        claims=claims,
        flag=row_flag(ctx, article),
        facets=(
            facet("publisher", [plain(publisher)]),
            facet("year", years(article.published)),
            facet("grade", [article.grade.letter]),
            facet("form", [form]),
            facet("language", [language]),
        ),
    )


def origin_name(ctx: Context, origin: str) -> str:
    """Return what an origin is called: the article where it is one, else whose story it is, or whose copies show it."""
    article = ctx.article_names.get(ArticleId(origin))
    return article or _agency_story(ctx, origin) or _unnamed_original(ctx, origin)


def _agency_story(ctx: Context, origin: str) -> str:
    """Return words for an id that begins with whoever tells the story and ends with when: `afp-2024-04`."""
    found = _STORY.fullmatch(origin)
    if found is None:
        return ""
    teller = ctx.data.subjects.get(SubjectId(found[1])) or ctx.data.publishers.get(PublisherId(found[1]))
    if teller is None:
        return ""
    # "the The Herald story" is no English.
    return ctx.labels.say("origin-story", name=teller.name.display.removeprefix("The "), date=date_text(found[2]))


def _unnamed_original(ctx: Context, origin: str) -> str:
    copies = [ctx.article_names[one.id] for one in newest_first(ctx.origins.get(origin, ()))]
    if not copies:
        return ctx.labels.say("origin-unnamed")
    shown = ctx.labels.say("and").join(copies)
    names = shown if len(copies) <= _FEW else ctx.labels.say("origin-of-many", names=", ".join(copies[:_FEW]))
    return ctx.labels.say("origin-unnamed-of", names=names)


def publisher_link(ctx: Context, article: Article) -> Prose:
    """Return the publisher of an article, as a link where it is known."""
    publisher = ctx.publisher(article.publisher)
    if publisher is None:
        return words(ctx.labels.say("publisher-unknown"))
    return (PageLink(publisher.name.display, publisher_page(publisher.id)),)


def copies_of(ctx: Context, article: Article) -> tuple[PageLink, ...]:
    """Return the other articles that copy the same original."""
    same = [one for one in ctx.origins[article.origin] if one.id != article.id]
    return tuple(_brief_link(ctx, one.id) for one in newest_first(same))


def review_flag(ctx: Context, article: Article) -> str:
    """Return what a reader must know about the state of an article's record, nothing where all is well."""
    return "; ".join(_flags(ctx, article, _REVIEWS))


def row_flag(ctx: Context, article: Article) -> str:
    """Return the same for a row among others; what a machine reviewed is told once for them all."""
    return "; ".join(_flags(ctx, article, _DRAFTS))


def _flags(ctx: Context, article: Article, reviews: Mapping[str, str]) -> Iterator[str]:
    if article.review in reviews:
        yield ctx.labels.say(reviews[article.review])
    if article.status != "current":
        yield article_status(ctx, article)


def machine_note(ctx: Context, articles: Iterable[Article]) -> str:
    """Return which of the articles of a page were reviewed by machine only, nothing where none was."""
    shown = tuple(articles)
    found = [one for one in shown if one.review == "machine-reviewed"]
    if not found:
        return ""
    if len(found) == len(shown):
        return ctx.labels.say("machine-reviewed-one" if len(shown) == 1 else "machine-reviewed-all")
    return ctx.labels.say("machine-reviewed-some", articles=", ".join(ctx.article_names[one.id] for one in found))


def article_status(ctx: Context, article: Article) -> str:
    """Return what became of an article that does not stand as it appeared, and why."""
    word = ctx.labels.word("article-status", article.status)
    return f"{word}: {article.status_reason}" if article.status_reason else word


def view_coverage(ctx: Context, article: Article, claims: int, linker: Linker) -> CoverageRow:
    """Return the row of an article among those that speak of a subject."""
    text = article.summary.bottom_line if article.summary else None
    return CoverageRow(
        link=_brief_link(ctx, article.id),
        published=article.published.label,
        form=ctx.labels.word("form", article.form),
        summary=linker.prose(text),
        claims=claims,
        flag=row_flag(ctx, article),
    )


def all_coverage(ctx: Context) -> tuple[CoverageRow, ...]:
    """Return every article with what it says, newest first."""
    articles = newest_first(ctx.data.articles.values())
    return tuple(view_coverage(ctx, one, len(ctx.claims_in.get(one.id, ())), Linker(ctx)) for one in articles)
