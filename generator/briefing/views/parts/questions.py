"""The question that a finding comes down to, in plain words: the editor's own, else one made by its rule."""

from collections.abc import Iterable

from briefing.dataset.comparing.far_ends import value_of
from briefing.dataset.linked.claim_sets import key_of
from briefing.dataset.linked.records import Conflict, Slot, ValueGroup
from briefing.dataset.rule_base.question import distinct
from briefing.model.records import QUESTION_LENGTH, Judgement
from briefing.model.values import EntityRef
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.parts.question_forms import question_forms
from briefing.views.parts.question_matter import FindingMatter
from briefing.views.parts.question_words import choose_between, slot_name, without_brackets
from briefing.views.parts.values import group_value, value_prose

_FORMS = {
    "date": "question-when",
    "money": "question-how-much",
    "quantity": "question-figure",
    "entity": "question-who",
}
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


def question_answered(context: Context, slot: Slot) -> str:
    """Return the question that a slot answers, whether its sources give one answer, several, or none that stands.

    Where they give several it is the one that the list of conflicts asks; no other has a limit to its length.
    """
    return slot_question(context, slot, slot.judgement) or _plain_question(context, slot)


def _plain_question(context: Context, slot: Slot) -> str:
    return context.labels.say(
        _form_of(context, slot),
        subject=context.display(slot.about[0]),
        what=slot_name(context, slot),
        value=_value_asked_of(context, slot),
    )


def _form_of(context: Context, slot: Slot) -> str:
    """Return the key of the question to ask, by what its answers are."""
    if slot.opinion:
        return "question-opinion"
    # An attribute of many values asks of each whether it holds.
    if slot.many_value is not None or len(slot.about) > 1:
        return "question-whether"
    types = context.attribute(slot).values
    return next((_FORMS[name] for name in types if name in _FORMS), "question-what")


def _value_asked_of(context: Context, slot: Slot) -> str:
    claim = min(slot.claims, key=key_of)
    # Of two subjects that a claim joins without a value, the second is what is asked of.
    value = value_of(slot, claim) or EntityRef(slot.about[-1])
    return plain(value_prose(context, value, Linker(context)))


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
