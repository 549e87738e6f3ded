"""What the summary of a page is made of: which facts are firm, told once or overdue, and which differences lead."""

from collections.abc import Iterable, Iterator, Sequence

from briefing.dataset.linked.records import Conflict
from briefing.model.ids import SubjectId
from briefing.views.base.context import Context
from briefing.views.base.leading_facts import LeadingFacts
from briefing.views.base.placed_entry import Entry
from briefing.views.parts.difference_links import differ_link
from briefing.views.parts.fact_strength import (
    FIGURE_SECTIONS,
    is_confirmed,
    is_overdue,
    is_single,
    is_uncompared,
    is_unsure,
)
from briefing.views.parts.findings import is_difference
from briefing.views.parts.leading_differences import leading_differences
from briefing.views.parts.timeline_slots import near_subjects

ROWS = 5


_FIRM_SECTIONS = ("key-facts", "money", "milestones", "relations")


_FIELDS = ("sector", "technology")


def lead_with(ctx: Context, subject: SubjectId, payments: Sequence[Entry]) -> LeadingFacts:
    """Return what the summary of a subject's page tells; ``payments`` are sums of others that it pays or receives."""
    return ctx.caches.leading_facts.get(subject, lambda: _lead_with(ctx, subject, payments))


def _lead_with(ctx: Context, subject: SubjectId, payments: Sequence[Entry]) -> LeadingFacts:
    layout = ctx.addresses.layouts[subject]
    stated = [entry for name in _FIRM_SECTIONS for entry in layout.section(name)]
    entries = [*stated, *_near_entries(ctx, subject, payments)]
    firm = _telling([entry for entry in entries if is_confirmed(entry) and differ_link(ctx, entry.slot) is None])[:ROWS]
    unsure = _telling([entry for entry in entries if is_unsure(ctx, entry)])[: ROWS - len(firm)]
    single = [entry for entry in entries if is_single(ctx, entry)][: ROWS - len(firm) - len(unsure)]
    return LeadingFacts(
        firm=tuple(firm),
        unsure=tuple(unsure),
        single=tuple(single),
        uncompared=tuple(entry for entry in entries if is_uncompared(ctx, entry))[:ROWS],
        overdue=tuple(entry for entry in entries if is_overdue(ctx, entry))[:ROWS],
        differences=leading_differences(ctx, _near_conflicts(ctx, subject, payments))[:ROWS],
        has_claims=bool(stated),
        confirmed=any(is_confirmed(entry) for entry in entries),
    )


def _telling(entries: list[Entry]) -> list[Entry]:
    """Return facts without those that only say which field a subject belongs to, unless there are no others."""
    return [one for one in entries if one.slot.attribute not in _FIELDS] or entries


def _near_entries(ctx: Context, subject: SubjectId, payments: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the figures and dates of what a subject runs or owns, and the sums that it pays or receives."""
    found = [
        entry for other in near_subjects(ctx, subject) for name in FIGURE_SECTIONS for entry in _own(ctx, other, name)
    ]
    others = {id(entry.slot): entry for entry in (*found, *payments) if entry.slot.about[0] != subject}
    yield from others.values()


def _own(ctx: Context, subject: SubjectId, section: str) -> tuple[Entry, ...]:
    layout = ctx.addresses.layouts.get(subject)
    return layout.section(section) if layout else ()


def _near_conflicts(ctx: Context, subject: SubjectId, payments: Iterable[Entry]) -> Iterator[Conflict]:
    """Yield the differences about a subject, then those about what it runs, and about sums it pays or receives."""
    near = dict.fromkeys([subject, *near_subjects(ctx, subject), *(entry.slot.about[0] for entry in payments)])
    found = {one.key: one for name in near for one in ctx.findings.by_subject.get(name, ()) if is_difference(ctx, one)}
    yield from found.values()
