"""The questions that fit a rule, from the best to what can always be asked; the first that is short is taken."""

from collections.abc import Iterator

from briefing.dataset.conflicts.rule_table import presentation_of
from briefing.model.values import EntityName, EntityRef
from briefing.views.parts.question_matter import Matter


def forms_of(matter: Matter) -> Iterator[str]:
    """Yield questions from the best to what can always be asked."""
    ask = presentation_of(matter.conflict).ask
    if ask is not None:
        yield from ask(matter)
    elif matter.ctx.labels.has(f"question-{matter.conflict.rule}"):
        yield matter.say(f"question-{matter.conflict.rule}")
    yield from _differing(matter)
    if matter.whats:
        yield matter.say("question-open")
    yield matter.say("question-open-brief")


def _differing(matter: Matter) -> Iterator[str]:
    """Yield what can be asked of claims that differ: in their values, in a term, or only by who says them."""
    if len(matter.values) > 1:
        options = matter.choose(matter.values)
        if len(matter.whats) == 1:
            yield matter.say("question-values", choice=options)
        yield matter.say("question-values-brief", choice=options)
    elif len(matter.terms) > 1:
        related = isinstance(matter.claims[0].value, EntityRef | EntityName)
        key = "question-relation" if related else "question-terms"
        yield matter.say(key, choice=matter.choose(matter.terms))
    if len(matter.voices) > 1:
        options = matter.choose(matter.voices)
        if len(matter.whats) == 1:
            yield matter.say("question-voices", choice=options)
        yield matter.say("question-voices-brief", choice=options)
    elif len(matter.claims) > 1:
        if len(matter.places) > 1:
            yield matter.say("question-own-words-at", choice=matter.choose(matter.places))
        yield from (matter.say(key) for key in ("question-own-words", "question-own-words-brief"))
