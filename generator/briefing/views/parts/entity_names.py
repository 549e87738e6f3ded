"""Subjects as the data write them in a qualifier, such as the payer of a sum: linked, or as ids."""

from briefing.model.ids import SubjectId
from briefing.model.value_parsing import parse_entity
from briefing.model.values import NO_VALUE_LITERALS, EntityName, EntityRef
from briefing.views.base.context import Context
from briefing.views.base.tokens import Prose, join_prose, mark_japanese, words


def entity_prose(context: Context, raw: object) -> Prose:
    """Return one or several subjects written as in the data: an id, `text:Some Name`, unknown, none, or a list."""
    if isinstance(raw, list | tuple):
        return join_prose(entity_prose(context, item) for item in raw)
    text = str(raw)
    if text in NO_VALUE_LITERALS:
        return words(context.labels.say(text))
    match parse_entity(text):
        case EntityRef(id=subject):
            return context.link(SubjectId(subject))
        case EntityName(name=name):
            return mark_japanese(name)
    # What cannot be read is shown as the data write it.
    return mark_japanese(text)
