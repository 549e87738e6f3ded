"""stale: pages that no editor has checked for too long, and values that change with time and have not been renewed.

Offices have a rule of their own.
"""

from collections.abc import Iterator
from datetime import date

from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import listed, shown_words
from briefing.dataset.rule_base.rule import Hit, RuleContext, Thresholds, over_slots, slots_with
from briefing.dataset.rule_base.time_words import last_day, oldest_fresh_day
from briefing.model.records import Subject


def find_stale(context: RuleContext, thresholds: Thresholds) -> Iterator[Hit]:
    """Yield subjects verified too long ago, and varying values grown old."""
    limit = oldest_fresh_day(context, "stale", thresholds)
    yield from _stale_pages(context, limit)
    varying = {name for name, one in context.data.registry.attributes.items() if one.varies} - {"office"}
    for slot in slots_with(context, varying):
        shown = None if slot.opinion or _is_event(context, slot) else slot.shown
        day = last_day(shown.as_of) if shown else None
        if shown and day and day < limit:
            message = f"{shown_words(context, slot)}, as of {shown.as_of.label}; none is newer"
            yield over_slots((slot,), shown.claims, message)


def _is_event(context: RuleContext, slot: Slot) -> bool:
    """Tell whether a slot is about what happened once: its figures stay what they are."""
    subject = context.data.subjects.get(slot.about[0])
    kind = context.data.registry.kinds.get(subject.kind) if subject else None
    return kind is not None and kind.schema_type == "Event"


def _stale_pages(context: RuleContext, limit: date) -> Iterator[Hit]:
    for subject in context.data.subjects.values():
        verified = subject.last_verified
        day = last_day(verified)
        if verified and day and day < limit:
            message = f"{context.name(subject.id)}: last verified {verified.label}"
            yield Hit((f"subject:{subject.id}",), (subject.id,), (), message)


def verified_told(subject: Subject) -> object:
    """Return what `find_never_verified` reads in the record of a subject."""
    return subject.name, subject.last_verified


def find_never_verified(context: RuleContext, _limits: Thresholds) -> Iterator[Hit]:
    """Yield one hit for them all: it is one task, and it begins when editors have verified a first page."""
    subjects = context.data.subjects.values()
    never = tuple(one.id for one in subjects if one.last_verified is None)
    if 0 < len(never) < len(subjects):
        names = listed([context.name(one) for one in never])
        pages = "1 page was" if len(never) == 1 else f"{len(never)} pages were"
        yield Hit(("never-verified",), never, (), f"{pages} never verified by an editor: {names}")
