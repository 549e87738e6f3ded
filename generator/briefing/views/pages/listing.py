"""Lists: the subjects of a kind, all articles, all publishers; each in pages of at most two hundred rows."""

from dataclasses import dataclass

from briefing.model.ids import SubjectId
from briefing.model.records import Article
from briefing.model.registry import Kind
from briefing.routes import ARTICLES, COMPARE, PUBLISHERS, list_page, publisher_page
from briefing.views.base.context import Context
from briefing.views.base.head import Head, Pager
from briefing.views.base.linker import Linker
from briefing.views.base.paging import split_by_weight, weigh_prose, weigh_text
from briefing.views.base.tokens import PageLink, Prose, mark_japanese, plain, words
from briefing.views.parts.article_flags import machine_note
from briefing.views.parts.article_links import newest_first
from briefing.views.parts.coverage import SourceRow, view_source, weigh_source
from briefing.views.parts.facets import Facet, facet, facet_heads, subject_facets
from briefing.views.parts.freshness import Freshness, view_freshness
from briefing.views.parts.page_claims import page_claims
from briefing.views.pictures.picture import Picture
from briefing.views.pictures.place_map import view_places_picture

_ROW = 60
SUBJECT_FACETS = ("status", "sector", "year", "grade", "conflicts")
SOURCE_FACETS = ("publisher", "year", "grade", "form", "language")


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """One subject of a list."""

    link: PageLink
    name_key: str
    japanese: Prose
    describes: Prose
    status: str
    claims: int
    articles: int
    open_conflicts: int
    freshness: Freshness
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class KindPage:
    """One page of the list of a kind's subjects."""

    head: Head
    rows: tuple[SubjectRow, ...]
    pager: Pager
    has_status: bool
    compare: PageLink
    facets: tuple[Facet, ...]
    picture: Picture | None = None


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


@dataclass(frozen=True, slots=True)
class PublisherRow:
    """One publisher of the list."""

    link: PageLink
    grade: str
    why: str
    articles: int
    cited: int
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class PublishersPage:
    """One page of the list of publishers."""

    head: Head
    rows: tuple[PublisherRow, ...]
    pager: Pager
    facets: tuple[Facet, ...]


def pager_of(folder: str, number: int, rows: int, count: int) -> Pager:
    """Return the links between the ``count`` pages of a list."""
    pages = tuple(PageLink(str(one), list_page(folder, one)) for one in range(1, count + 1))
    return Pager(number, pages if count > 1 else (), rows)


def list_head(ctx: Context, title: str, description: str, folder: str, number: int, kind: str = "") -> Head:
    """Return the head of one page of a list; every page but the first says its number."""
    full = title if number == 1 else ctx.labels.say("page-of-list", title=title, number=number)
    up = () if number == 1 else (PageLink(title, list_page(folder)),)
    return Head(list_page(folder, number), full, full, f"{full}: {description}", up, kind)


def kind_picture(ctx: Context, kind: Kind) -> Picture | None:
    """Return the picture of the list of a kind: places have a map."""
    return view_places_picture(ctx, list_page(kind.folder)) if kind.name == "place" else None


def list_heads(ctx: Context, title: str, description: str, folder: str, count: int) -> tuple[Head, ...]:
    """Return the heads of the ``count`` pages of a list, before any row is worked out."""
    return tuple(list_head(ctx, title, description, folder, number) for number in range(1, count + 1))


def view_kind(ctx: Context, kind: Kind) -> tuple[KindPage, ...]:
    """Return the pages that list the subjects of a kind by name."""
    rows = [_subject_row(ctx, one) for one in ctx.subjects.by_kind.get(kind.name, ())]
    description = ctx.labels.say("kind-description", n=len(rows), briefing=ctx.data.briefing.name.en)
    parts = split_by_weight(rows, lambda row: _ROW + weigh_prose(row.describes))
    return tuple(
        KindPage(
            head=list_head(ctx, kind.label_plural, description, kind.folder, number, kind.name),
            rows=part,
            pager=pager_of(kind.folder, number, len(rows), len(parts)),
            has_status=any(row.status for row in part),
            compare=PageLink(ctx.labels.say("compare-some"), COMPARE),
            facets=facet_heads(ctx, *SUBJECT_FACETS),
            picture=kind_picture(ctx, kind) if number == 1 else None,
        )
        for number, part in enumerate(parts, 1)
    )


