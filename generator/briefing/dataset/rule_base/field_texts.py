"""The fields of claims and slots as texts, empty where they have none, and the share that a field states."""

from briefing.dataset.linked.records import Slot
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.malformed import Malformed
from briefing.model.quantity import Quantity, parse_quantity
from briefing.model.values import Value


def field_text(claim: Claim, name: str) -> str:
    """Return a field of a claim as printed; empty where it states none."""
    return claim.qualifier(name) or ""


def key_text(slot: Slot, name: str) -> str:
    """Return a key field of a slot; empty where its claims state none."""
    return dict(slot.key).get(name) or ""


def far_id(slot: Slot) -> SubjectId:
    """Return what a slot of many values has as its own value, be it an id or a name; empty where it has none."""
    return SubjectId(slot.many_value or "")


def stated_share(claim: Claim) -> Quantity | None:
    """Return the share of its owner that a claim states in per cent."""
    stated = claim.qualifier("share")
    # Hardly a relation states a share, and to parse nothing takes a while.
    if stated is None:
        return None
    return in_per_cent(parse_quantity(stated))


def in_per_cent(value: Value | Malformed | None) -> Quantity | None:
    """Return a value that is a number of per cent; None for all others."""
    match value:
        case Quantity(unit="%"):
            return value
    return None
