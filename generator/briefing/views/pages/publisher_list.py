"""The list of all publishers by name, each with its grade and the reason for it."""

from dataclasses import dataclass

from briefing.model.records import Publisher
from briefing.routes import PUBLISHERS, publisher_page
from briefing.views.base.context import Context
from briefing.views.base.head import Head, Pager
from briefing.views.base.paging import split_by_weight, weigh_text
from briefing.views.base.tokens import PageLink
from briefing.views.pages.paged_list import PagedList
from briefing.views.parts.facets import Facet, facet, facet_heads

_ROW_WEIGHT = 60
"""What a row weighs beside the reason for the grade."""


@dataclass(frozen=True, slots=True)
class PublisherRow:
    """One publisher: its grade and why, how many of its articles are used, and how many articles cite it."""

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


def view_publishers(context: Context) -> tuple[PublishersPage, ...]:
    """Return the pages that list the publishers by name."""
    ordered = sorted(context.data.publishers.values(), key=_by_name)
    rows = [_publisher_row(context, publisher) for publisher in ordered]
    description = context.labels.say("publishers-description", n=len(rows))
    paged = PagedList(context, context.labels.say("publishers"), description, PUBLISHERS, split_by_weight(rows, _weigh))
    return tuple(_publishers_page(context, paged, number) for number in paged.numbers)


def _publishers_page(context: Context, paged: PagedList[PublisherRow], number: int) -> PublishersPage:
    return PublishersPage(
        head=paged.head(number),
        rows=paged.rows(number),
        pager=paged.pager(number),
        facets=facet_heads(context, "grade"),
    )


def _by_name(publisher: Publisher) -> tuple[str, str]:
    # The id decides between namesakes, so that every build has the same order.
    return publisher.name.display.casefold(), publisher.id


def _weigh(row: PublisherRow) -> int:
    return _ROW_WEIGHT + weigh_text(row.why)


def _publisher_row(context: Context, publisher: Publisher) -> PublisherRow:
    return PublisherRow(
        link=PageLink(publisher.name.display, publisher_page(publisher.id)),
        grade=publisher.grade.letter,
        why=publisher.grade.why,
        articles=len(context.articles.by_publisher.get(publisher.id, ())),
        cited=len(context.articles.citing.get(publisher.id, ())),
        facets=(facet("grade", [publisher.grade.letter]),),
    )
