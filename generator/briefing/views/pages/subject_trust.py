"""How far to trust the page of a subject: age, articles and origins, open conflicts, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.dataset.comparing.origins import cited_origins, origins_of
from briefing.dataset.linked.records import Conflict
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.records import Subject
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, plain
from briefing.views.pages.open_conflicts import open_conflicts
from briefing.views.parts.basis import unsure_note
from briefing.views.parts.event_rows import Event
from briefing.views.parts.events import slot_events
from briefing.views.parts.findings import conflict_page, is_difference
from briefing.views.parts.freshness import Freshness, view_freshness
from briefing.views.parts.timeline_slots import subject_slots


@dataclass(frozen=True, slots=True)
class TrustBar:
    """How far to trust a page, in figures.

    The notes ``unsure``, ``cited`` and ``open_differences`` qualify the figures before them and are often empty. The
    links lead to the list of open conflicts and to the next milestone; ``next_milestone`` is the date of that.
    """

    freshness: Freshness
    articles: int
    origins: int
    unsure: str
    cited: str
    open_conflicts: int
    open_differences: str
    conflicts_link: PageLink | None
    next_milestone: str
    next_milestone_link: PageLink | None


def view_trust(context: Context, record: Subject, claims: tuple[Claim, ...]) -> TrustBar:
    """Return how far the page of a subject can be trusted, by the claims that it shows."""
    milestone = _next_milestone(context, record.id)
    conflicts = open_conflicts(context, record.id)
    return TrustBar(
        freshness=view_freshness(context, claims, record.last_verified),
        articles=len({claim.article for claim in claims}),
        origins=origins_of(claims).independent,
        unsure=unsure_note(context, claims),
        cited=_cited_note(context, claims),
        open_conflicts=len(conflicts),
        open_differences=_difference_note(context, conflicts),
        conflicts_link=_conflicts_link(context, conflicts),
        next_milestone=milestone.when if milestone else "",
        next_milestone_link=_milestone_link(context, record.id, milestone) if milestone else None,
    )


def _cited_note(context: Context, claims: Sequence[Claim]) -> str:
    # Reports that articles cite count among the origins, though nobody here has read them.
    count = len(cited_origins(claims))
    return context.labels.say("of-them-cited", n=count) if count else ""


def _difference_note(context: Context, conflicts: Sequence[Conflict]) -> str:
    """Return how many of the open conflicts are differences between sources, or that none of them is."""
    if not conflicts:
        return ""
    count = sum(is_difference(context, conflict) for conflict in conflicts)
    if count == 0:
        return context.labels.say("all-are-notes", n=len(conflicts))
    return context.labels.say("of-them-differ", n=count)


def _conflicts_link(context: Context, conflicts: Sequence[Conflict]) -> PageLink | None:
    """Return the link from the number of open conflicts to the first of them in the list."""
    if not conflicts:
        return None
    first = conflicts[0].key
    return PageLink(str(len(conflicts)), conflict_page(context, first), first)


def _next_milestone(context: Context, subject: SubjectId) -> Event | None:
    """Return the next planned step of a subject or of what it runs, or None."""
    slots = [slot for slot in subject_slots(context, subject) if slot.attribute == "milestone"]
    # Events come in order of time, and what is overdue is no longer planned.
    for event in slot_events(context, slots, Linker(context, subject)):
        if event.state == "planned":
            return event
    return None


def _milestone_link(context: Context, subject: SubjectId, milestone: Event) -> PageLink:
    about, name = milestone.about, plain(milestone.what)
    if about.page != context.page(subject):
        name = f"{about.text}: {name}"
    return PageLink(name, about.page, about.anchor)
