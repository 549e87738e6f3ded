"""Dated happenings and plans, for a subject's timeline and for that of the whole briefing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.dataset.linked.records import Slot, ValueGroup
from briefing.model.claims import Claim
from briefing.model.dates import DateOrder, PartialDate, date_order
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, Prose, words
from briefing.views.parts.date_words import as_of_words, claim_as_of
from briefing.views.parts.difference_links import differ_link
from briefing.views.parts.facets import Facet, date_key, facet, years
from briefing.views.parts.slot_labels import locate_slot, slot_label
from briefing.views.parts.sources import SourceRef, source_refs
from briefing.views.parts.step_states import claim_state, slot_state
from briefing.views.parts.timeline_slots import (
    DATED,
)
from briefing.views.parts.values import claim_value, lead_claim

EVENT_FACETS = ("year", "state", "kind")


_SECTIONS_IN_TIME = ("key-facts", "money", "milestones", "context")


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
    return tuple(dated.event for dated in dated_events(ctx, slots, linker))


def dated_events(ctx: Context, slots: Iterable[Slot], linker: Linker) -> tuple[DatedEvent, ...]:
    """Return the dated slots and claims in order of time, each with its date."""
    events: list[DatedEvent] = []
    for slot in slots:
        event = _event_of(ctx, slot, linker)
        if event is not None:
            events.append(event)
    return tuple(sorted(_drop_bare_dates(events), key=_time_order))


def _time_order(dated: DatedEvent) -> tuple[DateOrder, str, str]:
    # On one day by subject and place, so that equal data give an equal order.
    return date_order(dated.when), dated.event.about.text, dated.event.about.anchor


def _drop_bare_dates(events: Sequence[DatedEvent]) -> list[DatedEvent]:
    """Leave out the bare date of an act, such as approved, where a sum of that subject says it with the amount."""
    acts = {_act_key(event) for event in events if event.act and not _is_bare_date(event)}
    return [event for event in events if not _is_bare_date(event) or _act_key(event) not in acts]


def _is_bare_date(event: DatedEvent) -> bool:
    return event.claims[0].attribute == "date"


def _act_key(dated: DatedEvent) -> tuple[str, str, str]:
    return dated.event.about.page, dated.act, dated.when.edtf


def _event_of(ctx: Context, slot: Slot, linker: Linker) -> DatedEvent | None:
    """Return what a slot puts on a timeline: its date, or its statement with the day that it holds for."""
    if slot.shown is None:
        return None
    if slot.attribute in DATED:
        return _date_event(ctx, slot, slot.shown)
    lead = lead_claim(slot.shown)
    if lead.when is None or slot.opinion or ctx.attribute(slot).section not in _SECTIONS_IN_TIME:
        return None
    return _claim_event(ctx, slot, lead, lead.when, linker)


def _date_event(ctx: Context, slot: Slot, shown: ValueGroup) -> DatedEvent | None:
    when = shown.value
    # That something does not happen on a day is no event.
    if not isinstance(when, PartialDate) or shown.denied:
        return None
    label, _ = slot_label(ctx, slot)
    state = slot_state(ctx, slot)
    event = Event(
        when=when.label,
        when_key=date_key(when),
        about=_link_slot(ctx, slot),
        what=words(label),
        state=state,
        state_word=ctx.labels.word("event", state),
        as_of=as_of_words(ctx, shown),
        as_of_key=date_key(shown.as_of),
        facets=_facets(ctx, slot, when, state),
        differ=differ_link(ctx, slot),
        sources=source_refs(ctx, shown.claims),
    )
    return DatedEvent(when, event, shown.claims, dict(slot.key).get("measure") or "")


def _claim_event(ctx: Context, slot: Slot, claim: Claim, when: PartialDate, linker: Linker) -> DatedEvent:
    label, _ = slot_label(ctx, slot)
    state = claim_state(claim, when, ctx.today)
    event = Event(
        when=when.label,
        when_key=date_key(when),
        about=_link_slot(ctx, slot),
        what=(*words(f"{label}: "), *claim_value(ctx, claim, linker)),
        state=state,
        state_word=ctx.labels.word("event", state),
        as_of=claim_as_of(ctx, claim),
        as_of_key=date_key(claim.as_of),
        facets=_facets(ctx, slot, when, state),
        differ=differ_link(ctx, slot),
        sources=source_refs(ctx, [claim]),
    )
    return DatedEvent(when, event, (claim,), claim.qualifier("stage") or "")


def _facets(ctx: Context, slot: Slot, when: PartialDate, state: str) -> tuple[Facet, ...]:
    return (
        facet("year", years(when)),
        facet("state", [ctx.labels.word("event", state)]),
        facet("kind", [ctx.kind(slot.about[0]).label]),
    )


def _link_slot(ctx: Context, slot: Slot) -> PageLink:
    return PageLink(ctx.display(slot.about[0]), *locate_slot(ctx, slot))
