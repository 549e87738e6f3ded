"""Lists over the whole briefing: all sources, the timeline, and every place where sources differ."""

from dataclasses import dataclass

from generator.dataset.records import Conflict
from generator.model.records import Citation
from generator.routes import CONFLICTS, SOURCES, TIMELINE
from generator.views.article import CitedRow, view_citation
from generator.views.context import Context, Linker
from generator.views.coverage import SourceRow, article_link, newest_first, view_source
from generator.views.differences import Voice, view_voice
from generator.views.events import Event, slot_events
from generator.views.findings import Finding, box_of, is_difference, view_finding
from generator.views.head import Head, Pager
from generator.views.listing import list_head, pager_of, split_rows
from generator.views.statements import slot_label
from generator.views.tokens import PageLink, Prose, listed


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
    cited: tuple[CitedSource, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """One page of the timeline."""

    head: Head
    rows: tuple[Event, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """One finding with the claims that it is about."""

    anchor: str
    finding: Finding
    about: Prose
    label: str
    box: PageLink | None
    reading: Prose
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class ConflictsPage:
    """One page of the places where sources differ."""

    head: Head
    differences: tuple[ConflictRow, ...]
    notes: tuple[ConflictRow, ...]
    pager: Pager


def view_sources(ctx: Context) -> tuple[SourcesPage, ...]:
    """Return the pages that list every article as a source, and what they cite."""
    rows = [
        view_source(ctx, one, len(ctx.claims_in.get(one.id, ()))) for one in newest_first(ctx.data.articles.values())
    ]
    cited = tuple(
        CitedSource(view_citation(ctx, citation), article_link(ctx, article.id))
        for article in newest_first(ctx.data.articles.values())
        for citation in sorted(article.cites, key=_by_date)
    )
    title, description = ctx.labels.say("sources"), ctx.labels.say("sources-description", n=len(rows))
    return tuple(
        SourcesPage(
            head=list_head(ctx, title, description, SOURCES, number),
            rows=part,
            cited=cited if number == 1 else (),
            pager=pager_of(SOURCES, number, len(rows)),
        )
        for number, part in enumerate(split_rows(rows), 1)
    )


def _by_date(citation: Citation) -> tuple[str, str]:
    return citation.published.printed if citation.published else "", citation.id


def view_timeline(ctx: Context) -> tuple[TimelinePage, ...]:
    """Return the pages of the timeline: all that is dated, in order of time."""
    rows = slot_events(ctx, ctx.data.slots, Linker(ctx))
    title, description = ctx.labels.say("timeline"), ctx.labels.say("timeline-description", n=len(rows))
    return tuple(
        TimelinePage(list_head(ctx, title, description, TIMELINE, number), part, pager_of(TIMELINE, number, len(rows)))
        for number, part in enumerate(split_rows(rows), 1)
    )


def view_conflicts(ctx: Context) -> tuple[ConflictsPage, ...]:
    """Return the pages of all places where sources differ, each finding under its permanent anchor."""
    found = ctx.findings
    title, description = ctx.labels.say("conflicts"), ctx.labels.say("conflicts-description", n=len(found))
    pages = []
    for number, part in enumerate(split_rows(found), 1):
        linker = Linker(ctx)
        pages.append(
            ConflictsPage(
                head=list_head(ctx, title, description, CONFLICTS, number),
                differences=tuple(_conflict_row(ctx, one, linker) for one in part if is_difference(ctx, one)),
                notes=tuple(_conflict_row(ctx, one, linker) for one in part if not is_difference(ctx, one)),
                pager=pager_of(CONFLICTS, number, len(found)),
            )
        )
    return tuple(pages)


def _conflict_row(ctx: Context, conflict: Conflict, linker: Linker) -> ConflictRow:
    claims = [ctx.data.claims[key] for key in conflict.claims if key in ctx.data.claims]
    labels = dict.fromkeys(slot_label(ctx, ctx.data.slot_of[claim.key])[0] for claim in claims)
    return ConflictRow(
        anchor=conflict.key,
        finding=view_finding(ctx, conflict),
        about=listed([ctx.link(one) for one in conflict.about]),
        label=", ".join(labels),
        box=box_of(ctx, conflict),
        reading=linker.prose(conflict.reading),
        voices=tuple(view_voice(ctx, claim, linker) for claim in claims),
    )
