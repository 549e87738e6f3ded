"""What the summary of a page is made of: which facts are firm, told once or overdue, and which differences lead."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

from briefing.dataset.linked.records import Conflict
from briefing.model.grouping import distinct_by
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


def lead_with(context: Context, subject: SubjectId, payments: Sequence[Entry]) -> LeadingFacts:
    """Return what the summary of a subject's page tells; ``payments`` are sums of others that it pays or receives."""
    return context.caches.leading_facts.get(subject, lambda: _find_leading(context, subject, payments))


def _find_leading(context: Context, subject: SubjectId, payments: Sequence[Entry]) -> LeadingFacts:
    own = _own_entries(context, subject)
    entries = [*own, *_near_entries(context, subject, payments)]
    confirmed = list(filter(is_confirmed, entries))
    firm = _drop_fields([entry for entry in confirmed if differ_link(context, entry.slot) is None])[:ROWS]
    # What is less sure fills the rows that what is surer leaves.
    unsure = _drop_fields(list(filter(partial(is_unsure, context), entries)))[: ROWS - len(firm)]
    single = _find_first(entries, partial(is_single, context), ROWS - len(firm) - len(unsure))
    return LeadingFacts(
        firm=tuple(firm),
        unsure=tuple(unsure),
        single=single,
        uncompared=_find_first(entries, partial(is_uncompared, context), ROWS),
        overdue=_find_first(entries, partial(is_overdue, context), ROWS),
        differences=leading_differences(context, _near_differences(context, subject, payments))[:ROWS],
        has_claims=bool(own),
        confirmed=bool(confirmed),
    )


def _find_first(entries: Iterable[Entry], test: Callable[[Entry], bool], rows: int) -> tuple[Entry, ...]:
    """Return the first entries that pass a test, as many as there are rows; the rest is not looked at."""
    return tuple(islice(filter(test, entries), rows))


def _own_entries(context: Context, subject: SubjectId) -> list[Entry]:
    layout = context.addresses.layouts[subject]
    entries: list[Entry] = []
    for section in _FIRM_SECTIONS:
        entries.extend(layout.section(section))
    return entries


def _drop_fields(entries: list[Entry]) -> list[Entry]:
    """Return facts without those that only say which field a subject belongs to, unless there are no others."""
    telling = [entry for entry in entries if entry.slot.attribute not in _FIELDS]
    return telling or entries


def _near_entries(context: Context, subject: SubjectId, payments: Iterable[Entry]) -> Iterable[Entry]:
    """Return the figures and dates of what a subject runs or owns, and the sums that it pays or receives."""
    # By identity: a sum that it pays may be one of what it runs, and comes once.
    entries: dict[int, Entry] = {}
    for entry in (*_figures_nearby(context, subject), *payments):
        if entry.slot.about[0] != subject:
            entries[id(entry.slot)] = entry
    return entries.values()


def _figures_nearby(context: Context, subject: SubjectId) -> Iterator[Entry]:
    """Yield the figures and dates on the pages of what a subject runs or owns."""
    layouts = context.addresses.layouts
    for neighbour in near_subjects(context, subject):
        # A relation may name a subject that has no file.
        if neighbour in layouts:
            for section in FIGURE_SECTIONS:
                yield from layouts[neighbour].section(section)


def _near_differences(context: Context, subject: SubjectId, payments: Iterable[Entry]) -> Iterable[Conflict]:
    """Return the differences about a subject, then those about what it runs, and about sums it pays or receives."""
    owners = (entry.slot.about[0] for entry in payments)
    near = dict.fromkeys([subject, *near_subjects(context, subject), *owners])
    findings: list[Conflict] = []
    for neighbour in near:
        findings.extend(context.findings.by_subject.get(neighbour, ()))
    # One that is about two of them comes where the first stands.
    once_each = distinct_by(findings, lambda finding: finding.key)
    return filter(partial(is_difference, context), once_each)
