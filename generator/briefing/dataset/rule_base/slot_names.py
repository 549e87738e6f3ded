"""What slots and sums are called in a message: the names of their subjects and our words for what is said of them."""

from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.wording import (
    Spellings,
    gather_slot_spellings,
    gather_spellings,
    line_label,
    phrase,
    slot_phrase,
)
from briefing.dataset.rule_base.rule import World
from briefing.dataset.rule_base.sums import AMOUNT


def slot_words(world: World, slot: Slot) -> str:
    """Return what a slot is about: ``Rapidus 2 nm line, mass production``; a sum that has a name as ``thing`` does."""
    attribute = world.data.registry.attributes[slot.attribute]
    if dict(slot.key).get("line"):
        return thing(world, slot)
    return f"{_owners(world, slot)}, {slot_phrase(slot, attribute, _spellings(world, slot))}"


def thing(world: World, slot: Slot, said_by: str = "") -> str:
    """Return what a sum stands for, and who says so: ``Rapidus subsidies (Ceiling of April 2024; The Herald)``."""
    detail = "; ".join(filter(None, (_what(world, slot), said_by)))
    return f"{_owners(world, slot)} ({detail})" if detail else _owners(world, slot)


def _what(world: World, slot: Slot) -> str:
    """Return the label or name of a sum, with its attribute where it is no amount: ``expected effect: Vertical AI``."""
    attribute = world.data.registry.attributes[slot.attribute]
    if "line" not in attribute.key:
        return slot_phrase(slot, attribute, _spellings(world, slot))
    name = line_label(world.data.subjects.get(slot.about[0]), slot) or key_words(world, slot, "line")
    return ": ".join(filter(None, (attribute.label.lower() if slot.attribute != AMOUNT else "", name)))


def _owners(world: World, slot: Slot) -> str:
    return " and ".join(map(world.name, slot.about))


def _spellings(world: World, slot: Slot) -> Spellings:
    """Return the capitals that a slot and the records of its subjects teach, so that no other change changes them."""
    found = (world.data.subjects.get(one) for one in slot.about)
    return gather_spellings((one for one in found if one), world.of(_acronyms, slot))


def _acronyms(_world: World, slot: Slot) -> tuple[str, ...]:
    """Return the words in capitals of a slot's claims; there may be many claims, and many messages about them."""
    return tuple(gather_slot_spellings((), slot).values())


def key_words(world: World, slot: Slot, name: str) -> str:
    """Return a key field of a slot in words: ``trial production``."""
    return phrase(dict(slot.key).get(name) or "", _spellings(world, slot))


def line_words(world: World, slot: Slot) -> str:
    """Return what a sum is called beside others of its subject: its label in quotation marks, else its name."""
    label = line_label(world.data.subjects.get(slot.about[0]), slot)
    return f'"{label}"' if label else key_words(world, slot, "line") or "one without a name"
