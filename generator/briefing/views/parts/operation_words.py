"""What an operation of the history is about and what it changed, in words; its question may have gone since."""

from collections.abc import Iterable

from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.linked.records import named_fields
from briefing.model.ids import SubjectId
from briefing.views.base.context import Context
from briefing.views.parts.slot_labels import slot_label


def question_words(context: Context, question: SlotKey) -> str:
    """Return what a question is called beside the name of its subject."""
    slot = context.changes.slots.get(question)
    if slot is not None:
        return slot_label(context, slot)[0]
    attribute = context.data.registry.attributes.get(question.attribute)
    label = attribute.label if attribute else question.attribute
    return ", ".join([label, *named_fields(question.key).values()])


def subject_words(context: Context, subjects: Iterable[SubjectId]) -> tuple[str, ...]:
    """Return the names of subjects; one that is gone goes by its id."""
    known = context.data.subjects
    return tuple(known[subject].name.display if subject in known else subject for subject in subjects)
