"""What a slot is called, and where it shows."""

from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.wording import slot_words
from briefing.model.records import MoneyLine, Subject
from briefing.routes import PagePath
from briefing.views.base.context import Context


def slot_label(ctx: Context, slot: Slot) -> tuple[str, str]:
    """Return what a slot is called and, where that is not clear from its name, its attribute."""
    line = money_line(ctx.data.subjects.get(slot.about[0]), slot)
    return slot_words(slot, ctx.attribute(slot), ctx.names.spellings, line.label if line else _step_label(ctx, slot))


def _step_label(ctx: Context, slot: Slot) -> str:
    """Return our words for a step whose name alone says too little, nothing for all others."""
    step = dict(slot.key).get("milestone") or ""
    return ctx.labels.word("step", step) if ctx.labels.has(f"step-{step}") else ""


def money_line(subject: Subject | None, slot: Slot) -> MoneyLine | None:
    """Return the sum of a subject that a slot is about, where the subject declares it."""
    name = dict(slot.key).get("line")
    lines = subject.money_lines if subject and slot.attribute in ("amount", "effect") else ()
    return next((one for one in lines if one.id == name), None)


def locate_slot(ctx: Context, slot: Slot) -> tuple[PagePath, str]:
    """Return where a slot shows, on the page of the first subject that it is about."""
    return ctx.addresses.layouts[slot.about[0]].locate(slot)
