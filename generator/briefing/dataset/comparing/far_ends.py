"""The far end of a relation: what a slot leads to, by whichever of its names and from whichever end it is written."""

from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.linked.records import Slot
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.registry import Attribute
from briefing.model.values import NO_VALUE_LITERALS, EntityRef, Value


def far_end(place: Slot | SlotKey) -> SubjectId | None:
    """Return the subject at the far end of a relation; a name alone, none and unknown are no subjects."""
    far = place.many_value
    if far is None or far in NO_VALUE_LITERALS:
        return None
    # Only an id leads to a page; a name in free text has none.
    if far.startswith("text:"):
        return None
    return SubjectId(far)


def far_value(key: SlotKey, attribute: Attribute) -> EntityRef | None:
    """Return the far end of a relation as its first subject sees it; None where the attribute relates nobody."""
    if attribute.symmetric and len(key.about) > 1:
        return EntityRef(key.about[1])
    if not attribute.is_relation:
        return None
    return _reference(far_end(key))


def value_of(slot: Slot, claim: Claim) -> Value | None:
    """Return what a claim says from where its slot looks: of a relation written from its far end, that end."""
    is_from_far_end = isinstance(claim.value, EntityRef) and claim.value.id in slot.about
    if not is_from_far_end:
        return claim.value
    # The two ends of what goes both ways stand side by side.
    if len(slot.about) > 1:
        return EntityRef(slot.about[1])
    return _reference(far_end(slot)) or claim.value


def _reference(subject: SubjectId | None) -> EntityRef | None:
    if subject is None:
        return None
    return EntityRef(subject)
