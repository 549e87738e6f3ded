"""Every page of the site as a view, in one sequence. A new page is one row here.

Heads are made for all pages at once, because titles must differ; the views of records wait until they are asked for.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias

from briefing.views.base.context import Context
from briefing.views.base.head import Head, with_distinct_titles
from briefing.views.pages.article import (
    ArticleClaimsPage,
    ArticlePage,
    article_heads,
    view_article,
    view_article_claims,
)
from briefing.views.pages.article_list import ArticlesPage, view_articles
from briefing.views.pages.changes import ChangesPage, WeekPage, view_changes, view_week, week_heads
from briefing.views.pages.checks import ChecksPage, checks_heads, view_checks
from briefing.views.pages.claims import ClaimsPage, view_claims
from briefing.views.pages.compare import ComparePage, view_compare
from briefing.views.pages.conflict_list import ConflictsPage, conflicts_heads, view_conflicts
from briefing.views.pages.corrections import CorrectionsPage, view_corrections
from briefing.views.pages.data_page import DataPage, data_head, view_data
from briefing.views.pages.glossary import GlossaryPage, view_glossary
from briefing.views.pages.home import HomePage, view_home
from briefing.views.pages.kind_list import KindPage, view_kind
from briefing.views.pages.known import KnownMonthPage, KnownPage, known_heads, view_known, view_known_month
from briefing.views.pages.method import MethodPage, view_method
from briefing.views.pages.money import MoneyPage, money_heads, view_money_page
from briefing.views.pages.money_overview import MoneyPartPage, plan_money_parts
from briefing.views.pages.network import NetworkPage, view_network
from briefing.views.pages.publisher import PublisherPage, publisher_head, view_publisher
from briefing.views.pages.publisher_list import PublishersPage, view_publishers
from briefing.views.pages.source_list import SourcesPage, view_sources
from briefing.views.pages.structured_data import structure_pages
from briefing.views.pages.subject import SubjectPage, view_subject
from briefing.views.pages.subject_head import subject_head
from briefing.views.pages.timeline import TimelinePage, view_timeline
from briefing.views.parts.about import AboutPage, LicencePage, view_about, view_licence
from briefing.views.parts.known_turns import known_months
from briefing.views.search.search_page import SearchPage, view_search_page

Page: TypeAlias = (
    AboutPage
    | ArticleClaimsPage
    | ArticlePage
    | ArticlesPage
    | ChangesPage
    | ChecksPage
    | ClaimsPage
    | ComparePage
    | ConflictsPage
    | DataPage
    | GlossaryPage
    | HomePage
    | KindPage
    | LicencePage
    | KnownMonthPage
    | KnownPage
    | MethodPage
    | MoneyPage
    | MoneyPartPage
    | NetworkPage
    | PublisherPage
    | CorrectionsPage
    | PublishersPage
    | SearchPage
    | SourcesPage
    | SubjectPage
    | TimelinePage
    | WeekPage
)


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page with its head, and its content yet to be worked out by ``make``.

    ``structure`` gives the JSON-LD of the page by its head; it has none until all heads are known.
    """

    head: Head
    make: Callable[[], Page]
    structure: Callable[[Head], str] = lambda _: ""

    def view(self) -> Page:
        """Return the page."""
        # The page was made with the head that it has by itself: that of the plan may have another title.
        head = replace(self.head, structured_data=self.structure(self.head))
        return replace(self.make(), head=head)


def view_site(context: Context) -> tuple[Page, ...]:
    """Return all pages of a briefing, each with a title and description of its own."""
    return tuple(page.view() for page in plan_site(context))


def plan_site(context: Context) -> tuple[PlannedPage, ...]:
    """Return all pages of a briefing, to be viewed one by one when they are asked for."""
    planned = [_planned(page) for page in _all_pages(context)]
    heads = with_distinct_titles([page.head for page in planned])
    structure = structure_pages(context)
    return tuple(replace(page, head=head, structure=structure) for page, head in zip(planned, heads, strict=True))


def _planned(page: Page | PlannedPage) -> PlannedPage:
    if isinstance(page, PlannedPage):
        return page
    return PlannedPage(page.head, lambda: page)


def _all_pages(context: Context) -> Iterator[Page | PlannedPage]:
    yield view_home(context)
    yield from _pages_of_subjects(context)
    yield from _pages_of_articles(context)
    yield from _pages_of_publishers(context)
    yield from _pages_over_all(context)
    yield view_compare(context)
    yield view_about(context)
    yield view_glossary(context)
    yield view_method(context)
    # The sizes that it tells are known once all files are made.
    yield PlannedPage(data_head(context), partial(view_data, context))
    yield view_licence(context)
    yield from view_corrections(context)
    yield from _pages_of_changes(context)
    yield from _pages_of_known_months(context)
    yield view_search_page(context)


def _pages_of_subjects(context: Context) -> Iterator[Page | PlannedPage]:
    for kind in context.data.registry.kinds.values():
        yield from view_kind(context, kind)
    for subject in context.data.subjects:
        yield PlannedPage(subject_head(context, subject), partial(view_subject, context, subject))
        yield from view_claims(context, subject)


def _pages_of_articles(context: Context) -> Iterator[Page | PlannedPage]:
    yield from view_articles(context)
    for article in context.data.articles:
        first, *further = article_heads(context, article)
        yield PlannedPage(first, partial(view_article, context, article))
        for number, head in enumerate(further, 2):
            yield PlannedPage(head, partial(view_article_claims, context, article, number))


def _pages_of_publishers(context: Context) -> Iterator[Page | PlannedPage]:
    yield from view_publishers(context)
    for publisher in context.data.publishers:
        yield PlannedPage(publisher_head(context, publisher), partial(view_publisher, context, publisher))


def _pages_over_all(context: Context) -> Iterator[Page | PlannedPage]:
    """Yield the lists over the whole briefing."""
    yield from view_sources(context)
    yield from view_timeline(context)
    yield from _numbered_pages(context, money_heads(context), view_money_page)
    for head, make in plan_money_parts(context):
        yield PlannedPage(head, make)
    yield from view_network(context)
    yield from _numbered_pages(context, conflicts_heads(context), view_conflicts)
    yield from _numbered_pages(context, checks_heads(context), view_checks)


def _pages_of_changes(context: Context) -> Iterator[Page | PlannedPage]:
    yield from view_changes(context)
    for week in context.changes.weeks:
        for number, head in enumerate(week_heads(context, week), 1):
            yield PlannedPage(head, partial(view_week, context, week, number))


def _pages_of_known_months(context: Context) -> Iterator[Page | PlannedPage]:
    yield from view_known(context)
    for month in known_months(context):
        for number, head in enumerate(known_heads(context, month), 1):
            yield PlannedPage(head, partial(view_known_month, context, month, number))


def _numbered_pages(
    context: Context, heads: Iterable[Head], view_page: Callable[[Context, int], Page]
) -> Iterator[PlannedPage]:
    # The rows of a long list are worked out page by page, when the page is asked for.
    for number, head in enumerate(heads, 1):
        yield PlannedPage(head, partial(view_page, context, number))
