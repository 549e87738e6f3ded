"""Subjects as the data write them in a qualifier, such as the payer of a sum: linked, or as ids."""

from briefing.model.ids import SubjectId
from briefing.model.value_parsing import parse_entity
from briefing.model.values import EntityRef, Malformed
from briefing.views.base.context import Context
from briefing.views.base.tokens import Prose, join_prose, mark_japanese, words

_NOBODY = ("unknown", "none")


def entity_prose(ctx: Context, raw: object) -> Prose:
    """Return one or several subjects written as in the data: an id, `text:Some Name`, unknown, none, or a list."""
    if isinstance(raw, list | tuple):
        return join_prose(entity_prose(ctx, item) for item in raw)
    text = str(raw)
    if text in _NOBODY:
        return words(ctx.labels.say(text))
    entity = parse_entity(text)
    if isinstance(entity, EntityRef):
        return ctx.link(SubjectId(entity.id))
    # What cannot be read is shown as the data write it.
    if isinstance(entity, Malformed):
        return mark_japanese(text)
    return mark_japanese(entity.name)


def entity_ids(raw: object) -> tuple[SubjectId, ...]:
    """Return the ids among subjects written as in the data."""
    if isinstance(raw, list | tuple):
        ids: list[SubjectId] = []
        for item in raw:
            ids.extend(entity_ids(item))
        return tuple(ids)
    # Both words would pass for ids.
    if not isinstance(raw, str) or raw in _NOBODY:
        return ()
    entity = parse_entity(raw)
    if not isinstance(entity, EntityRef):
        return ()
    return (SubjectId(entity.id),)
