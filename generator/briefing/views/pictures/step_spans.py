"""Dated steps as spans of time: events in, a picture of what was planned and met out.

A date is as wide as it is exact: a month is a month, a fiscal year runs from April to March, `by 2040` has no start.
"""

from collections.abc import Sequence

from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.routes import PagePath
from briefing.views.base.context import Context, Linker
from briefing.views.base.tokens import PageLink, Prose, plain, words
from briefing.views.parts.events import DATED, Dated, dated_events, subject_slots, world_slots
from briefing.views.pictures.picture import (
    LEAST_MARKS,
    Data,
    Picture,
    Span,
    Spans,
    Wording,
    claim_keys,
    compose,
)

MOST_SPANS = 40
_STATES = ("happened", "met", "late", "planned", "hoped", "overdue", "dropped")
_FIELDS = ("subject", "attribute", "key", "when", "earliest", "latest", "state", "disputed", "claims")


def view_subject_steps(ctx: Context, subject: SubjectId) -> Picture | None:
    """Return the picture of a subject's steps, those of what it runs or took part in included."""
    slots = [one for one in subject_slots(ctx, subject) if one.attribute in DATED]
    stated = sum(one.shown is not None for one in slots)
    found = dated_events(ctx, slots, Linker(ctx, subject))
    page = ctx.page(subject)
    return _view_steps(ctx, page, "milestones", found, stated - len(found))


def view_all_steps(ctx: Context, page: PagePath) -> Picture | None:
    """Return the picture of everything that is dated."""
    return _view_steps(ctx, page, "timeline", dated_events(ctx, world_slots(ctx), Linker(ctx)), 0)


def _view_steps(ctx: Context, page: PagePath, name: str, found: Sequence[Dated], undated: int) -> Picture | None:
    shown = _nearest(ctx, found)
    if len({one.when.edtf for one in shown}) < LEAST_MARKS:  # marks at one place say less than the table
        return None
    left = len(found) - len(shown)
    notes = (
        ctx.labels.say("steps-note"),
        ctx.labels.say("steps-undated", n=undated) if undated else "",
        ctx.labels.say("steps-left", n=left) if left else "",
    )
    spans = [_span(one, page) for one in shown]
    told = "; ".join(f"{one.label}, {one.when}, {one.note}" for one in spans)
    said = Wording(
        ctx.labels.say(f"steps-{name}"),
        ctx.labels.say("steps-said", n=len(spans), today=ctx.data.briefing.as_of.label, steps=told),
        tuple(words(one) for one in notes if one),
    )
    return compose(ctx, page, name, _chart(ctx, spans), said, _data(ctx, shown, page), _claims(shown))


def _nearest(ctx: Context, found: Sequence[Dated]) -> list[Dated]:
    """Return the events nearest to today where there are too many to draw, in order of time."""
    if len(found) <= MOST_SPANS:
        return list(found)
    near = sorted(range(len(found)), key=lambda place: (_distance(ctx, found[place]), place))[:MOST_SPANS]
    return [found[place] for place in sorted(near)]


def _distance(ctx: Context, one: Dated) -> int:
    day = one.when.last_day or ctx.today
    return abs((day - ctx.today).days)


def _chart(ctx: Context, spans: Sequence[Span]) -> Spans:
    states = {one.state for one in spans}
    legend = tuple((one, ctx.labels.word("event", one)) for one in _STATES if one in states)
    return Spans(tuple(spans), ctx.today, ctx.data.briefing.as_of.label, legend)


def _span(one: Dated, page: PagePath) -> Span:
    event = one.event
    note = event.state_word + (f", {event.differ.text}" if event.differ else "")
    return Span(_label(one, page), event.when, note, one.when.earliest, one.when.latest, event.state)


def _label(one: Dated, page: PagePath) -> str:
    """Return what happened, with the subject that it happened to unless the page is its own."""
    what = plain(one.event.what)
    return what if one.event.about.page == page else f"{one.event.about.text}: {what}"


def _data(ctx: Context, shown: Sequence[Dated], page: PagePath) -> Data:
    return Data(
        columns=tuple(ctx.labels.say(one) for one in ("what", "date", "state", "as-of")),
        rows=tuple(_row(one, page) for one in shown),
        fields=_FIELDS,
        records=tuple(_record(ctx, one) for one in shown),
    )


def _row(one: Dated, page: PagePath) -> tuple[Prose, ...]:
    event = one.event
    place = PageLink(_label(one, page), event.about.page, event.about.anchor)
    return (place,), words(event.when), words(_span(one, page).note), words(event.as_of)


def _record(ctx: Context, one: Dated) -> tuple[str, ...]:
    """Return a step as programs have it: names as they stand in the data, days as days."""
    event, when, claim = one.event, one.when, one.claims[0]
    names = ctx.data.registry.attributes[claim.attribute].key
    key = ";".join(claim.qualifier(name) or "" for name in names)
    days = tuple(day.isoformat() if day else "" for day in (when.earliest, when.latest))
    disputed = "true" if event.differ else "false"
    keys = claim_keys(one.claims)
    return claim.about[0], claim.attribute, key, when.edtf, *days, event.state, disputed, keys


def _claims(shown: Sequence[Dated]) -> list[Claim]:
    return [claim for one in shown for claim in one.claims]
