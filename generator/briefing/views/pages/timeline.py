"""The timeline: all that is dated, in order of time; what publications say of their own dates stands apart."""

from dataclasses import dataclass, replace

from briefing.routes import CALENDAR, TIMELINE, list_page
from briefing.views.base.context import Context
from briefing.views.base.features import has_fiscal_years
from briefing.views.base.head import Head, Pager
from briefing.views.base.linker import Linker
from briefing.views.base.paging import SOURCE_WEIGHT, split_by_weight, weigh_prose
from briefing.views.base.tokens import Prose
from briefing.views.pages.paged_list import PagedList
from briefing.views.parts.calendar_entries import calendar_links, view_calendar
from briefing.views.parts.event_rows import Event
from briefing.views.parts.events import EVENT_FACETS, slot_events
from briefing.views.parts.facets import Facet, facet_heads
from briefing.views.parts.timeline_slots import briefing_slots, dates_its_article
from briefing.views.pictures.picture import Picture
from briefing.views.pictures.step_spans import view_all_steps

_ROW_WEIGHT = 45
"""What an event weighs beside its wording and its sources."""


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """One page of the timeline; calendar and picture stand on the first, the dates of sources on the last."""

    head: Head
    note: str
    rows: tuple[Event, ...]
    pager: Pager
    facets: tuple[Facet, ...]
    calendar: Prose = ()
    picture: Picture | None = None
    of_sources: tuple[Event, ...] = ()


def view_timeline(context: Context) -> tuple[TimelinePage, ...]:
    """Return the pages of the timeline."""
    rows = slot_events(context, briefing_slots(context), Linker(context))
    description = context.labels.say("timeline-description", n=len(rows))
    pages = split_by_weight(rows, _weigh)
    paged = PagedList(context, context.labels.say("timeline"), description, TIMELINE, pages)
    timeline = [_timeline_page(context, paged, number) for number in paged.numbers]
    # The first page may be the last as well.
    timeline[0] = replace(
        timeline[0], calendar=_calendar(context), picture=view_all_steps(context, list_page(TIMELINE))
    )
    timeline[-1] = replace(timeline[-1], of_sources=_source_events(context))
    return tuple(timeline)


def _timeline_page(context: Context, paged: PagedList[Event], number: int) -> TimelinePage:
    return TimelinePage(
        head=paged.head(number),
        note=_note(context),
        rows=paged.rows(number),
        pager=paged.pager(number),
        facets=facet_heads(context, *EVENT_FACETS),
    )


def _note(context: Context) -> str:
    # Fiscal years are explained only where a date of the data is one.
    if has_fiscal_years(context.data):
        return context.labels.say("timeline-note-fiscal")
    return context.labels.say("timeline-note")


def _source_events(context: Context) -> tuple[Event, ...]:
    """Return what publications say of their own dates, such as when an article appeared."""
    slots = (slot for slot in context.data.slots if dates_its_article(context, slot))
    return slot_events(context, slots, Linker(context))


def _calendar(context: Context) -> Prose:
    # A calendar without plans is not written, and so there is nothing to link to.
    if not view_calendar(context):
        return ()
    return calendar_links(context, CALENDAR)


def _weigh(event: Event) -> int:
    return _ROW_WEIGHT + weigh_prose(event.what) + SOURCE_WEIGHT * len(event.sources)
