"""The words that questions are made of: what is asked about, values, terms and what there is to choose from."""

from collections.abc import Sequence

from briefing.dataset.comparing.far_ends import value_of
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.wording import slot_phrase
from briefing.model.claims import SUM_ATTRIBUTES, Claim
from briefing.model.dates import PartialDate
from briefing.model.values import Nothing, Text
from briefing.model.word_lists import join_words
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.parts.qualifiers import qualifiers_of
from briefing.views.parts.slot_labels import money_line
from briefing.views.parts.values import value_prose

_CHOICES = {2: "choice-two", 3: "choice-three"}


def slot_name(context: Context, slot: Slot) -> str:
    """Return what a slot is about within a sentence; a sum goes by the label in its subject's file."""
    line = money_line(context.data.subjects.get(slot.about[0]), slot)
    if line:
        return line.label
    name = slot_phrase(slot, context.attribute(slot), context.names.spellings)
    if slot.attribute not in SUM_ATTRIBUTES:
        return name
    # That it is a sum the values beside it tell.
    return without_brackets(name)


def value_words(context: Context, claim: Claim) -> str:
    """Return the value of a claim alone, what somebody words for himself in quotation marks; a denial says so."""
    value = _value_alone(context, claim)
    if not claim.denied:
        return value
    return context.labels.say("choice-denied", text=value)


def _value_alone(context: Context, claim: Claim) -> str:
    """Return the value of a claim as though it were not denied."""
    if claim.value is None:
        return _members(context, claim)
    if isinstance(claim.value, Nothing):
        return context.labels.say("choice-none")
    slot = context.data.slot_of[claim.key]
    # A relation may be written from its far end: then the value is the near one.
    text = plain(value_prose(context, value_of(slot, claim) or claim.value, Linker(context)))
    if isinstance(claim.value, PartialDate):
        return without_brackets(text)
    if not isinstance(claim.value, Text):
        return text
    # Words that the registry lists are ours, and no quotation.
    if text in context.attribute(slot).options:
        return text.replace("-", " ")
    return context.labels.say("choice-quoted", text=text)


def _members(context: Context, claim: Claim) -> str:
    """Return the subjects of a symmetric relation, which has no value beside them."""
    names = [context.display(subject) for subject in claim.about if subject in context.data.subjects]
    return join_words(names, context.labels.say("and"))


def choose_between(context: Context, options: Sequence[str]) -> str:
    """Return options as `A, or B`; of more than three the first two and that there are others."""
    if len(options) < 2:
        return "".join(options)
    key = _CHOICES.get(len(options), "choice-more")
    return context.labels.say(key, first=options[0], second=options[1], last=options[-1])


def term_words(context: Context, claim: Claim, name: str) -> str:
    """Return what a claim says of one term, nothing where it is silent."""
    for detail in qualifiers_of(context, claim, Linker(context), (name,)):
        return plain(detail.value)
    return ""


def without_brackets(value: str) -> str:
    """Return a value without what stands in brackets beside it, for which a question has no room."""
    return value.partition(" (")[0]
