"""The title of the box of a slot: the question that it answers, and what the slot is called."""

from collections.abc import Sequence

from briefing.dataset.linked.records import Conflict, Slot
from briefing.model.records import Judgement
from briefing.views.base.context import Context
from briefing.views.parts.questions import question_of, slot_question
from briefing.views.parts.slot_labels import slot_label


def view_slot_title(
    context: Context, slot: Slot, conflicts: Sequence[Conflict], judgement: Judgement | None
) -> tuple[str, str]:
    """Return the question that a slot answers and what the slot is called; where there is none, its name alone."""
    label, attribute = slot_label(context, slot)
    question = _slot_question(context, slot, conflicts, judgement)
    if not question:
        return label, attribute
    if not attribute:
        return question, label
    return question, f"{label} ({attribute})"


def _slot_question(context: Context, slot: Slot, conflicts: Sequence[Conflict], judgement: Judgement | None) -> str:
    """Return the question of the first finding, else that of a judgement, else one made of the values."""
    if conflicts:
        return question_of(context, conflicts[0])
    if judgement is not None:
        return slot_question(context, slot, judgement)
    # A claim set aside alone in its slot answers what was asked where it was judged.
    for claim in slot.claims:
        if claim.key in context.rejections:
            _, asked = context.rejections[claim.key]
            return slot_question(context, slot, asked)
    return slot_question(context, slot, None)
