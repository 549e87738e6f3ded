"""Subjects as the data write them."""

from briefing.model.ids import SubjectId
from briefing.model.value_parsing import parse_entity
from briefing.model.values import EntityRef, Malformed
from briefing.views.base.context import Context
from briefing.views.base.tokens import Prose, join_prose, mark_japanese, words


def entity_prose(ctx: Context, raw: object) -> Prose:
    """Return one or several subjects written as in the data: an id, `text:Some Name`, unknown, none, or a list."""
    if isinstance(raw, list | tuple):
        return join_prose([entity_prose(ctx, one) for one in raw])
    text = str(raw)
    if text in ("unknown", "none"):
        return words(ctx.labels.say(text))
    found = parse_entity(text)
    if isinstance(found, EntityRef):
        return ctx.link(SubjectId(found.id))
    return mark_japanese(text if isinstance(found, Malformed) else found.name)


def entity_ids(raw: object) -> tuple[SubjectId, ...]:
    """Return the ids among subjects written as in the data."""
    if isinstance(raw, list | tuple):
        return tuple(one for item in raw for one in entity_ids(item))
    found = parse_entity(raw) if isinstance(raw, str) and raw not in ("unknown", "none") else None
    return (SubjectId(found.id),) if isinstance(found, EntityRef) else ()
