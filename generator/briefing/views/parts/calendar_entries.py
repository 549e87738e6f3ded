"""The calendars of a briefing: its plans as entries of days, with how exact a date is said in words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from briefing.dataset.linked.records import Slot, ValueGroup
from briefing.model.dates import PartialDate, date_order
from briefing.model.ids import SubjectId
from briefing.routes import PagePath, slot_anchor, unique_anchors
from briefing.views.base.context import Context
from briefing.views.parts.date_words import as_of_words
from briefing.views.parts.qualifiers import firmness
from briefing.views.parts.slot_labels import locate_slot, slot_label
from briefing.views.parts.sources import source_refs
from briefing.views.parts.step_states import HOPED, slot_state
from briefing.views.parts.timeline_slots import subject_slots
from briefing.views.parts.values import lead_claim

LONGEST = 366


"""Days that an entry may take up; a longer or open stretch stands on the day of its known end."""


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry of a calendar; it takes up the days from ``first`` to ``last``.

    ``id`` names the question that it answers, never a claim: a better source must not make another entry of it.
    """

    id: str
    first: date
    last: date
    summary: str
    description: str
    page: PagePath
    anchor: str
    dropped: bool


def view_calendar(ctx: Context) -> tuple[CalendarEntry, ...]:
    """Return the entries of the whole briefing: what was planned when the data were last looked over."""
    return _entries(ctx, ctx.data.slots)


def view_subject_calendars(ctx: Context) -> Mapping[SubjectId, tuple[CalendarEntry, ...]]:
    """Return the entries of every subject that has any, those of what it runs or took part in among them."""
    found = {subject: subject_calendar(ctx, subject) for subject in ctx.data.subjects}
    return {subject: entries for subject, entries in found.items() if entries}


def subject_calendar(ctx: Context, subject: SubjectId) -> tuple[CalendarEntry, ...]:
    """Return the entries of one subject."""
    return _entries(ctx, subject_slots(ctx, subject))


def _entries(ctx: Context, slots: Iterable[Slot]) -> tuple[CalendarEntry, ...]:
    found = dict(_plans(ctx, slots))
    ordered = [entry for entry, _ in sorted(found.items(), key=lambda one: (date_order(one[1]), one[0].id))]
    return tuple(
        replace(entry, id=name) for entry, name in zip(ordered, unique_anchors(one.id for one in ordered), strict=True)
    )


def _plans(ctx: Context, slots: Iterable[Slot]) -> Iterator[tuple[CalendarEntry, PartialDate]]:
    for slot in slots:
        group = slot.shown
        if slot.attribute != "milestone" or group is None or group.denied or not isinstance(group.value, PartialDate):
            continue
        state, days = slot_state(ctx, slot), entry_days(group.value)
        # What is reported as done was no plan, nor is a hope; a plan stays with what became of it, so that no calendar
        # empties.
        if state not in ("happened", HOPED) and days:
            yield _entry(ctx, slot, group, group.value, state, days), group.value


def entry_days(when: PartialDate) -> tuple[date, date] | None:
    """Return the first and last day that an entry takes up; None where a date has no end at all."""
    if when.earliest and when.latest and (when.latest - when.earliest).days < LONGEST:
        days = when.earliest, when.latest
    else:
        known = when.last_day
        if known is None:
            return None
        days = known, known
    return days if days[1] < date.max - timedelta(1) else None


def _entry(
    ctx: Context, slot: Slot, group: ValueGroup, when: PartialDate, state: str, days: tuple[date, date]
) -> CalendarEntry:
    lead, label = lead_claim(group), slot_label(ctx, slot)[0]
    page, anchor = locate_slot(ctx, slot)
    firm = firmness(ctx, lead)
    about = [
        f"{ctx.labels.word('event', state)}, {when.label}",
        f"{ctx.labels.say('qualifier-modality')}: {firm}" if firm else "",
        f"{ctx.labels.say('confidence')}: {ctx.labels.word('confidence', group.confidence)}",
        ctx.labels.say("as-of-is", date=as_of_words(ctx, group)),
        f"{ctx.labels.say('sources')}: {', '.join(one.link.text for one in source_refs(ctx, group.claims))}",
    ]
    return CalendarEntry(
        id=f"{slot.about[0]}.{slot_anchor(slot, slot.about[0])}",
        first=days[0],
        last=days[1],
        summary=f"{ctx.display(slot.about[0])}: {label} ({when.label})",
        description="\n".join(filter(None, about)),
        page=page,
        anchor=anchor,
        dropped=state == "dropped",
    )
