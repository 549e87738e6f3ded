"""What the summary of a page is made of: which facts are firm, told once or overdue, and which differences lead."""

from collections.abc import Iterable, Iterator, Sequence

from briefing.dataset.comparing.confidence import differing_terms, origins_of
from briefing.dataset.comparing.uncompared import uncompared_groups
from briefing.dataset.linked.records import Conflict, Rank, Slot
from briefing.model.ids import SubjectId
from briefing.model.measures import Hurdle
from briefing.model.values import Unknown
from briefing.views.base.context import Context
from briefing.views.base.leading_facts import Leading
from briefing.views.base.placement import Entry
from briefing.views.parts.boxes import open_findings
from briefing.views.parts.disputed import leading_differences
from briefing.views.parts.events import near_subjects, slot_state
from briefing.views.parts.findings import is_difference
from briefing.views.parts.statements import differ_link

ROWS = 5
_FIRM_SECTIONS = ("key-facts", "money", "milestones", "relations")
_FIGURES = ("key-facts", "money", "milestones")
_FIELDS = ("sector", "technology")
_GOOD = ("A", "B")


def lead_with(ctx: Context, subject: SubjectId, payments: Sequence[Entry]) -> Leading:
    """Return what the summary of a subject's page tells; ``payments`` are sums of others that it pays or receives."""
    return ctx.leading.of(subject, lambda: _lead_with(ctx, subject, payments))


def _lead_with(ctx: Context, subject: SubjectId, payments: Sequence[Entry]) -> Leading:
    layout = ctx.layouts[subject]
    stated = [entry for name in _FIRM_SECTIONS for entry in layout.section(name)]
    entries = [*stated, *_near_entries(ctx, subject, payments)]
    firm = _telling([entry for entry in entries if _is_confirmed(entry) and differ_link(ctx, entry.slot) is None])[
        :ROWS
    ]
    unsure = _telling([entry for entry in entries if _is_unsure(ctx, entry)])[: ROWS - len(firm)]
    single = [entry for entry in entries if _is_single(ctx, entry)][: ROWS - len(firm) - len(unsure)]
    return Leading(
        firm=tuple(firm),
        unsure=tuple(unsure),
        single=tuple(single),
        uncompared=tuple(entry for entry in entries if _is_uncompared(ctx, entry))[:ROWS],
        overdue=tuple(entry for entry in entries if _is_overdue(ctx, entry))[:ROWS],
        differences=leading_differences(ctx, _near_conflicts(ctx, subject, payments))[:ROWS],
        has_claims=bool(stated),
        confirmed=any(_is_confirmed(entry) for entry in entries),
    )


def _is_confirmed(entry: Entry) -> bool:
    """Tell whether sources that are known to be independent say the same."""
    shown = entry.slot.shown
    if shown is None or shown.doubt or shown.independent < 2 or entry.slot.opinion:
        return False
    return not differing_terms(shown.claims)


def _is_unsure(ctx: Context, entry: Entry) -> bool:
    """Tell whether several articles say the same of which nobody knows whether they share an original."""
    shown = entry.slot.shown
    if shown is None or shown.doubt or shown.independent > 1 or isinstance(shown.value, Unknown):
        return False
    if origins_of(shown.claims).unsure == 0 or entry.slot.opinion:
        return False
    return differ_link(ctx, entry.slot) is None and not _hurdles(ctx, entry.slot)


def _telling(entries: list[Entry]) -> list[Entry]:
    """Return facts without those that only say which field a subject belongs to, unless there are no others."""
    return [one for one in entries if one.slot.attribute not in _FIELDS] or entries


def _is_overdue(ctx: Context, entry: Entry) -> bool:
    return entry.section == "milestones" and slot_state(ctx, entry.slot) == "overdue"


def _is_contested(ctx: Context, slot: Slot) -> bool:
    """Tell whether a value is in dispute, or an open finding of its page is about it."""
    return slot.disputed or bool(open_findings(ctx, slot))


def _is_uncompared(ctx: Context, entry: Entry) -> bool:
    """Tell whether sources give a figure in units or currencies that nothing converts."""
    if entry.section not in _FIGURES or entry.slot.opinion or entry.slot.disputed:
        return False
    return any(hurdle is not Hurdle.WORDING for hurdle in _hurdles(ctx, entry.slot))


def _hurdles(ctx: Context, slot: Slot) -> list[Hurdle]:
    return [hurdle for _, hurdle in uncompared_groups(slot, ctx.attribute(slot), ctx.rates)]


def _is_single(ctx: Context, entry: Entry) -> bool:
    """Tell whether one good source says a figure or date and none says otherwise: all others were compared."""
    shown = entry.slot.shown
    if shown is None or shown.doubt or entry.section not in _FIGURES or isinstance(shown.value, Unknown):
        return False
    if len(shown.origins) != 1 or shown.grade not in _GOOD or entry.slot.opinion:
        return False
    # An older value that this one took the place of is no contradiction, yet whoever gave it says something else.
    if Rank.SUPERSEDED in entry.slot.ranks.values():
        return False
    return not _is_contested(ctx, entry.slot) and not _hurdles(ctx, entry.slot)


def _near_entries(ctx: Context, subject: SubjectId, payments: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the figures and dates of what a subject runs or owns, and the sums that it pays or receives."""
    found = [entry for other in near_subjects(ctx, subject) for name in _FIGURES for entry in _own(ctx, other, name)]
    others = {id(entry.slot): entry for entry in (*found, *payments) if entry.slot.about[0] != subject}
    yield from others.values()


def _own(ctx: Context, subject: SubjectId, section: str) -> tuple[Entry, ...]:
    layout = ctx.layouts.get(subject)
    return layout.section(section) if layout else ()


def _near_conflicts(ctx: Context, subject: SubjectId, payments: Iterable[Entry]) -> Iterator[Conflict]:
    """Yield the differences about a subject, then those about what it runs, and about sums it pays or receives."""
    near = dict.fromkeys([subject, *near_subjects(ctx, subject), *(entry.slot.about[0] for entry in payments)])
    found = {one.key: one for name in near for one in ctx.conflicts.get(name, ()) if is_difference(ctx, one)}
    yield from found.values()
