"""Lists over the whole briefing: all sources, the timeline, and every place where sources differ."""

from collections import Counter
from dataclasses import dataclass, replace

from generator.dataset.records import Conflict
from generator.model.records import Citation
from generator.routes import CHECKS, CONFLICTS, SOURCES, TIMELINE
from generator.views.article import CitedRow, view_citation
from generator.views.context import Context, Linker, order_findings
from generator.views.coverage import SourceRow, article_link, newest_first, view_source
from generator.views.differences import Voice, view_voice
from generator.views.events import Event, slot_events
from generator.views.findings import Finding, box_of, is_difference, rule_words, view_finding
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


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule speaks, to whom, and how many of its findings are still open."""

    name: str
    code: str
    audience: str
    found: str
    open: str


@dataclass(frozen=True, slots=True)
class ChecksPage:
    """One page of the findings for editors."""

    head: Head
    rules: tuple[RuleCount, ...]
    rows: tuple[ConflictRow, ...]
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


def view_checks(ctx: Context) -> tuple[ChecksPage, ...]:
    """Return the pages for editors: how often each rule speaks, and the findings that no reader's page shows."""
    found = order_findings(ctx.data, "editor")
    title, description = ctx.labels.say("checks"), ctx.labels.say("checks-description", n=len(found))
    return tuple(
        ChecksPage(
            head=list_head(ctx, title, description, CHECKS, number),
            rules=_rule_counts(ctx) if number == 1 else (),
            rows=tuple(replace(_conflict_row(ctx, one, Linker(ctx)), box=None) for one in part),
            pager=pager_of(CHECKS, number, len(found)),
        )
        for number, part in enumerate(split_rows(found), 1)
    )


def _rule_counts(ctx: Context) -> tuple[RuleCount, ...]:
    """The noisiest rules first: one that speaks often and is seldom settled needs sharpening."""
    found = ctx.data.conflicts
    counts = Counter((one.rule, one.audience) for one in found)
    still_open = Counter((one.rule, one.audience) for one in found if one.status == "open")
    rows = [
        RuleCount(
            rule_words(ctx, rule), rule, ctx.labels.word("audience", audience), str(n), str(still_open[rule, audience])
        )
        for (rule, audience), n in counts.items()
    ]
    return tuple(sorted(rows, key=lambda one: (-int(one.found), one.code, one.audience)))


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
