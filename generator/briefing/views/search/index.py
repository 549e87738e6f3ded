"""What search knows: one entry for every page that a reader may look for, with its names, its texts and its filters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.model.dates import PartialDate
from briefing.model.ids import SubjectId
from briefing.model.records import Article, Publisher, Subject
from briefing.routes import (
    ARTICLES,
    CONFLICTS,
    MONEY,
    PUBLISHERS,
    SEARCH,
    SOURCES,
    TIMELINE,
    PagePath,
    article_page,
    list_page,
    publisher_page,
)
from briefing.views.base.context import Context
from briefing.views.base.features import has_japanese_names
from briefing.views.base.head import Head
from briefing.views.base.shortening import shorten
from briefing.views.base.tokens import PageLink
from briefing.views.search.entries import SearchEntry, SearchNames
from briefing.views.search.texts import article_texts, publisher_texts, subject_texts
from briefing.views.search.written_pages import explaining_pages, written_pages

MOST_WEIGHT = 9
"""Of two entries that match alike, the one of more weight comes first; it grows with the logarithm of its claims."""
_HUBS = (("timeline", TIMELINE), ("money", MONEY), ("conflicts", CONFLICTS), ("sources", SOURCES))


@dataclass(frozen=True, slots=True)
class SearchKind:
    """A kind of entry, and the page that lists all of them."""

    name: str
    label: str
    plural: str
    page: PagePath | None


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """All entries, and the words that the search window speaks; those about kana only where names are ``japanese``."""

    language: str
    kinds: tuple[SearchKind, ...]
    entries: tuple[SearchEntry, ...]
    japanese: bool = False


def view_search(ctx: Context) -> SearchIndex:
    """Return everything that search may find, each page once: where one is in the way of another, that of the data."""
    entries: dict[PagePath, SearchEntry] = {}
    for one in _entries(ctx):
        entries.setdefault(one.page, one)
    return SearchIndex(
        ctx.data.briefing.language, tuple(_kinds(ctx)), tuple(entries.values()), has_japanese_names(ctx.data)
    )


def _kinds(ctx: Context) -> Iterator[SearchKind]:
    for kind in ctx.filled_kinds():
        yield SearchKind(kind.name, kind.label, kind.label_plural, list_page(kind.folder))
    for name, folder in (("article", ARTICLES), ("publisher", PUBLISHERS)):
        yield SearchKind(name, ctx.labels.say(f"search-{name}"), ctx.labels.say(folder), list_page(folder))
    yield SearchKind("page", ctx.labels.say("search-page"), ctx.labels.say("search-pages"), None)


def _entries(ctx: Context) -> Iterator[SearchEntry]:
    yield from (_subject(ctx, one) for one in ctx.data.subjects.values())
    yield from (_article(ctx, one) for one in ctx.data.articles.values())
    yield from (_publisher(ctx, one) for one in ctx.data.publishers.values())
    for label, folder in _HUBS:
        yield SearchEntry(list_page(folder), "page", SearchNames(ctx.labels.say(label), aliases=(folder,)), "")
    yield from explaining_pages(ctx)
    yield from written_pages(ctx)


def _subject(ctx: Context, record: Subject) -> SearchEntry:
    claims = ctx.claims_of(record.id)
    articles = [ctx.data.articles[one] for one in dict.fromkeys(claim.article for claim in claims)]
    return SearchEntry(
        page=ctx.page(record.id),
        kind=record.kind,
        names=_subject_names(record),
        line=shorten(record.bottom_line.text if record.bottom_line else record.describes),
        weight=min(MOST_WEIGHT, len(claims).bit_length()),
        texts=subject_texts(ctx, record, claims),
        years=_years(one.published for one in articles),
        publishers=_publishers(ctx, articles),
        status=_status(ctx, record.id),
    )


def _subject_names(record: Subject) -> SearchNames:
    name = record.name
    own = {name.display, name.ja}
    return SearchNames(
        title=name.display,
        japanese=name.ja or "",
        full=_others((name.en, name.reading), own),
        aliases=_others((alias.name for alias in record.aliases), {*own, name.en, name.reading}),
        former=tuple(one.name for one in record.former_names),
        codes=tuple(record.identifiers.values()),
    )


def _others(names: Iterable[str | None], own: set[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name and name not in own))


def _status(ctx: Context, subject: SubjectId) -> str:
    """Return the status of a subject where it is one word of the list, not a wording of its own."""
    for slot in ctx.data.slots_of.get(subject, ()):
        if slot.attribute == "status" and slot.shown:
            text = str(getattr(slot.shown.value, "text", ""))
            return text if text in ctx.attribute(slot).options else ""
    return ""


def _article(ctx: Context, record: Article) -> SearchEntry:
    name, summary = ctx.names.articles[record.id], record.summary
    source = record.title and name
    return SearchEntry(
        page=article_page(record.id),
        kind="article",
        names=SearchNames(record.title or name, full=_others((name,), {record.title or name})),
        line=shorten(summary.bottom_line) if summary and summary.bottom_line else "",
        note=" · ".join(dict.fromkeys(one for one in (source, record.published.label) if one)),
        weight=1,
        texts=article_texts(ctx, record),
        years=_years([record.published]),
        publishers=_publishers(ctx, [record]),
        status="" if record.status == "current" else ctx.labels.word("article-status", record.status),
    )


def _publisher(ctx: Context, record: Publisher) -> SearchEntry:
    name = record.name
    articles = [*ctx.articles.by_publisher.get(record.id, ()), *ctx.articles.citing.get(record.id, ())]
    return SearchEntry(
        page=publisher_page(record.id),
        kind="publisher",
        names=SearchNames(name.display, name.ja or "", _others((name.en, name.reading), {name.display, name.ja})),
        line=ctx.labels.say("grade-is", letter=record.grade.letter),
        texts=publisher_texts(record),
        years=_years(one.published for one in articles),
    )


def _years(dates: Iterable[PartialDate]) -> tuple[str, ...]:
    days = (one.last_day for one in dates)
    return tuple(sorted({f"{day.year:04}" for day in days if day}, reverse=True))


def _publishers(ctx: Context, articles: Iterable[Article]) -> tuple[str, ...]:
    found = (ctx.publisher(one.publisher) for one in articles)
    return tuple(sorted({one.name.display for one in found if one}))


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The page of the search: where the indexes are; scripts add the field."""

    head: Head
    note: str
    indexes: tuple[PageLink, ...]


def view_search_page(ctx: Context) -> SearchPage:
    """Return the page that search and those who cannot use it start from."""
    title = ctx.labels.say("search")
    script = "-ja" if has_japanese_names(ctx.data) else ""
    description = ctx.labels.say(f"search-description{script}", briefing=ctx.data.briefing.name.en)
    head = Head(SEARCH, title, title, description)
    lists = [PageLink(kind.plural, kind.page) for kind in _kinds(ctx) if kind.page]
    hubs = [PageLink(ctx.labels.say(label), list_page(folder)) for label, folder in _HUBS]
    return SearchPage(head, ctx.labels.say(f"search-page-note{script}"), (*lists, *hubs))
