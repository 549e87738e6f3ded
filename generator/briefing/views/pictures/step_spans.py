"""Dated steps as spans of time: what was planned, what happened, what is overdue.

A date is as wide as it is exact: a month is a month, a fiscal year runs from April to March, `by 2040` has no start.
"""

from collections.abc import Sequence
from datetime import date
from itertools import chain

from briefing.model.dates import PartialDate
from briefing.model.ids import SubjectId
from briefing.routes import PagePath
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, Prose, plain, words
from briefing.views.parts.event_rows import DatedEvent
from briefing.views.parts.events import dated_events
from briefing.views.parts.timeline_slots import DATED, briefing_slots, subject_slots
from briefing.views.pictures.charts import Span, Spans
from briefing.views.pictures.picture import (
    LEAST_MARKS,
    Picture,
    PictureData,
    PictureText,
    boolean_field,
    claim_keys,
    compose_picture,
    make_legend,
    note_prose,
)

MOST_SPANS = 40
"""So many steps are drawn, those nearest to today; a note counts the others."""
_STATES = ("happened", "met", "late", "planned", "hoped", "overdue", "dropped")
"""The order of the legend."""
_FIELDS = ("subject", "attribute", "key", "when", "earliest", "latest", "state", "disputed", "claims")


def view_subject_steps(context: Context, subject: SubjectId) -> Picture | None:
    """Return the picture of a subject's steps, those of what it runs or took part in included."""
    slots = [slot for slot in subject_slots(context, subject) if slot.attribute in DATED]
    # A slot whose value is no date, such as "not stated", is a step that cannot be drawn.
    stated = sum(slot.shown is not None for slot in slots)
    steps = dated_events(context, slots, Linker(context, subject))
    return _view_steps(context, context.page(subject), "milestones", steps, undated=stated - len(steps))


def view_all_steps(context: Context, page: PagePath) -> Picture | None:
    """Return the picture of everything that is dated."""
    steps = dated_events(context, briefing_slots(context), Linker(context))
    return _view_steps(context, page, "timeline", steps, undated=0)


def _view_steps(
    context: Context, page: PagePath, name: str, steps: Sequence[DatedEvent], *, undated: int
) -> Picture | None:
    shown = _nearest_to_today(context, steps)
    # Marks at a single place say less than the table of the same steps.
    if len({step.when.edtf for step in shown}) < LEAST_MARKS:
        return None
    spans = [_span(step, page) for step in shown]
    text = PictureText(
        context.labels.say(f"steps-{name}"),
        _alternative(context, spans),
        _notes(context, undated=undated, left=len(steps) - len(shown)),
    )
    claims = chain.from_iterable(step.claims for step in shown)
    return compose_picture(context, page, name, _chart(context, spans), text, _data(context, shown, page), claims)


def _nearest_to_today(context: Context, steps: Sequence[DatedEvent]) -> list[DatedEvent]:
    """Return the steps nearest to today where there are too many to draw, still in order of time."""
    # Steps at one distance keep their order, so that every build draws the same.
    by_distance = sorted(range(len(steps)), key=lambda number: _days_from_today(context, steps[number]))
    return [steps[number] for number in sorted(by_distance[:MOST_SPANS])]


def _days_from_today(context: Context, step: DatedEvent) -> int:
    # A step without an end, such as `from 2027`, is still going on.
    day = step.when.last_day or context.today
    return abs((day - context.today).days)


def _alternative(context: Context, spans: Sequence[Span]) -> str:
    steps = "; ".join(map(_span_text, spans))
    return context.labels.say("steps-said", n=len(spans), today=context.data.briefing.as_of.label, steps=steps)


def _span_text(span: Span) -> str:
    return f"{span.label}, {span.when}, {span.note}"


def _notes(context: Context, *, undated: int, left: int) -> tuple[Prose, ...]:
    notes = [context.labels.say("steps-note")]
    if undated:
        notes.append(context.labels.say("steps-undated", n=undated))
    if left:
        notes.append(context.labels.say("steps-left", n=left))
    return note_prose(notes)


def _chart(context: Context, spans: Sequence[Span]) -> Spans:
    legend = make_legend(context, "event", _STATES, {span.state for span in spans})
    return Spans(tuple(spans), context.today, context.data.briefing.as_of.label, legend)


def _span(step: DatedEvent, page: PagePath) -> Span:
    return Span(
        label=_label(step, page),
        when=step.event.when,
        note=_note(step),
        first=step.when.earliest,
        last=step.when.latest,
        state=step.event.state,
    )


def _label(step: DatedEvent, page: PagePath) -> str:
    """Return what happened, with the subject that it happened to unless the page is its own."""
    what, subject = plain(step.event.what), step.event.about
    if subject.page == page:
        return what
    return f"{subject.text}: {what}"


def _note(step: DatedEvent) -> str:
    event = step.event
    if event.differ is None:
        return event.state_word
    return f"{event.state_word}, {event.differ.text}"


def _data(context: Context, steps: Sequence[DatedEvent], page: PagePath) -> PictureData:
    return PictureData(
        columns=context.labels.say_all("what", "date", "state", "as-of"),
        rows=tuple(_row(step, page) for step in steps),
        fields=_FIELDS,
        records=tuple(_record(context, step) for step in steps),
    )


def _row(step: DatedEvent, page: PagePath) -> tuple[Prose, ...]:
    event = step.event
    link = PageLink(_label(step, page), event.about.page, event.about.anchor)
    return (link,), words(event.when), words(_note(step)), words(event.as_of)


def _record(context: Context, step: DatedEvent) -> tuple[str, ...]:
    """Return a step with a value for each of ``_FIELDS``: names as they stand in the data, days as days."""
    event, claim = step.event, step.claims[0]
    key_fields = context.data.registry.attributes[claim.attribute].key
    key = ";".join(claim.qualifier(field) or "" for field in key_fields)
    return (
        claim.about[0],
        claim.attribute,
        key,
        step.when.edtf,
        *_day_fields(step.when),
        event.state,
        boolean_field(event.differ is not None),
        claim_keys(step.claims),
    )


def _day_fields(when: PartialDate) -> tuple[str, str]:
    return _day_field(when.earliest), _day_field(when.latest)


def _day_field(day: date | None) -> str:
    # An end that is open has no day and leaves its field empty.
    return day.isoformat() if day else ""
