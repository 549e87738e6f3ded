"""Every page of the site as a view, in one sequence. A new page is one row here."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from generator.dataset.records import Dataset
from generator.views.about import AboutPage, LicencePage, view_about, view_licence
from generator.views.article import ArticlePage, view_article
from generator.views.claims import ClaimsPage, view_claims
from generator.views.conflict_list import ChecksPage, ConflictsPage, view_checks, view_conflicts
from generator.views.context import Context, open_context
from generator.views.head import with_distinct_titles
from generator.views.home import HomePage, view_home
from generator.views.listing import (
    ArticlesPage,
    KindPage,
    PublishersPage,
    view_articles,
    view_kind,
    view_publishers,
)
from generator.views.method import MethodPage, view_method
from generator.views.money import MoneyPage, view_money_pages
from generator.views.overviews import SourcesPage, TimelinePage, view_sources, view_timeline
from generator.views.publisher import PublisherPage, view_publisher
from generator.views.subject import SubjectPage, view_subject

Page: TypeAlias = (
    AboutPage
    | ArticlePage
    | ArticlesPage
    | ChecksPage
    | ClaimsPage
    | ConflictsPage
    | HomePage
    | KindPage
    | LicencePage
    | MethodPage
    | MoneyPage
    | PublisherPage
    | PublishersPage
    | SourcesPage
    | SubjectPage
    | TimelinePage
)


def view_site(data: Dataset) -> tuple[Page, ...]:
    """Return all pages of a briefing, each with a title and description of its own."""
    pages = tuple(_all_pages(open_context(data)))
    heads = with_distinct_titles([page.head for page in pages])
    return tuple(replace(page, head=head) for page, head in zip(pages, heads, strict=True))


def _all_pages(ctx: Context) -> Iterator[Page]:
    yield view_home(ctx)
    for kind in ctx.data.registry.kinds.values():
        yield from view_kind(ctx, kind)
    for subject in ctx.data.subjects:
        yield view_subject(ctx, subject)
        yield from view_claims(ctx, subject)
    yield from view_articles(ctx)
    yield from (view_article(ctx, article) for article in ctx.data.articles)
    yield from view_publishers(ctx)
    yield from (view_publisher(ctx, publisher) for publisher in ctx.data.publishers)
    yield from view_sources(ctx)
    yield from view_timeline(ctx)
    yield from view_money_pages(ctx)
    yield from view_conflicts(ctx)
    yield from view_checks(ctx)
    yield view_about(ctx)
    yield view_method(ctx)
    yield view_licence(ctx)
