"""Dated happenings and plans, for a subject's timeline and for that of the whole briefing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from briefing.dataset.linked.records import Slot
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate, date_order
from briefing.model.ids import SubjectId
from briefing.views.base.context import Context, Linker
from briefing.views.base.tokens import PageLink, Prose, words
from briefing.views.parts.facets import Facet, date_key, facet, years
from briefing.views.parts.sources import SourceRef, source_refs
from briefing.views.parts.statements import differ_link, happened, slot_label, step_state
from briefing.views.parts.values import as_of_words, claim_as_of, claim_value, lead_claim

EVENT_FACETS = ("year", "state", "kind")
DATED = ("milestone", "date")
_TOLD_IN_TIME = ("key-facts", "money", "milestones", "context")
_NEAR = ("participant", "operator", "owner", "part-of", "product-of")


@dataclass(frozen=True, slots=True)
class Event:
    """One row of a timeline; ``state`` is happened, planned, overdue or hoped for, or what became of a plan."""

    when: str
    when_key: str
    about: PageLink
    what: Prose
    state: str
    state_word: str
    as_of: str
    as_of_key: str
    facets: tuple[Facet, ...]
    differ: PageLink | None
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """An event with its date as a value and the claims that it rests on; ``act`` is what was done, if said."""

    when: PartialDate
    event: Event
    claims: tuple[Claim, ...]
    act: str = ""


def slot_events(ctx: Context, slots: Iterable[Slot], linker: Linker) -> tuple[Event, ...]:
    """Return the dated slots and claims in order of time."""
    return tuple(one.event for one in dated_events(ctx, slots, linker))


def dated_events(ctx: Context, slots: Iterable[Slot], linker: Linker) -> tuple[Dated, ...]:
    """Return the dated slots and claims in order of time, each with its date."""
    found = _each_once([one for slot in slots for one in _events_of(ctx, slot, linker)])
    found.sort(key=lambda one: (date_order(one.when), one.event.about.text, one.event.about.anchor))
    return tuple(found)


def _each_once(found: list[Dated]) -> list[Dated]:
    """Leave out the bare date of an act, such as approved, where a sum of that subject says it with the amount."""
    told = {_act(one) for one in found if one.act and one.claims[0].attribute != "date"}
    return [one for one in found if one.claims[0].attribute != "date" or _act(one) not in told]


def _act(one: Dated) -> tuple[str, str, str]:
    return one.event.about.page, one.act, one.when.edtf


def is_of_source(ctx: Context, slot: Slot) -> bool:
    """Tell whether a date is that of an article by its own word, such as when it appeared."""
    return (
        slot.attribute == "date"
        and slot.shown is not None
        and all(_is_of_itself(ctx, one) for one in slot.shown.claims)
    )


def _is_of_itself(ctx: Context, claim: Claim) -> bool:
    """True where a publication dates something of its own to the day of the article that says so."""
    article = ctx.data.articles[claim.article]
    publisher = ctx.publisher(article.publisher)
    same_day = isinstance(claim.value, PartialDate) and claim.value.edtf == claim.published.edtf
    return same_day and article.form != "release" and publisher is not None and publisher.subject in claim.about


def world_slots(ctx: Context) -> Iterator[Slot]:
    """Yield what the timeline of the briefing draws on: everything but what publications say of their own dates."""
    return (one for one in ctx.data.slots if not is_of_source(ctx, one))


def subject_slots(ctx: Context, subject: SubjectId) -> Iterator[Slot]:
    """Yield what a timeline of a subject draws on: its own slots, then the dates of what it runs or took part in."""
    yield from ctx.data.slots_of.get(subject, ())
    for other in near_subjects(ctx, subject):
        yield from (slot for slot in ctx.data.slots_of.get(other, ()) if slot.attribute in DATED)


def near_subjects(ctx: Context, subject: SubjectId) -> tuple[SubjectId, ...]:
    """Return what a subject runs, owns, consists of or took part in."""
    relations = ctx.data.relations_of.get(subject, ())
    return tuple(dict.fromkeys(one.other for one in relations if one.other and one.inverse and one.attribute in _NEAR))


def _events_of(ctx: Context, slot: Slot, linker: Linker) -> Iterator[Dated]:
    shown = slot.shown
    if shown is None:
        return
    if slot.attribute in DATED:
        if isinstance(shown.value, PartialDate) and not shown.denied:
            act = dict(slot.key).get("measure") or ""
            yield Dated(shown.value, _dated_slot(ctx, slot, shown.value), shown.claims, act)
        return
    lead = lead_claim(shown)
    if lead.when is not None and not slot.opinion and ctx.attribute(slot).section in _TOLD_IN_TIME:
        yield Dated(lead.when, _dated_claim(ctx, slot, lead, lead.when, linker), (lead,), lead.qualifier("stage") or "")


def _dated_slot(ctx: Context, slot: Slot, when: PartialDate) -> Event:
    shown = slot.shown
    claims = shown.claims if shown else slot.claims
    label, _ = slot_label(ctx, slot)
    state = slot_state(ctx, slot)
    return Event(
        when=when.label,
        when_key=date_key(when),
        about=_place(ctx, slot),
        what=words(label),
        state=state,
        state_word=ctx.labels.word("event", state),
        as_of=as_of_words(ctx, shown) if shown else "",
        as_of_key=date_key(shown.as_of) if shown else "",
        facets=_facets(ctx, slot, when, state),
        differ=differ_link(ctx, slot),
        sources=source_refs(ctx, claims),
    )


def slot_state(ctx: Context, slot: Slot) -> str:
    """Return where a dated slot stands today."""
    state = step_state(ctx, slot)
    return "happened" if state == "reported" else state


def _dated_claim(ctx: Context, slot: Slot, claim: Claim, when: PartialDate, linker: Linker) -> Event:
    label, _ = slot_label(ctx, slot)
    state = claim_state(claim, when, ctx.today)
    return Event(
        when=when.label,
        when_key=date_key(when),
        about=_place(ctx, slot),
        what=(*words(f"{label}: "), *claim_value(ctx, claim, linker)),
        state=state,
        state_word=ctx.labels.word("event", state),
        as_of=claim_as_of(ctx, claim),
        as_of_key=date_key(claim.as_of),
        facets=_facets(ctx, slot, when, state),
        differ=differ_link(ctx, slot),
        sources=source_refs(ctx, [claim]),
    )


def _facets(ctx: Context, slot: Slot, when: PartialDate, state: str) -> tuple[Facet, ...]:
    return (
        facet("year", years(when)),
        facet("state", [ctx.labels.word("event", state)]),
        facet("kind", [ctx.kind(slot.about[0]).label]),
    )


def claim_state(claim: Claim, when: PartialDate, today: date) -> str:
    """Return where a statement that holds at a date stands today."""
    if when.latest is None or when.latest >= today:
        return "planned" if not _began(when, today) else "happened"
    return "happened" if claim.modality == "reported" or happened(claim) else "overdue"


def _began(when: PartialDate, today: date) -> bool:
    return when.earliest is not None and when.earliest <= today


def _place(ctx: Context, slot: Slot) -> PageLink:
    page, anchor = ctx.layouts[slot.about[0]].place(slot)
    return PageLink(ctx.display(slot.about[0]), page, anchor)
