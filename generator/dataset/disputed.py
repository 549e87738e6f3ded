"""Places that rules found disputed in, the dataset with its slots marked out, wherever it keeps them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.dataset.keeping import patched
from generator.dataset.records import Dataset, Relation, Slot
from generator.dataset.rules.rule import slot_place
from generator.model.ids import SubjectId
from generator.model.values import EntityRef


@dataclass(frozen=True, slots=True)
class Marks:
    """The disputed slots of one subject: what they were found among, before and after they were marked."""

    slots: tuple[Slot, ...]
    places: frozenset[str]
    pairs: tuple[tuple[Slot, Slot], ...]


Marked = Mapping[SubjectId, Marks]


def mark_slots(dataset: Dataset, disputed: Mapping[SubjectId, frozenset[str]], known: Marked) -> Marked:
    """Return the marked slots by subject, as they are in ``known`` where nothing has changed."""
    return {
        subject: _marks(dataset.slots_of.get(subject, ()), places, known.get(subject))
        for subject, places in disputed.items()
    }


def _marks(slots: tuple[Slot, ...], places: frozenset[str], known: Marks | None) -> Marks:
    if known and known.slots is slots and known.places == places:
        return known
    pairs = ((slot, replace(slot, disputed=True)) for slot in slots if slot_place(slot) in places)
    return Marks(slots, places, tuple(pairs))


def with_marks(dataset: Dataset, marked: Marked) -> Dataset:
    """Return the dataset with its disputed slots marked."""
    pairs = {id(slot): (slot, mark) for one in marked.values() for slot, mark in one.pairs}
    marks = {place: mark for place, (_, mark) in pairs.items()}
    slot_of = dict(dataset.slot_of)
    for slot, mark in pairs.values():
        slot_of.update({one.key: mark for one in slot.claims if slot_of[one.key] is slot})
    subjects = {subject for slot, _ in pairs.values() for subject in slot.about}
    ends = {end for slot, _ in pairs.values() for end in _ends(slot, dataset)}
    return replace(
        dataset,
        slots=tuple([marks.get(id(slot), slot) for slot in dataset.slots]),
        slot_of=slot_of,
        slots_of=patched(dataset.slots_of, subjects, lambda one: _swapped(dataset.slots_of[one], marks)),
        relations_of=patched(dataset.relations_of, ends, lambda one: _related(dataset.relations_of[one], marks)),
    )


def _ends(slot: Slot, dataset: Dataset) -> Iterable[SubjectId]:
    """Return the subjects that may have a relation by this slot."""
    shown = slot.shown
    if shown is None or not dataset.registry.attributes[slot.attribute].is_relation:
        return ()
    far = [SubjectId(shown.value.id)] if isinstance(shown.value, EntityRef) else []
    return [one for one in (*slot.about, *far) if one in dataset.relations_of]


def _swapped(slots: tuple[Slot, ...], marks: Mapping[int, Slot]) -> tuple[Slot, ...]:
    return tuple([marks.get(id(slot), slot) for slot in slots])


def _related(relations: tuple[Relation, ...], marks: Mapping[int, Slot]) -> tuple[Relation, ...]:
    return tuple(replace(one, slot=marks[id(one.slot)]) if id(one.slot) in marks else one for one in relations)
