"""What slots and sums are called in a message: the names of their subjects and our words for what is said of them."""

from briefing.dataset.comparing.sum_tree import AMOUNT
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.wording import (
    Spellings,
    gather_slot_spellings,
    gather_spellings,
    line_label,
    phrase,
    slot_phrase,
)
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.field_texts import key_text


def slot_words(context: RuleContext, slot: Slot) -> str:
    """Return what a slot is about: ``Rapidus 2 nm line, mass production``; a sum that has a name as ``thing`` does."""
    attribute = context.data.registry.attributes[slot.attribute]
    if key_text(slot, "line"):
        return thing(context, slot)
    return f"{_owners(context, slot)}, {slot_phrase(slot, attribute, _spellings(context, slot))}"


def thing(context: RuleContext, slot: Slot, said_by: str = "") -> str:
    """Return what a sum stands for, and who says so: ``Rapidus subsidies (Ceiling of April 2024; The Herald)``."""
    owners = _owners(context, slot)
    detail = "; ".join(filter(None, (_name_sum(context, slot), said_by)))
    if not detail:
        return owners
    return f"{owners} ({detail})"


def _name_sum(context: RuleContext, slot: Slot) -> str:
    """Return the label or name of a sum, with its attribute where it is no amount: ``expected effect: Vertical AI``."""
    attribute = context.data.registry.attributes[slot.attribute]
    if "line" not in attribute.key:
        return slot_phrase(slot, attribute, _spellings(context, slot))
    name = line_label(context.data.subjects.get(slot.about[0]), slot) or key_words(context, slot, "line")
    # That a sum is an amount goes without saying.
    kind = "" if slot.attribute == AMOUNT else attribute.label.lower()
    return ": ".join(filter(None, (kind, name)))


def _owners(context: RuleContext, slot: Slot) -> str:
    return " and ".join(map(context.name, slot.about))


def _spellings(context: RuleContext, slot: Slot) -> Spellings:
    """Return the capitals that a slot and the records of its subjects teach, so that no other change changes them."""
    records = context.data.subjects
    # A slot may be about somebody who is named without a page.
    subjects = [records[subject] for subject in slot.about if subject in records]
    return gather_spellings(subjects, context.cached_of(_acronyms, slot))


def _acronyms(_world: RuleContext, slot: Slot) -> tuple[str, ...]:
    """Return the words in capitals of a slot's claims; there may be many claims, and many messages about them."""
    return tuple(gather_slot_spellings((), slot).values())


def key_words(context: RuleContext, slot: Slot, name: str) -> str:
    """Return a key field of a slot in words: ``trial production``."""
    return phrase(key_text(slot, name), _spellings(context, slot))


def line_words(context: RuleContext, slot: Slot) -> str:
    """Return what a sum is called beside others of its subject: its label in quotation marks, else its name."""
    label = line_label(context.data.subjects.get(slot.about[0]), slot)
    if label:
        return f'"{label}"'
    return key_words(context, slot, "line") or "one without a name"
