"""A page within a minute: what independent sources agree on, and where sources differ, here and next door."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.dataset.records import Conflict
from generator.model.ids import SubjectId
from generator.views.context import Context, Linker
from generator.views.disputed import DisputedFact, leading_differences, view_disputed
from generator.views.events import near_subjects
from generator.views.findings import is_difference
from generator.views.placement import Entry, Layout
from generator.views.statements import entry_label, entry_value
from generator.views.tokens import PageLink, plain

ROWS = 5
_VALUE_LENGTH = 60
_FIRM_SECTIONS = ("key-facts", "money", "milestones", "relations")


@dataclass(frozen=True, slots=True)
class Glance:
    """What is firm and what is disputed; ``has_claims`` tells a page without firm facts from one without any."""

    firm: tuple[PageLink, ...]
    has_claims: bool
    disputed: tuple[DisputedFact, ...]


def view_glance(ctx: Context, layout: Layout, payments: Iterable[Entry]) -> Glance:
    """Return the summary of a page; ``payments`` are the sums of others that its subject pays or receives."""
    found = leading_differences(ctx, _near_conflicts(ctx, layout.subject, payments))
    linker = Linker(ctx, layout.subject)
    stated = [entry for name in _FIRM_SECTIONS for entry in layout.section(name)]
    return Glance(
        firm=tuple(_firm(ctx, entry, linker) for entry in stated if _is_firm(entry))[:ROWS],
        has_claims=bool(stated),
        disputed=tuple(_disputed(ctx, one, layout, linker) for one in found[:ROWS]),
    )


def _disputed(ctx: Context, conflict: Conflict, layout: Layout, linker: Linker) -> DisputedFact:
    """Return a difference; on the subject's own page the link names the fact, or the rule, not the subject again."""
    row = view_disputed(ctx, conflict, linker)
    if row.place.page != layout.home:
        return row
    return replace(row, place=replace(row.place, text=row.label or row.finding.rule), label="")


def _is_firm(entry: Entry) -> bool:
    shown = entry.slot.shown
    return shown is not None and len(shown.origins) > 1 and not entry.slot.disputed and not entry.slot.opinion


def _firm(ctx: Context, entry: Entry, linker: Linker) -> PageLink:
    """Return a link to a fact; what is too long for a summary goes by its label alone."""
    said, label = plain(entry_value(ctx, entry, linker)), entry_label(ctx, entry)[0]
    return PageLink(f"{label}: {said}" if len(said) <= _VALUE_LENGTH else label, entry.page, entry.anchor)


def _near_conflicts(ctx: Context, subject: SubjectId, payments: Iterable[Entry]) -> Iterator[Conflict]:
    """Yield the differences about a subject, then those about what it runs, and about sums it pays or receives."""
    near = dict.fromkeys([subject, *near_subjects(ctx, subject), *(entry.slot.about[0] for entry in payments)])
    found = {one.key: one for name in near for one in ctx.conflicts.get(name, ()) if is_difference(ctx, one)}
    yield from found.values()