def _subject_row(ctx: Context, subject: SubjectId) -> SubjectRow:
    record = ctx.data.subjects[subject]
    claims = page_claims(ctx, subject)
    status = next((slot for slot in ctx.data.slots_of.get(subject, ()) if slot.attribute == "status"), None)
    shown = status.shown if status else None
    state = plain(Linker(ctx).prose(getattr(shown.value, "text", ""))) if shown else ""
    return SubjectRow(
        link=PageLink(record.name.display, ctx.page(subject)),
        name_key=(ctx.labels.language == "ja" and (record.name.reading or record.name.ja)) or record.name.display,
        japanese=words(record.name.ja or "", "ja"),
        describes=mark_japanese(record.describes),
        status=state,
        claims=len(claims),
        articles=len({claim.article for claim in claims}),
        open_conflicts=sum(one.status == "open" for one in ctx.findings.by_subject.get(subject, ())),
        freshness=view_freshness(ctx, claims, record.last_verified),
        facets=subject_facets(ctx, subject, claims, state),
    )


def view_articles(ctx: Context) -> tuple[ArticlesPage, ...]:
    """Return the pages that list the articles."""
    rows = article_rows(ctx)
    title = ctx.labels.say("articles")
    description = ctx.labels.say("articles-description", n=len(rows), briefing=ctx.data.briefing.name.en)
    parts = split_by_weight(rows, lambda row: weigh_source(row.source) + weigh_prose(row.summary))
    return tuple(
        ArticlesPage(
            head=list_head(ctx, title, description, ARTICLES, number),
            rows=part,
            review=machine_note(ctx, ctx.data.articles.values()),
            pager=pager_of(ARTICLES, number, len(rows), len(parts)),
            facets=facet_heads(ctx, *SOURCE_FACETS),
        )
        for number, part in enumerate(parts, 1)
    )


def article_rows(ctx: Context) -> tuple[ArticleRow, ...]:
    """Return every article with what it says, newest first."""
    return tuple(_article_row(ctx, one) for one in newest_first(ctx.data.articles.values()))


def _article_row(ctx: Context, article: Article) -> ArticleRow:
    source = view_source(ctx, article, len(ctx.articles.claims.get(article.id, ())))
    return ArticleRow(source, Linker(ctx).prose(article.summary.bottom_line if article.summary else None))


def view_publishers(ctx: Context) -> tuple[PublishersPage, ...]:
    """Return the pages that list the publishers by grade and name."""
    ordered = sorted(ctx.data.publishers.values(), key=lambda one: (one.name.display.casefold(), one.id))
    rows = [
        PublisherRow(
            link=PageLink(one.name.display, publisher_page(one.id)),
            grade=one.grade.letter,
            why=one.grade.why,
            articles=len(ctx.articles.by_publisher.get(one.id, ())),
            cited=len(ctx.articles.citing.get(one.id, ())),
            facets=(facet("grade", [one.grade.letter]),),
        )
        for one in ordered
    ]
    title = ctx.labels.say("publishers")
    description = ctx.labels.say("publishers-description", n=len(rows))
    parts = split_by_weight(rows, lambda row: _ROW + weigh_text(row.why))
    return tuple(
        PublishersPage(
            head=list_head(ctx, title, description, PUBLISHERS, number),
            rows=part,
            pager=pager_of(PUBLISHERS, number, len(rows), len(parts)),
            facets=facet_heads(ctx, "grade"),
        )
        for number, part in enumerate(parts, 1)
    )
