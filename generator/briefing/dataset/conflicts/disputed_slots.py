"""Marks slots as disputed, wherever the dataset keeps them.

Marks are laid over the dataset; those of one run are kept for the next, which makes anew what has changed.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, compress, count
from operator import attrgetter, is_not, itemgetter

from briefing.dataset.comparing.slot_keys import slot_order
from briefing.dataset.linked.records import Dataset, Relation, Slot
from briefing.dataset.linked.relations import ends_of
from briefing.dataset.linked.structural_sharing import changed_keys
from briefing.dataset.rule_base.finding import slot_place
from briefing.model.grouping import distinct_by
from briefing.model.ids import ClaimKey, SubjectId

Disputed = Mapping[SubjectId, frozenset[str]]
Pair = tuple[Slot, Slot]
"""A slot and its mark: the same, disputed."""


@dataclass(slots=True)
class Marks:
    """What was marked last: of ``dataset`` every slot at a disputed place, and all that has it, with its mark.

    ``pairs`` and ``marks`` are by the identity of the slot, which is cheaper than its contents and never shared.
    """

    dataset: Dataset | None = None
    disputed: Disputed = field(default_factory=dict)
    pairs: dict[int, Pair] = field(default_factory=dict)
    marks: dict[int, Slot] = field(default_factory=dict)
    slots: tuple[Slot, ...] = ()
    slot_of: dict[ClaimKey, Slot] = field(default_factory=dict)
    slots_of: dict[SubjectId, tuple[Slot, ...]] = field(default_factory=dict)
    relations_of: dict[SubjectId, tuple[Relation, ...]] = field(default_factory=dict)

    def take_dataset(self, dataset: Dataset) -> Dataset:
        """Return the dataset marked last and forget it; where there is none, one like the new one without slots."""
        before, self.dataset = self.dataset, None
        if before is None:
            self.disputed = {}
            return replace(dataset, slots_of={}, relations_of={})
        return before

    def marked(self, slot: Slot) -> Slot:
        """Return the mark of a slot, or the slot itself where it is not disputed."""
        return self.marks.get(id(slot), slot)


def mark_slots(dataset: Dataset, disputed: Disputed, marks: Marks | None = None) -> Dataset:
    """Return the dataset with its disputed slots marked; ``marks`` are those of last time, brought up to date."""
    marks = marks or Marks()
    before = marks.take_dataset(dataset)
    stale = changed_keys(before.slots_of, dataset.slots_of) | changed_keys(marks.disputed, disputed)
    gone = _take_out(marks, before, stale)
    new = _put_in(marks, dataset, disputed, stale, gone)
    changed = [_slot_of_pair(place, gone, new) for place in gone.keys() ^ new.keys()]
    _swap_slots(marks, dataset, stale.union(*map(attrgetter("about"), changed)))
    if dataset.relations_of is before.relations_of:
        _swap_relations(marks, dataset, changed)
    else:
        marks.relations_of.clear()
        _swap_relations(marks, dataset, map(itemgetter(0), marks.pairs.values()))
    marks.slots = _swapped(marks, before.slots, dataset.slots, changed)
    marks.dataset, marks.disputed = dataset, disputed
    return _laid_over(dataset, marks)


def _slot_of_pair(place: int, gone: Mapping[int, Pair], new: Mapping[int, Pair]) -> Slot:
    pair = gone.get(place) or new[place]
    return pair[0]


def _take_out(marks: Marks, before: Dataset, stale: Iterable[SubjectId]) -> dict[int, Pair]:
    """Take the marks of some subjects' slots out and return them."""
    places = set(map(id, before.find_slots(stale))) & marks.pairs.keys()
    gone = {place: marks.pairs[place] for place in places}
    for place, (slot, mark) in gone.items():
        del marks.pairs[place], marks.marks[place]
        for claim in slot.claims:
            # A claim that says several pairs may stand for another one of them.
            if marks.slot_of.get(claim.key) is mark:
                del marks.slot_of[claim.key]
    return gone


def _put_in(
    marks: Marks, dataset: Dataset, disputed: Disputed, stale: Iterable[SubjectId], earlier: Mapping[int, Pair]
) -> dict[int, Pair]:
    """Mark the disputed slots of some subjects, with earlier marks where there are, and return them."""
    new: dict[int, Pair] = {}
    for slot in distinct_by(dataset.find_slots(stale), id):
        if not _is_disputed(slot, disputed):
            continue
        new[id(slot)] = earlier.get(id(slot)) or (slot, replace(slot, disputed=True))
        # A claim that says several pairs has the first of its slots, which may be another one.
        own = [claim.key for claim in slot.claims if dataset.slot_of[claim.key] is slot]
        marks.slot_of.update(dict.fromkeys(own, new[id(slot)][1]))
    marks.pairs.update(new)
    marks.marks.update((place, mark) for place, (_, mark) in new.items())
    return new


def _is_disputed(slot: Slot, disputed: Disputed) -> bool:
    # Of most slots no subject has anything disputed, and their place need not be spelled out.
    if disputed.keys().isdisjoint(slot.about):
        return False
    place = slot_place(slot)
    return any(place in disputed.get(subject, ()) for subject in slot.about)


def _swap_slots(marks: Marks, dataset: Dataset, subjects: Iterable[SubjectId]) -> None:
    for subject in subjects:
        slots = dataset.slots_of.get(subject, ())
        marks.slots_of.pop(subject, None)
        if not marks.pairs.keys().isdisjoint(map(id, slots)):
            marks.slots_of[subject] = tuple(map(marks.marked, slots))


def _swap_relations(marks: Marks, dataset: Dataset, slots: Iterable[Slot]) -> None:
    """Mark the slots of all relations of the subjects that some slots relate."""
    ends = set(chain.from_iterable(_ends(slot, dataset) for slot in slots))
    for end in ends:
        marks.relations_of[end] = tuple(map(partial(_marked_relation, marks), dataset.relations_of[end]))


def _marked_relation(marks: Marks, relation: Relation) -> Relation:
    mark = marks.marked(relation.slot)
    if mark is relation.slot:
        return relation
    return replace(relation, slot=mark)


def _ends(slot: Slot, dataset: Dataset) -> Iterator[SubjectId]:
    """Yield the subjects that may have a relation by this slot."""
    if slot.shown is None or not dataset.registry.attributes[slot.attribute].is_relation:
        return
    yield from filter(dataset.relations_of.__contains__, ends_of(slot))


def _swapped(
    marks: Marks, before: tuple[Slot, ...], after: tuple[Slot, ...], changed: Iterable[Slot]
) -> tuple[Slot, ...]:
    """Return all slots, marked; of as many as before only those that changed, or whose marks did, are looked up."""
    if len(marks.slots) != len(after):
        return tuple(map(marks.marks.get, map(id, after), after))
    slots = list(marks.slots)
    replaced = compress(count(), map(is_not, before, after))
    marked_otherwise = [bisect_left(after, slot_order(slot), key=slot_order) for slot in changed]
    for position in chain(replaced, marked_otherwise):
        # A slot that is gone may have stood behind all that are left.
        if position < len(after):
            slots[position] = marks.marked(after[position])
    return tuple(slots)


def _laid_over(dataset: Dataset, marks: Marks) -> Dataset:
    return replace(
        dataset,
        slots=marks.slots,
        slot_of={**dataset.slot_of, **marks.slot_of},
        slots_of={**dataset.slots_of, **marks.slots_of},
        relations_of={**dataset.relations_of, **marks.relations_of},
    )
