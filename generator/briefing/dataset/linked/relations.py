"""Relations from the slots of relating attributes, seen from both ends."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations

from briefing.dataset.linked.records import Relation, Slot
from briefing.model.ids import SubjectId
from briefing.model.registry import Attribute, Registry
from briefing.model.values import EntityName, EntityRef


def find_relations(slots: Iterable[Slot], registry: Registry) -> Mapping[SubjectId, tuple[Relation, ...]]:
    """Return the relations of every subject: what A says of B stands on B's page too."""
    by_subject: dict[SubjectId, list[Relation]] = defaultdict(list)
    position = {name: number for number, name in enumerate(registry.attributes)}
    for slot in slots:
        for relation in _relations_of(slot, registry.attributes[slot.attribute]):
            by_subject[relation.subject].append(relation)

    def order(relation: Relation) -> tuple[int, bool, str]:
        return position[relation.attribute], relation.inverse, relation.other or relation.other_name or ""

    return {subject: tuple(sorted(relations, key=order)) for subject, relations in sorted(by_subject.items())}


def _relations_of(slot: Slot, attribute: Attribute) -> Iterator[Relation]:
    if not attribute.is_relation:
        return
    shown = slot.shown
    if shown is None or shown.denied:
        return
    name, label, near = attribute.name, attribute.label, slot.about[0]
    if attribute.symmetric and len(slot.about) > 1:
        yield from _partnerships(slot, attribute)
    elif isinstance(shown.value, EntityRef):
        far = SubjectId(shown.value.id)
        # Without a label of its own the far end reads as the near one.
        inverse_label = attribute.inverse_label or label
        yield Relation(near, name, label, inverse=False, other=far, other_name=None, slot=slot)
        yield Relation(far, name, inverse_label, inverse=True, other=near, other_name=None, slot=slot)
    # A name alone has no page, so nothing leads back from it.
    elif isinstance(shown.value, EntityName):
        yield Relation(near, name, label, inverse=False, other=None, other_name=shown.value.name, slot=slot)


def _partnerships(slot: Slot, attribute: Attribute) -> Iterator[Relation]:
    name, label = attribute.name, attribute.label
    for subject, other in permutations(slot.about, 2):
        # A subject may be written as its own partner; that relates nobody.
        if subject != other:
            yield Relation(subject, name, label, inverse=False, other=other, other_name=None, slot=slot)
