"""The page of a publisher: its grade and why, its articles, and the articles of others that cite it."""

from dataclasses import dataclass

from briefing.model.ids import PublisherId
from briefing.model.records import Article
from briefing.routes import PUBLISHERS, list_page, publisher_page
from briefing.views.base.context import Context
from briefing.views.base.head import Head
from briefing.views.base.linker import Linker
from briefing.views.base.shortening import shorten
from briefing.views.base.tokens import PageLink, Prose, WebLink
from briefing.views.parts.article_flags import machine_note
from briefing.views.parts.article_links import article_link, newest_first
from briefing.views.parts.coverage import CoverageRow, view_coverage
from briefing.views.parts.names import NameBlock, view_name_block


@dataclass(frozen=True, slots=True)
class CitedIn:
    """An article that names the publisher as a reference, and what of it."""

    article: PageLink
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublisherPage:
    """All that the page of a publisher may show."""

    head: Head
    names: NameBlock
    kind: str
    grade: str
    why: str
    subject: Prose
    address: WebLink | None
    articles: tuple[CoverageRow, ...]
    review: str
    cited_in: tuple[CitedIn, ...]


def view_publisher(ctx: Context, name: PublisherId) -> PublisherPage:
    """Return the page of a publisher."""
    record = ctx.data.publishers[name]
    articles = newest_first(ctx.articles.by_publisher.get(name, ()))
    linker = Linker(ctx, publisher=name)
    return PublisherPage(
        head=publisher_head(ctx, name),
        names=view_name_block(record.name),
        kind=ctx.labels.say("publisher"),
        grade=record.grade.letter,
        why=record.grade.why,
        subject=ctx.link(record.subject) if record.subject else (),
        address=WebLink(ctx.labels.say("website"), record.url) if record.url else None,
        articles=tuple(view_coverage(ctx, one, len(ctx.articles.claims.get(one.id, ())), linker) for one in articles),
        review=machine_note(ctx, articles),
        cited_in=tuple(_cited_in(ctx, one, name) for one in newest_first(ctx.articles.citing.get(name, ()))),
    )


def publisher_head(ctx: Context, publisher: PublisherId) -> Head:
    """Return the head of a publisher's page."""
    record = ctx.data.publishers[publisher]
    title = record.name.display
    full = ctx.labels.say("publisher-title", name=title)
    up = (PageLink(ctx.labels.say("publishers"), list_page(PUBLISHERS)),)
    grade = ctx.labels.say("grade-is", letter=record.grade.letter)
    return Head(
        publisher_page(record.id), title, full, shorten(f"{full}, {grade}: {record.grade.why}"), up, "publisher"
    )


def _cited_in(ctx: Context, article: Article, name: PublisherId) -> CitedIn:
    cited = [one for one in article.cites if one.publisher == name]
    titles = (", ".join(filter(None, (one.title, one.published.label if one.published else ""))) for one in cited)
    return CitedIn(article_link(ctx, article.id), tuple(title for title in titles if title))
