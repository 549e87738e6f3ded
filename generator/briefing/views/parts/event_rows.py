"""Dated happenings and plans as rows of a timeline: what, whose, when, and where it stands."""

from dataclasses import dataclass

from briefing.dataset.linked.records import Slot, ValueGroup
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, Prose, words
from briefing.views.parts.claim_states import claim_state
from briefing.views.parts.date_words import as_of_words, claim_as_of
from briefing.views.parts.difference_links import differ_link
from briefing.views.parts.facets import Facet, date_key, facet, years
from briefing.views.parts.slot_labels import locate_slot, slot_label
from briefing.views.parts.sources import SourceRef, source_refs
from briefing.views.parts.step_states import slot_state
from briefing.views.parts.values import claim_value


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


def view_date(context: Context, slot: Slot, shown: ValueGroup) -> DatedEvent | None:
    """Return the row of a slot whose value is a date, or None where it has none."""
    when = shown.value
    # No day that a source denies, or of which nobody knows, is one on a timeline.
    if not isinstance(when, PartialDate) or shown.denied:
        return None
    label, _ = slot_label(context, slot)
    state = slot_state(context, slot)
    event = Event(
        when=when.label,
        when_key=date_key(when),
        about=_link_slot(context, slot),
        what=words(label),
        state=state,
        state_word=context.labels.word("event", state),
        as_of=as_of_words(context, shown),
        as_of_key=date_key(shown.as_of),
        facets=_facets(context, slot, when, state),
        differ=differ_link(context, slot),
        sources=source_refs(context, shown.claims),
    )
    return DatedEvent(when, event, shown.claims, dict(slot.key).get("measure") or "")


def view_dated_claim(context: Context, slot: Slot, claim: Claim, when: PartialDate, linker: Linker) -> DatedEvent:
    """Return the row of a statement that holds at a date."""
    label, _ = slot_label(context, slot)
    state = claim_state(claim, when, context.today)
    event = Event(
        when=when.label,
        when_key=date_key(when),
        about=_link_slot(context, slot),
        what=(*words(f"{label}: "), *claim_value(context, claim, linker)),
        state=state,
        state_word=context.labels.word("event", state),
        as_of=claim_as_of(context, claim),
        as_of_key=date_key(claim.as_of),
        facets=_facets(context, slot, when, state),
        differ=differ_link(context, slot),
        sources=source_refs(context, [claim]),
    )
    return DatedEvent(when, event, (claim,), claim.qualifier("stage") or "")


def _facets(context: Context, slot: Slot, when: PartialDate, state: str) -> tuple[Facet, ...]:
    return (
        facet("year", years(when)),
        facet("state", [context.labels.word("event", state)]),
        facet("kind", [context.kind(slot.about[0]).label]),
    )


def _link_slot(context: Context, slot: Slot) -> PageLink:
    return PageLink(context.display(slot.about[0]), *locate_slot(context, slot))
