"""The calendars of a briefing: its plans as entries of days, with how exact a date is said in words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.dataset.comparing.permanent_keys import permanent_key
from briefing.dataset.linked.records import Slot, ValueGroup
from briefing.dataset.operations import History, Operation, OperationKind
from briefing.model.dates import PartialDate, date_order
from briefing.model.ids import SubjectId
from briefing.routes import PagePath, webcal_url
from briefing.views.base.context import Context
from briefing.views.base.tokens import FileLink, Prose, WebLink, words
from briefing.views.parts.date_words import as_of_words
from briefing.views.parts.qualifiers import firmness
from briefing.views.parts.slot_labels import locate_slot, slot_label
from briefing.views.parts.sources import source_refs
from briefing.views.parts.step_states import HOPED, slot_state
from briefing.views.parts.timeline_slots import subject_slots
from briefing.views.parts.values import lead_claim

LONGEST = 31
"""Days that an entry may take up; a longer or open stretch stands on the day of its known end.

A plan for a year would lie over every day of it.
"""
_NO_PLANS = ("happened", HOPED)
# Calendars name the day after the last: the last day of all has none.
_LAST_DAY = date.max - timedelta(1)


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry of a calendar; it takes up the days from ``first`` to ``last``.

    ``slot`` is the public key of the question that it answers: a better source must not make another entry of it.
    ``category`` is the kind of its subject, ``state`` where the plan stands, ``changes`` how often it has changed.
    """

    slot: str
    first: date
    last: date
    summary: str
    description: str
    category: str
    page: PagePath
    anchor: str
    state: str
    changes: int = 0


def view_calendar(context: Context) -> tuple[CalendarEntry, ...]:
    """Return the entries of the whole briefing: what was planned when the data were last looked over."""
    return _view_entries(context, context.data.slots)


def view_subject_calendars(context: Context) -> Mapping[SubjectId, tuple[CalendarEntry, ...]]:
    """Return the entries of every subject that has any, those of what it runs or took part in among them."""
    calendars: dict[SubjectId, tuple[CalendarEntry, ...]] = {}
    for subject in context.data.subjects:
        entries = subject_calendar(context, subject)
        if entries:
            calendars[subject] = entries
    return calendars


def subject_calendar(context: Context, subject: SubjectId) -> tuple[CalendarEntry, ...]:
    """Return the entries of one subject."""
    return _view_entries(context, subject_slots(context, subject))


def _view_entries(context: Context, slots: Iterable[Slot]) -> tuple[CalendarEntry, ...]:
    """Return the entries in order of time."""
    # A slot about two subjects may be met twice, and makes the same entry.
    dates = dict(_planned_entries(context, slots))
    return tuple(sorted(dates, key=lambda entry: (date_order(dates[entry]), entry.slot)))


def _planned_entries(context: Context, slots: Iterable[Slot]) -> Iterator[tuple[CalendarEntry, PartialDate]]:
    """Yield the entries of steps that were planned, each with its date."""
    for slot in slots:
        group = slot.shown
        if slot.attribute != "milestone" or group is None:
            continue
        # That something will not come on a day is no plan.
        if group.denied or not isinstance(group.value, PartialDate):
            continue
        state, days = slot_state(context, slot), entry_days(group.value)
        # What is reported as done was no plan, nor is a hope; a plan stays with what became of it, so that no calendar
        # empties.
        if days and state not in _NO_PLANS:
            yield _view_entry(context, slot, group, group.value, state, days), group.value


def entry_days(when: PartialDate) -> tuple[date, date] | None:
    """Return the first and last day that an entry takes up; None where a date has no end at all."""
    last = when.last_day
    if last is None or last >= _LAST_DAY:
        return None
    # Of an open or long stretch only the end is a day to note.
    if when.earliest is None or when.latest is None:
        return last, last
    length = when.latest - when.earliest
    if length.days >= LONGEST:
        return last, last
    return when.earliest, when.latest


def _view_entry(
    context: Context, slot: Slot, group: ValueGroup, when: PartialDate, state: str, days: tuple[date, date]
) -> CalendarEntry:
    subject, key = slot.about[0], permanent_key(slot)
    label, _ = slot_label(context, slot)
    page, anchor = locate_slot(context, slot)
    first, last = days
    return CalendarEntry(
        slot=key,
        first=first,
        last=last,
        summary=_summarise(context, f"{context.display(subject)}: {label} ({when.label})", state),
        description="\n".join(_description_lines(context, group, when, state)),
        category=context.kind(subject).label,
        page=page,
        anchor=anchor,
        state=state,
        changes=_plan_changes(context).get(key, 0),
    )


def _plan_changes(context: Context) -> Mapping[str, int]:
    """Return how often history tells that a plan has another date or outcome, by the key of its question."""
    return context.caches.plan_changes.get(None, lambda: _count_changes(context.history))


def _count_changes(history: History | None) -> Mapping[str, int]:
    if history is None:
        return {}
    return Counter(operation.slot or "" for operation in history.operations if _changes_a_plan(operation))


def _changes_a_plan(operation: Operation) -> bool:
    # That a plan is told for the first time is no change of it.
    is_other_date = operation.kind is OperationKind.SHOWN_CHANGED and operation.was is not None
    return operation.substance and (is_other_date or operation.kind is OperationKind.OUTCOME)


def _summarise(context: Context, plan: str, state: str) -> str:
    """Return the title of an entry: what a month's view of a calendar has no other room to say stands behind it."""
    if state == "planned":
        return plan
    return f"{plan}: {context.labels.word('event', state)}"


def _description_lines(context: Context, group: ValueGroup, when: PartialDate, state: str) -> Iterator[str]:
    labels = context.labels
    yield f"{labels.word('event', state)}, {when.label}"
    firm = firmness(context, lead_claim(group))
    if firm:
        yield f"{labels.say('qualifier-modality')}: {firm}"
    yield f"{labels.say('confidence')}: {labels.word('confidence', group.confidence)}"
    yield labels.say("as-of-is", date=as_of_words(context, group))
    sources = ", ".join(ref.link.text for ref in source_refs(context, group.claims))
    yield f"{labels.say('sources')}: {sources}"


def calendar_links(context: Context, path: str) -> Prose:
    """Return the links to a calendar: to the file, and for programs that follow it where the site is published."""
    labels = context.labels
    follow = WebLink(labels.say("calendar-follow"), webcal_url(context.data.briefing.url, path))
    return (FileLink(labels.say("calendar"), path), *words(" · "), follow)
