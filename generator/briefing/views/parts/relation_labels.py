"""What a relation is called from one of its ends: by its attribute, or by the office that somebody holds."""

from briefing.dataset.linked.records import Relation
from briefing.dataset.linked.wording import phrase, sentence
from briefing.views.base.context import Context

# Attributes whose one key is the role: there the role is the fact itself, an office or a post.
_ROLE_KEY = ("role",)


def relation_label(context: Context, relation: Relation) -> str:
    """Return the words before the other end: `Partner`, or where the role is the fact itself `Prime minister of`."""
    role = _role(relation)
    if not role or not _is_called_by_role(context, relation):
        return relation.label
    name = sentence(role, context.names.spellings)
    if not relation.inverse:
        return name
    return context.labels.say("role-of", role=name)


def relation_note(context: Context, relation: Relation) -> str:
    """Return the role in a relation that is called by something else, nothing where there is none."""
    role = _role(relation)
    if not role or _is_called_by_role(context, relation):
        return ""
    return phrase(role, context.names.spellings)


def _is_called_by_role(context: Context, relation: Relation) -> bool:
    return context.attribute(relation.slot).key == _ROLE_KEY


def _role(relation: Relation) -> str:
    return dict(relation.slot.key).get("role") or ""
