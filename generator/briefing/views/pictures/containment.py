"""What the sources say lies in what, directly or through something between."""

from collections.abc import Iterable, Mapping, Sequence

from briefing.dataset.linked.records import Relation
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.views.base.context import Context

_WITHIN = ("located-in", "part-of")
"""The relations that put one subject in another."""

Contents = Mapping[SubjectId, Sequence[SubjectId]]
"""What lies directly in each subject that has something in it."""


def direct_contents(context: Context) -> Contents:
    """Return what lies directly in each subject."""
    return {subject: _directly_within(relations) for subject, relations in context.data.relations_of.items()}


def _directly_within(relations: Iterable[Relation]) -> tuple[SubjectId, ...]:
    # Seen from a place, what lies in it is at the other end of an inverse relation.
    inside = (relation.other for relation in relations if relation.inverse and _is_within(relation))
    return tuple(dict.fromkeys(filter(None, inside)))


def _is_within(relation: Relation) -> bool:
    return relation.attribute in _WITHIN


def all_within(place: SubjectId, contents: Contents) -> tuple[SubjectId, ...]:
    """Return everything in a place, directly or through what lies in it, the nearest first."""
    subjects: dict[SubjectId, None] = {}
    queue = list(contents.get(place, ()))
    while queue:
        subject = queue.pop(0)
        # Sources may put two places in each other: such a circle ends where it began.
        if subject == place or subject in subjects:
            continue
        subjects[subject] = None
        queue.extend(contents.get(subject, ()))
    return tuple(subjects)


def location_claims(context: Context, subject: SubjectId) -> list[Claim]:
    """Return the claims that say where a subject lies, without those that were set aside."""
    claims: list[Claim] = []
    for relation in context.data.relations_of.get(subject, ()):
        shown = relation.slot.shown
        if _is_within(relation) and not relation.inverse and shown:
            claims.extend(shown.claims)
    return claims
