"""What a relation is called from one of its ends: by its attribute, or by the office that somebody holds."""

from briefing.dataset.linked.records import Relation
from briefing.dataset.linked.wording import phrase, sentence
from briefing.views.base.context import Context

_BY_ROLE = ("role",)


def relation_label(ctx: Context, relation: Relation) -> str:
    """Return the words before the other end: `Partner`, or where the role is the fact itself `Prime minister of`."""
    role = _role(relation)
    if not role or ctx.attribute(relation.slot).key != _BY_ROLE:
        return relation.label
    name = sentence(role, ctx.names.spellings)
    return ctx.labels.say("role-of", role=name) if relation.inverse else name


def relation_note(ctx: Context, relation: Relation) -> str:
    """Return the role in a relation that is called by something else, nothing where there is none."""
    role = _role(relation)
    return phrase(role, ctx.names.spellings) if role and ctx.attribute(relation.slot).key != _BY_ROLE else ""


def _role(relation: Relation) -> str:
    return next((value for key, value in relation.slot.key if key == "role" and value), "")
