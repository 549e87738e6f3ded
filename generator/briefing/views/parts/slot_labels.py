"""What a slot is called, and where it shows."""

from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.wording import slot_words
from briefing.model.claims import SUM_ATTRIBUTES
from briefing.model.records import MoneyLine, Subject
from briefing.routes import PagePath
from briefing.views.base.context import Context


def slot_label(context: Context, slot: Slot) -> tuple[str, str]:
    """Return what a slot is called and, where that is not clear from its name, its attribute."""
    return slot_words(slot, context.attribute(slot), context.names.spellings, _own_label(context, slot))


def _own_label(context: Context, slot: Slot) -> str:
    """Return the label that a sum has in its subject's file, or ours for a step; nothing for all others."""
    line = money_line(context.data.subjects.get(slot.about[0]), slot)
    if line is not None:
        return line.label
    step = dict(slot.key).get("milestone") or ""
    # Only steps whose names alone say too little have words in the catalogue.
    if not context.labels.has(f"step-{step}"):
        return ""
    return context.labels.word("step", step)


def money_line(subject: Subject | None, slot: Slot) -> MoneyLine | None:
    """Return the sum of a subject that a slot is about, where the subject declares it."""
    if subject is None or slot.attribute not in SUM_ATTRIBUTES:
        return None
    name = dict(slot.key).get("line")
    for line in subject.money_lines:
        if line.id == name:
            return line
    return None


def locate_slot(context: Context, slot: Slot) -> tuple[PagePath, str]:
    """Return where a slot shows, on the page of the first subject that it is about; no anchor if it shows nothing."""
    page, anchor = context.addresses.layouts[slot.about[0]].locate(slot)
    # What was set aside has no row of its own.
    return page, anchor if slot.shown else ""
