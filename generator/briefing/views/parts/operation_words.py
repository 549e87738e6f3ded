"""What an operation of the history is about and what it changed, in words; its question may have gone since."""

from collections.abc import Iterable

from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.linked.records import Slot, named_fields
from briefing.model.ids import SubjectId
from briefing.model.malformed import Malformed
from briefing.model.value_parsing import parse_value_as
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.parts.slot_labels import slot_label
from briefing.views.parts.values import value_prose


def find_slot(context: Context, question: SlotKey) -> Slot | None:
    """Return the slot that answers a question today, or None where no claim answers it any longer."""
    for slot in context.data.slots_of.get(question.about[0], ()):
        if SlotKey.of(slot) == question:
            return slot
    return None


def question_words(context: Context, question: SlotKey) -> str:
    """Return what a question is called beside the name of its subject."""
    slot = find_slot(context, question)
    if slot is not None:
        return slot_label(context, slot)[0]
    attribute = context.data.registry.attributes.get(question.attribute)
    label = attribute.label if attribute else question.attribute
    return ", ".join([label, *named_fields(question.key).values()])


def literal_words(context: Context, question: SlotKey, literal: str) -> str:
    """Return a literal of the past as pages print values; as it was written where it is none any longer."""
    attribute = context.data.registry.attributes.get(question.attribute)
    value = parse_value_as(attribute.values, literal) if attribute else None
    if value is None or isinstance(value, Malformed):
        return literal
    return plain(value_prose(context, value, Linker(context)))


def subject_words(context: Context, subjects: Iterable[SubjectId]) -> tuple[str, ...]:
    """Return the names of subjects; one that is gone goes by its id."""
    known = context.data.subjects
    return tuple(known[subject].name.display if subject in known else subject for subject in subjects)
