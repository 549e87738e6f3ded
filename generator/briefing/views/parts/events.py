"""Dated happenings and plans, for a subject's timeline and for that of the whole briefing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.dataset.linked.records import Slot
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate, date_order
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, Prose, words
from briefing.views.parts.date_words import as_of_words, claim_as_of
from briefing.views.parts.difference_links import differ_link
from briefing.views.parts.facets import Facet, date_key, facet, years
from briefing.views.parts.slot_labels import slot_label
from briefing.views.parts.sources import SourceRef, source_refs
from briefing.views.parts.step_states import claim_state, slot_state
from briefing.views.parts.timeline_slots import (
    DATED,
)
from briefing.views.parts.values import claim_value, lead_claim

EVENT_FACETS = ("year", "state", "kind")


_TOLD_IN_TIME = ("key-facts", "money", "milestones", "context")


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
class DatedEvent:
    """An event with its date as a value and the claims that it rests on; ``act`` is what was done, if said."""

    when: PartialDate
    event: Event
    claims: tuple[Claim, ...]
    act: str = ""


def slot_events(ctx: Context, slots: Iterable[Slot], linker: Linker) -> tuple[Event, ...]:
    """Return the dated slots and claims in order of time."""
    return tuple(one.event for one in dated_events(ctx, slots, linker))


def dated_events(ctx: Context, slots: Iterable[Slot], linker: Linker) -> tuple[DatedEvent, ...]:
    """Return the dated slots and claims in order of time, each with its date."""
    found = _each_once([one for slot in slots for one in _events_of(ctx, slot, linker)])
    found.sort(key=lambda one: (date_order(one.when), one.event.about.text, one.event.about.anchor))
    return tuple(found)


def _each_once(found: list[DatedEvent]) -> list[DatedEvent]:
    """Leave out the bare date of an act, such as approved, where a sum of that subject says it with the amount."""
    told = {_act(one) for one in found if one.act and one.claims[0].attribute != "date"}
    return [one for one in found if one.claims[0].attribute != "date" or _act(one) not in told]


def _act(one: DatedEvent) -> tuple[str, str, str]:
    return one.event.about.page, one.act, one.when.edtf


def _events_of(ctx: Context, slot: Slot, linker: Linker) -> Iterator[DatedEvent]:
    shown = slot.shown
    if shown is None:
        return
    if slot.attribute in DATED:
        if isinstance(shown.value, PartialDate) and not shown.denied:
            act = dict(slot.key).get("measure") or ""
            yield DatedEvent(shown.value, _dated_slot(ctx, slot, shown.value), shown.claims, act)
        return
    lead = lead_claim(shown)
    if lead.when is not None and not slot.opinion and ctx.attribute(slot).section in _TOLD_IN_TIME:
        yield DatedEvent(
            lead.when, _dated_claim(ctx, slot, lead, lead.when, linker), (lead,), lead.qualifier("stage") or ""
        )


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


def _place(ctx: Context, slot: Slot) -> PageLink:
    page, anchor = ctx.addresses.layouts[slot.about[0]].locate(slot)
    return PageLink(ctx.display(slot.about[0]), page, anchor)
