"""The page of a publisher: its grade and why, its articles, and the articles of others that cite it."""

from dataclasses import dataclass

from briefing.model.ids import PublisherId
from briefing.model.records import Article, Citation, Publisher
from briefing.routes import PUBLISHERS, list_page, publisher_page
from briefing.views.base.context import Context
from briefing.views.base.head import Head
from briefing.views.base.linker import Linker
from briefing.views.base.shortening import shorten
from briefing.views.base.tokens import PageLink, Prose, WebLink
from briefing.views.pages.citations import citation_date
from briefing.views.parts.article_flags import machine_note
from briefing.views.parts.article_links import article_link, newest_first
from briefing.views.parts.coverage import CoverageRow, view_coverage
from briefing.views.parts.names import NameBlock, view_name_block


@dataclass(frozen=True, slots=True)
class CitedIn:
    """An article that names the publisher as a reference; ``titles`` say what of it, where the article does."""

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


def view_publisher(context: Context, name: PublisherId) -> PublisherPage:
    """Return the page of a publisher."""
    record = context.data.publishers[name]
    articles = newest_first(context.articles.by_publisher.get(name, ()))
    citing = newest_first(context.articles.citing.get(name, ()))
    linker = Linker(context, publisher=name)
    return PublisherPage(
        head=publisher_head(context, name),
        names=view_name_block(record.name),
        kind=context.labels.say("publisher"),
        grade=record.grade.letter,
        why=record.grade.why,
        subject=_subject_link(context, record),
        address=_website(context, record),
        articles=tuple(_coverage_row(context, article, linker) for article in articles),
        review=machine_note(context, articles),
        cited_in=tuple(_cited_in(context, article, name) for article in citing),
    )


def _subject_link(context: Context, record: Publisher) -> Prose:
    # Some publishers are subjects as well, and what sources say of them stands on that page.
    return context.link(record.subject) if record.subject else ()


def _website(context: Context, record: Publisher) -> WebLink | None:
    if not record.url:
        return None
    return WebLink(context.labels.say("website"), record.url)


def publisher_head(context: Context, publisher: PublisherId) -> Head:
    """Return the head of a publisher's page, which can be had before any of its articles is worked out."""
    record = context.data.publishers[publisher]
    title = record.name.display
    # A publisher may bear the name of a subject: the full title tells the two pages apart.
    full_title = context.labels.say("publisher-title", name=title)
    grade = context.labels.say("grade-is", letter=record.grade.letter)
    return Head(
        publisher_page(record.id),
        title,
        full_title,
        shorten(f"{full_title}, {grade}: {record.grade.why}"),
        (PageLink(context.labels.say("publishers"), list_page(PUBLISHERS)),),
        "publisher",
    )


def _coverage_row(context: Context, article: Article, linker: Linker) -> CoverageRow:
    return view_coverage(context, article, len(context.articles.claims.get(article.id, ())), linker)


def _cited_in(context: Context, article: Article, publisher: PublisherId) -> CitedIn:
    citations = [citation for citation in article.cites if citation.publisher == publisher]
    # An article may name a publisher and nothing of what it published.
    titles = map(_dated_title, citations)
    return CitedIn(article_link(context, article.id), tuple(filter(None, titles)))


def _dated_title(citation: Citation) -> str:
    return ", ".join(filter(None, (citation.title, citation_date(citation))))
