"""The question that a finding comes down to, in plain words: the editor's own, else one made by its rule."""

from briefing.dataset.linked.records import Conflict, Slot
from briefing.model.records import QUESTION_LENGTH, Judgement
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.parts.question_forms import forms_of
from briefing.views.parts.question_matter import Matter, choice, once, slot_name, without_brackets
from briefing.views.parts.values import group_value


def question_of(ctx: Context, conflict: Conflict) -> str:
    """Return the question of a finding: as the editor who judged it asks, else the first that its rule can fit."""
    if conflict.judgement is not None and conflict.judgement.question:
        return conflict.judgement.question
    matter = Matter(ctx, conflict)
    forms = (form for form in forms_of(matter) if len(form) <= QUESTION_LENGTH)
    return next(forms, ctx.labels.say("question-last"))


def slot_question(ctx: Context, slot: Slot, judgement: Judgement | None) -> str:
    """Return the question that a slot answers in several ways; nothing where one answer is all there is."""
    if judgement is not None and judgement.question:
        return judgement.question
    values = once(without_brackets(plain(group_value(ctx, group, Linker(ctx)))) for group in slot.groups)
    if len(values) < 2:
        return ""
    subject, what, options = ctx.display(slot.about[0]), slot_name(ctx, slot), choice(ctx, values)
    keys = ("question-values", "question-values-brief", "question-open", "question-open-brief")
    forms = (ctx.labels.say(key, subject=subject, what=what, choice=options) for key in keys)
    return next((form for form in forms if len(form) <= QUESTION_LENGTH), ctx.labels.say("question-last"))
