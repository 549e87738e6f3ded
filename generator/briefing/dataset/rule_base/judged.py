"""The judgements of all subjects and the slots that they are made on, found once and kept from world to world."""

from collections.abc import Iterable
from itertools import chain

from briefing.dataset.comparing.slot_keys import slot_order
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.context import RuleContext
from briefing.model.records import Judgement


def all_judgements(context: RuleContext) -> tuple[Judgement, ...]:
    """Return the judgements of all subjects, in their order."""
    return context.cached_from_records(_find_judgements)


def judged_slots(context: RuleContext) -> tuple[Slot, ...]:
    """Return the slots that a judgement is made on, in their order."""
    return context.cached(_find_slots)


def renew_judged(before: RuleContext, after: RuleContext, sides: tuple[Iterable[Slot], Iterable[Slot]]) -> None:
    """Hand the slots on to the world after a change of some slots."""
    # By identity: a slot that was made anew may equal the one that it replaces.
    gone = set(map(id, sides[0]))
    left = [slot for slot in before.cached(_find_slots) if id(slot) not in gone]
    new = filter(_is_judged, sides[1])
    after.store(_find_slots, tuple(sorted([*left, *new], key=slot_order)))


def _find_judgements(context: RuleContext) -> tuple[Judgement, ...]:
    subjects = context.data.subjects.values()
    return tuple(chain.from_iterable(subject.judgements for subject in subjects))


def _find_slots(context: RuleContext) -> tuple[Slot, ...]:
    return tuple(filter(_is_judged, context.data.slots))


def _is_judged(slot: Slot) -> bool:
    return slot.judgement is not None
