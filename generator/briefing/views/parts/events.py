"""Dated happenings and plans in order of time, for a subject's timeline and for that of the whole briefing."""

from collections.abc import Collection, Iterable, Sequence

from briefing.dataset.linked.records import Slot
from briefing.model.dates import DateOrder, date_order
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.parts.event_rows import DatedEvent, Event, view_date, view_dated_claim
from briefing.views.parts.timeline_slots import DATED
from briefing.views.parts.values import lead_claim

EVENT_FACETS = ("year", "state", "kind")


_SECTIONS_IN_TIME = ("key-facts", "money", "milestones", "context")


def slot_events(context: Context, slots: Iterable[Slot], linker: Linker) -> tuple[Event, ...]:
    """Return the dated slots and claims in order of time."""
    return tuple(dated.event for dated in dated_events(context, slots, linker))


def dated_events(context: Context, slots: Iterable[Slot], linker: Linker) -> tuple[DatedEvent, ...]:
    """Return the dated slots and claims in order of time, each with its date."""
    events: list[DatedEvent] = []
    for slot in slots:
        event = _event_of(context, slot, linker)
        if event is not None:
            events.append(event)
    with_amounts = _drop_bare_dates(events)
    return tuple(sorted(with_amounts, key=_time_order))


def _time_order(dated: DatedEvent) -> tuple[DateOrder, str, str]:
    # On one day by subject and place, so that equal data give an equal order.
    return date_order(dated.when), dated.event.about.text, dated.event.about.anchor


def _drop_bare_dates(events: Sequence[DatedEvent]) -> list[DatedEvent]:
    """Leave out the bare date of an act, such as approved, where a sum of that subject says it with the amount."""
    acts: set[tuple[str, str, str]] = set()
    for event in events:
        if event.act and not _is_bare_date(event):
            acts.add(_act_key(event))
    return [event for event in events if not _repeats_act(event, acts)]


def _repeats_act(event: DatedEvent, acts: Collection[tuple[str, str, str]]) -> bool:
    if not _is_bare_date(event):
        return False
    return _act_key(event) in acts


def _is_bare_date(event: DatedEvent) -> bool:
    return event.claims[0].attribute == "date"


def _act_key(dated: DatedEvent) -> tuple[str, str, str]:
    return dated.event.about.page, dated.act, dated.when.edtf


def _event_of(context: Context, slot: Slot, linker: Linker) -> DatedEvent | None:
    """Return what a slot puts on a timeline: its date, or its statement with the day that it holds for."""
    if slot.shown is None:
        return None
    if slot.attribute in DATED:
        return view_date(context, slot, slot.shown)
    lead = lead_claim(slot.shown)
    # What somebody thinks of a day is no event.
    if lead.when is None or slot.opinion:
        return None
    if context.attribute(slot).section not in _SECTIONS_IN_TIME:
        return None
    return view_dated_claim(context, slot, lead, lead.when, linker)
