"""The questions that fit a rule, from the best to what can always be asked; the first that is short is taken."""

from collections.abc import Iterator

from briefing.dataset.conflicts.rule_table import presentation_of
from briefing.model.values import EntityName, EntityRef
from briefing.views.parts.question_matter import FindingMatter


def question_forms(matter: FindingMatter) -> Iterator[str]:
    """Yield questions from the best to what can always be asked."""
    ask = presentation_of(matter.conflict).ask
    if ask is not None:
        yield from ask(matter)
    elif matter.context.labels.has(f"question-{matter.rule}"):
        yield matter.say(f"question-{matter.rule}")
    yield from _ask_of_answers(matter)
    yield from _ask_of_voices(matter)
    # Without claims there is no fact to name.
    if matter.whats:
        yield matter.say("question-open")
    yield matter.say("question-open-brief")


def _ask_of_answers(matter: FindingMatter) -> Iterator[str]:
    """Yield what can be asked of claims that differ in their values, or in a term."""
    if len(matter.values) > 1:
        options = matter.choose(matter.values)
        # Claims about several facts can only be asked for their values.
        if len(matter.whats) == 1:
            yield matter.say("question-values", choice=options)
        yield matter.say("question-values-brief", choice=options)
    elif len(matter.terms) > 1:
        yield matter.say(_terms_key(matter), choice=matter.choose(matter.terms))


def _terms_key(matter: FindingMatter) -> str:
    # The other end of a relation says little without the name of the relation.
    if isinstance(matter.claims[0].value, EntityRef | EntityName):
        return "question-relation"
    return "question-terms"


def _ask_of_voices(matter: FindingMatter) -> Iterator[str]:
    """Yield what can be asked of claims that differ by who says them, or by where one voice says them."""
    if len(matter.voices) > 1:
        options = matter.choose(matter.voices)
        if len(matter.whats) == 1:
            yield matter.say("question-voices", choice=options)
        yield matter.say("question-voices-brief", choice=options)
    elif len(matter.claims) > 1:
        # One voice says two things: where in its text it does tells them apart.
        if len(matter.places) > 1:
            yield matter.say("question-own-words-at", choice=matter.choose(matter.places))
        yield matter.say("question-own-words")
        yield matter.say("question-own-words-brief")
