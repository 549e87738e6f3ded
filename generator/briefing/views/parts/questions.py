"""The question that a finding comes down to, in plain words: the editor's own, else one made by its rule."""

from collections.abc import Iterable

from briefing.dataset.linked.records import Conflict, Slot, ValueGroup
from briefing.dataset.rule_base.question import distinct
from briefing.model.records import QUESTION_LENGTH, Judgement
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.parts.question_forms import question_forms
from briefing.views.parts.question_matter import FindingMatter
from briefing.views.parts.question_words import choose_between, slot_name, without_brackets
from briefing.views.parts.values import group_value

# From the fullest to the shortest.
_SLOT_QUESTIONS = ("question-values", "question-values-brief", "question-open", "question-open-brief")


def question_of(context: Context, conflict: Conflict) -> str:
    """Return the question of a finding: as the editor who judged it asks, else the first that its rule can fit."""
    asked = _asked_by_editor(conflict.judgement)
    if asked:
        return asked
    # Its subjects, its articles and three lists ask for it, each in the same words.
    finding = (conflict.rule, conflict.key, conflict.about, conflict.claims, conflict.message)
    return context.caches.questions.get(finding, lambda: _ask_by_rule(context, conflict))


def _ask_by_rule(context: Context, conflict: Conflict) -> str:
    return _first_short(context, question_forms(FindingMatter(context, conflict)))


def slot_question(context: Context, slot: Slot, judgement: Judgement | None) -> str:
    """Return the question that a slot answers in several ways; nothing where one answer is all there is."""
    asked = _asked_by_editor(judgement)
    if asked:
        return asked
    values = distinct([_answer(context, group) for group in slot.groups])
    if len(values) < 2:
        return ""
    subject, name, choice = context.display(slot.about[0]), slot_name(context, slot), choose_between(context, values)
    forms = (context.labels.say(key, subject=subject, what=name, choice=choice) for key in _SLOT_QUESTIONS)
    return _first_short(context, forms)


def _asked_by_editor(judgement: Judgement | None) -> str:
    if judgement is None:
        return ""
    return judgement.question or ""


def _answer(context: Context, group: ValueGroup) -> str:
    value = plain(group_value(context, group, Linker(context)))
    # What stands in brackets would fill the question.
    return without_brackets(value)


def _first_short(context: Context, forms: Iterable[str]) -> str:
    """Return the first form that is no longer than a question may be, or one that always fits."""
    for form in forms:
        if len(form) <= QUESTION_LENGTH:
            return form
    return context.labels.say("question-last")
