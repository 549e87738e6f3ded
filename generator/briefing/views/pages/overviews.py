"""Lists over the whole briefing: all sources, and the timeline."""

from dataclasses import dataclass

from briefing.model.records import Citation
from briefing.routes import CALENDAR, SOURCES, TIMELINE, list_page
from briefing.views.base.context import Context
from briefing.views.base.features import has_fiscal_years
from briefing.views.base.head import Head, Pager
from briefing.views.base.linker import Linker
from briefing.views.base.paging import SOURCE_WEIGHT, split_by_weight, weigh_prose
from briefing.views.base.tokens import FileLink, PageLink
from briefing.views.pages.article import CitedRow, view_citation
from briefing.views.pages.listing import SOURCE_FACETS, list_head, pager_of
from briefing.views.parts.article_flags import machine_note
from briefing.views.parts.article_links import article_link, newest_first
from briefing.views.parts.calendar_entries import view_calendar
from briefing.views.parts.coverage import SourceRow, view_source, weigh_source
from briefing.views.parts.events import EVENT_FACETS, Event, slot_events
from briefing.views.parts.facets import Facet, facet_heads
from briefing.views.parts.timeline_slots import briefing_slots, dates_its_article
from briefing.views.pictures.coverage_chart import view_coverage_picture
from briefing.views.pictures.picture import Picture
from briefing.views.pictures.step_spans import view_all_steps

_EVENT = 45


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A reference that we know only through the article that names it."""

    cited: CitedRow
    article: PageLink


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """One page of the list of sources; what is only cited stands on the first."""

    head: Head
    rows: tuple[SourceRow, ...]
    review: str
    cited: tuple[CitedSource, ...]
    pager: Pager
    facets: tuple[Facet, ...]
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """One page of the timeline; what publications say of their own dates stands apart, on the last."""

    head: Head
    note: str
    rows: tuple[Event, ...]
    of_sources: tuple[Event, ...]
    calendar: FileLink | None
    pager: Pager
    facets: tuple[Facet, ...]
    picture: Picture | None = None


def view_sources(ctx: Context) -> tuple[SourcesPage, ...]:
    """Return the pages that list every article as a source, and what they cite."""
    rows = [
        view_source(ctx, one, len(ctx.articles.claims.get(one.id, ())))
        for one in newest_first(ctx.data.articles.values())
    ]
    cited = tuple(
        CitedSource(view_citation(ctx, citation), article_link(ctx, article.id))
        for article in newest_first(ctx.data.articles.values())
        for citation in sorted(article.cites, key=_by_date)
    )
    title, description = ctx.labels.say("sources"), ctx.labels.say("sources-description", n=len(rows))
    parts = split_by_weight(rows, weigh_source)
    return tuple(
        SourcesPage(
            head=list_head(ctx, title, description, SOURCES, number),
            rows=part,
            review=machine_note(ctx, ctx.data.articles.values()),
            cited=cited if number == 1 else (),
            pager=pager_of(SOURCES, number, len(rows), len(parts)),
            facets=facet_heads(ctx, *SOURCE_FACETS),
            picture=view_coverage_picture(ctx, list_page(SOURCES)) if number == 1 else None,
        )
        for number, part in enumerate(parts, 1)
    )


def _by_date(citation: Citation) -> tuple[str, str]:
    return citation.published.printed if citation.published else "", citation.id


def view_timeline(ctx: Context) -> tuple[TimelinePage, ...]:
    """Return the pages of the timeline: all that is dated, in order of time."""
    rows = slot_events(ctx, briefing_slots(ctx), Linker(ctx))
    of_sources = slot_events(ctx, (one for one in ctx.data.slots if dates_its_article(ctx, one)), Linker(ctx))
    calendar = FileLink(ctx.labels.say("calendar"), CALENDAR) if view_calendar(ctx) else None
    title, description = ctx.labels.say("timeline"), ctx.labels.say("timeline-description", n=len(rows))
    parts = split_by_weight(rows, _weigh_event)
    note = ctx.labels.say("timeline-note-fiscal" if has_fiscal_years(ctx.data) else "timeline-note")
    return tuple(
        TimelinePage(
            head=list_head(ctx, title, description, TIMELINE, number),
            note=note,
            rows=part,
            of_sources=of_sources if number == len(parts) else (),
            calendar=calendar if number == 1 else None,
            pager=pager_of(TIMELINE, number, len(rows), len(parts)),
            facets=facet_heads(ctx, *EVENT_FACETS),
            picture=view_all_steps(ctx, list_page(TIMELINE)) if number == 1 else None,
        )
        for number, part in enumerate(parts, 1)
    )


def _weigh_event(row: Event) -> int:
    return _EVENT + weigh_prose(row.what) + SOURCE_WEIGHT * len(row.sources)
