"""A page within a minute: what independent sources agree on, and where sources differ, here and next door."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.dataset.confidence import read_origins
from generator.dataset.records import Conflict, Slot
from generator.dataset.uncompared import uncompared_groups
from generator.model.claims import Claim
from generator.model.ids import SubjectId
from generator.model.measures import Hurdle
from generator.model.values import Unknown
from generator.views.boxes import open_findings
from generator.views.context import Context, Linker
from generator.views.disputed import DisputedFact, leading_differences, view_disputed
from generator.views.events import near_subjects, slot_state
from generator.views.evidence import Basis, view_basis
from generator.views.families import Family, family_of
from generator.views.findings import is_difference
from generator.views.placement import Entry, Layout
from generator.views.statements import differ_link, entry_label, entry_value
from generator.views.tokens import PageLink, plain
from generator.views.values import as_of_words, firmness, lead_claim

ROWS = 5
_VALUE_LENGTH = 60
_FIRM_SECTIONS = ("key-facts", "money", "milestones", "relations")
_FIGURES = ("key-facts", "money", "milestones")
_FIELDS = ("sector", "technology")
_GOOD = ("A", "B")


@dataclass(frozen=True, slots=True)
class Told:
    """A fact in few words: where it stands, how firmly it is said and as of when."""

    place: PageLink
    standing: str


@dataclass(frozen=True, slots=True)
class Glance:
    """What all rests on, what is firm, what one good source says, what is overdue or disputed, here and next door.

    ``single`` is what nothing contradicts: everything else that is said was compared with it. ``uncompared`` is what
    sources give in units or currencies that nothing converts.
    ``basis`` is there where all comes from one article or original; ``has_claims`` tells a page without firm facts
    from one without any. ``differ`` names the label above the disputes; ``alike`` is what may be no dispute.
    """

    basis: Basis | None
    firm: tuple[Told, ...]
    single: tuple[Told, ...]
    uncompared: tuple[Told, ...]
    overdue: tuple[Told, ...]
    has_claims: bool
    disputed: tuple[DisputedFact, ...]
    differ: str
    alike: tuple[DisputedFact, ...]


def view_glance(ctx: Context, layout: Layout, payments: Sequence[Entry], claims: Sequence[Claim]) -> Glance:
    """Return the summary of a page.

    ``payments`` are the sums of others that its subject pays or receives, ``claims`` all that the page rests on.
    """
    found = leading_differences(ctx, _near_conflicts(ctx, layout.subject, payments))[:ROWS]
    linker = Linker(ctx, layout.subject)
    stated = [entry for name in _FIRM_SECTIONS for entry in layout.section(name)]
    near = list(_near_entries(ctx, layout.subject, payments))
    firm = _telling([entry for entry in (*stated, *near) if _is_firm(ctx, entry)])[:ROWS]
    told_once = [entry for entry in (*stated, *near) if _is_single(ctx, entry)][: ROWS - len(firm)]
    uncompared = [entry for entry in (*stated, *near) if _is_uncompared(ctx, entry)][:ROWS]
    overdue = [entry for entry in (*stated, *near) if _is_overdue(ctx, entry)][:ROWS]
    basis = view_basis(ctx, claims) if stated else None
    disputes = [_disputed(ctx, one, layout, linker) for one in found if not _is_alike(ctx, one)]
    return Glance(
        basis=basis,
        firm=tuple(_firm(ctx, entry, linker, layout) for entry in firm),
        single=tuple(_firm(ctx, entry, linker, layout, voiced=basis is None) for entry in told_once),
        uncompared=tuple(_firm(ctx, entry, linker, layout, voiced=basis is None) for entry in uncompared),
        overdue=tuple(_firm(ctx, entry, linker, layout) for entry in overdue),
        has_claims=bool(stated),
        disputed=tuple(disputes),
        differ=_differ_label(disputes),
        alike=tuple(_disputed(ctx, one, layout, linker) for one in found if _is_alike(ctx, one)),
    )


def _differ_label(rows: Sequence[DisputedFact]) -> str:
    if all(row.within for row in rows):
        return "differ-itself"
    return "differ-short" if any(row.finding.status == "open" for row in rows) else "differ-answered"


def _is_alike(ctx: Context, conflict: Conflict) -> bool:
    """Tell whether statements may all be so and only look as if they were about one thing."""
    return family_of(ctx.data, conflict) is not Family.DISPUTE


def _disputed(ctx: Context, conflict: Conflict, layout: Layout, linker: Linker) -> DisputedFact:
    """Return a difference; the subject is not named again on its own page."""
    row = view_disputed(ctx, conflict, linker)
    return row if row.place.page != layout.home else replace(row, about="")


def _is_firm(ctx: Context, entry: Entry) -> bool:
    shown = entry.slot.shown
    several = shown is not None and len(read_origins(shown.claims)) > 1
    return several and not entry.slot.opinion and differ_link(ctx, entry.slot) is None


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
    return not _is_contested(ctx, entry.slot) and not _hurdles(ctx, entry.slot)


def _near_entries(ctx: Context, subject: SubjectId, payments: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the figures and dates of what a subject runs or owns, and the sums that it pays or receives."""
    found = [entry for other in near_subjects(ctx, subject) for name in _FIGURES for entry in _own(ctx, other, name)]
    others = {id(entry.slot): entry for entry in (*found, *payments) if entry.slot.about[0] != subject}
    yield from others.values()


def _own(ctx: Context, subject: SubjectId, section: str) -> tuple[Entry, ...]:
    layout = ctx.layouts.get(subject)
    return layout.section(section) if layout else ()


def _firm(ctx: Context, entry: Entry, linker: Linker, layout: Layout, *, voiced: bool = False) -> Told:
    """Return a fact; one next door names whose it is, one too long for a summary goes by its label alone."""
    said, (label, role) = plain(entry_value(ctx, entry, linker)), entry_label(ctx, entry)
    if role and entry.relation is not None:
        label = f"{label} ({role})"
    if entry.page != layout.home:
        label = f"{ctx.display(entry.slot.about[0])}, {label}"
    told = f"{label}: {said}" if len(said) <= _VALUE_LENGTH else label
    return Told(PageLink(told, entry.page, entry.anchor), _standing(ctx, entry, voiced=voiced))


def _standing(ctx: Context, entry: Entry, *, voiced: bool) -> str:
    """Return who says a fact, how firmly where nobody reports it as done, and the day that it holds for."""
    group = entry.slot.shown
    if group is None:
        return ""
    lead = lead_claim(group)
    # It stands in brackets, so the date does without those of its own words.
    day = as_of_words(ctx, group).partition(" (")[0]
    day = ctx.labels.say("or-so", date=day) if "?" in group.as_of.edtf else day
    voice = ctx.brief_names[lead.article] if voiced else ""
    return ", ".join(filter(None, (voice, firmness(ctx, lead), ctx.labels.say("as-of-is", date=day))))


def _near_conflicts(ctx: Context, subject: SubjectId, payments: Iterable[Entry]) -> Iterator[Conflict]:
    """Yield the differences about a subject, then those about what it runs, and about sums it pays or receives."""
    near = dict.fromkeys([subject, *near_subjects(ctx, subject), *(entry.slot.about[0] for entry in payments)])
    found = {one.key: one for name in near for one in ctx.conflicts.get(name, ()) if is_difference(ctx, one)}
    yield from found.values()
