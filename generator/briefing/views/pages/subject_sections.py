"""The sections of a subject's page that show the claims about it, each with the link to what it has no room for."""

from dataclasses import dataclass

from briefing.views.base.context import Context
from briefing.views.base.entry_order import SECTION_ROWS
from briefing.views.base.linker import Linker
from briefing.views.base.placement import Layout
from briefing.views.base.tokens import PageLink
from briefing.views.parts.event_rows import Event
from briefing.views.parts.events import slot_events
from briefing.views.parts.milestone_rows import MilestoneRow, view_milestone
from briefing.views.parts.opinion_rows import OpinionRow, view_opinion
from briefing.views.parts.statements import Statement, view_statement
from briefing.views.parts.timeline_slots import subject_slots

_URGENCY = {"overdue": 0, "planned": 1}
"""What comes first among milestones; all that is over comes last."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one section; ``rest`` leads to those that the page has no room for."""

    rows: tuple[Statement, ...]
    rest: PageLink | None


@dataclass(frozen=True, slots=True)
class OpinionSection:
    """What others say about the subject."""

    rows: tuple[OpinionRow, ...]
    rest: PageLink | None


@dataclass(frozen=True, slots=True)
class MilestoneSection:
    """Steps of the subject: what is overdue, planned, and over."""

    rows: tuple[MilestoneRow, ...]
    rest: PageLink | None


def view_rows(context: Context, layout: Layout, section: str) -> Rows:
    """Return a section of plain statements: key facts, relations, references or context."""
    linker = Linker(context, layout.subject)
    rows = [view_statement(context, entry, linker) for entry in layout.section(section)]
    return Rows(tuple(rows), rest_link(context, layout, section))


def rest_link(context: Context, layout: Layout, section: str) -> PageLink | None:
    """Return the link to the first page that has what a section has no room for."""
    # Entries stand in the order of sections, so that those of one follow each other through the pages.
    for entry in layout.rest:
        if entry.section == section:
            return PageLink(context.labels.say("more-rows", n=layout.left_out(section)), entry.page)
    return None


def view_status(context: Context, layout: Layout) -> Statement | None:
    """Return the status of a subject as its page says it above all else, or None."""
    linker = Linker(context, layout.subject)
    # Names are linked where the key facts first mention them: the facts before the status count.
    for entry in layout.section("key-facts"):
        statement = view_statement(context, entry, linker)
        if entry.slot.attribute == "status":
            return statement
    return None


def view_milestones(context: Context, layout: Layout) -> MilestoneSection:
    """Return the milestones of a subject, the most urgent first."""
    linker = Linker(context, layout.subject)
    rows = [view_milestone(context, entry, linker) for entry in layout.section("milestones")]
    return MilestoneSection(tuple(sorted(rows, key=_urgency)), rest_link(context, layout, "milestones"))


def _urgency(row: MilestoneRow) -> int:
    return _URGENCY.get(row.state, len(_URGENCY))


def view_subject_timeline(context: Context, layout: Layout) -> tuple[Event, ...]:
    """Return what is dated, in order of time; nothing where the milestones above are all of it."""
    slots = subject_slots(context, layout.subject)
    events = slot_events(context, slots, Linker(context, layout.subject))[:SECTION_ROWS]
    milestones = {(entry.page, entry.anchor) for entry in layout.section("milestones")}
    if all((event.about.page, event.about.anchor) in milestones for event in events):
        return ()
    return events


def view_opinions(context: Context, layout: Layout) -> OpinionSection:
    """Return what others say about a subject."""
    linker = Linker(context, layout.subject)
    rows = [view_opinion(context, entry, linker) for entry in layout.section("opinion")]
    return OpinionSection(tuple(rows), rest_link(context, layout, "opinion"))
