"""Relations from the slots of relating attributes, seen from both ends."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, permutations
from operator import attrgetter

from briefing.dataset.linked.naming import referred
from briefing.dataset.linked.records import Relation, Slot
from briefing.model.grouping import group_by
from briefing.model.ids import SubjectId
from briefing.model.registry import Attribute, Registry
from briefing.model.values import EntityName, EntityRef


def find_relations(slots: Iterable[Slot], registry: Registry) -> Mapping[SubjectId, tuple[Relation, ...]]:
    """Return the relations of every subject: what A says of B stands on B's page too."""
    position = {name: number for number, name in enumerate(registry.attributes)}

    def order(relation: Relation) -> tuple[int, bool, str]:
        return position[relation.attribute], relation.inverse, relation.other or relation.other_name or ""

    relations = chain.from_iterable(_relations_of(slot, registry.attributes[slot.attribute]) for slot in slots)
    by_subject = group_by(relations, attrgetter("subject"))
    return {subject: tuple(sorted(by_subject[subject], key=order)) for subject in sorted(by_subject)}


def _relations_of(slot: Slot, attribute: Attribute) -> Iterator[Relation]:
    if not attribute.is_relation:
        return
    shown = slot.affirmed
    if shown is None:
        return
    if attribute.symmetric and len(slot.about) > 1:
        yield from _partnerships(slot, attribute)
        return
    match shown.value:
        case EntityRef(id=far):
            yield from _both_ways(slot, attribute, SubjectId(far))
        # A name alone has no page, so nothing leads back from it.
        case EntityName(name=name):
            near, label = slot.about[0], attribute.label
            yield Relation(near, attribute.name, label, inverse=False, other=None, other_name=name, slot=slot)


def _both_ways(slot: Slot, attribute: Attribute, far: SubjectId) -> Iterator[Relation]:
    name, label, near = attribute.name, attribute.label, slot.about[0]
    # Without a label of its own the far end reads as the near one.
    inverse_label = attribute.inverse_label or label
    yield Relation(near, name, label, inverse=False, other=far, other_name=None, slot=slot)
    yield Relation(far, name, inverse_label, inverse=True, other=near, other_name=None, slot=slot)


def _partnerships(slot: Slot, attribute: Attribute) -> Iterator[Relation]:
    name, label = attribute.name, attribute.label
    # A subject may be written as its own partner; that relates nobody.
    partners = permutations(dict.fromkeys(slot.about), 2)
    for subject, other in partners:
        yield Relation(subject, name, label, inverse=False, other=other, other_name=None, slot=slot)


def ends_of(slot: Slot) -> tuple[SubjectId, ...]:
    """Return the subjects that a slot joins if it is one of a relation: whom it is about, and whom it shows."""
    shown = slot.shown
    if shown is None:
        return slot.about
    return (*slot.about, *referred(shown.value))
