"""Places that rules found disputed in, the dataset with its slots marked out, wherever it keeps them.

Marks are laid over the dataset; those of one run are kept for the next, which makes anew what has changed.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import compress, count
from operator import is_not

from briefing.dataset.comparing.slot_keys import slot_order
from briefing.dataset.linked.records import Dataset, Relation, Slot
from briefing.dataset.linked.structural_sharing import changed_keys
from briefing.dataset.rule_base.finding import slot_place
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.values import EntityRef

Disputed = Mapping[SubjectId, frozenset[str]]
Pair = tuple[Slot, Slot]
"""A slot and its mark: the same, disputed."""


@dataclass(slots=True)
class Marks:
    """What was marked last: of ``dataset`` every slot at a disputed place, and all that has it, with its mark."""

    dataset: Dataset | None = None
    disputed: Disputed = field(default_factory=dict)
    pairs: dict[int, Pair] = field(default_factory=dict)
    marks: dict[int, Slot] = field(default_factory=dict)
    slots: tuple[Slot, ...] = ()
    slot_of: dict[ClaimKey, Slot] = field(default_factory=dict)
    slots_of: dict[SubjectId, tuple[Slot, ...]] = field(default_factory=dict)
    relations_of: dict[SubjectId, tuple[Relation, ...]] = field(default_factory=dict)


def mark_slots(dataset: Dataset, disputed: Disputed, kept: Marks | None = None) -> Dataset:
    """Return the dataset with its disputed slots marked; ``kept`` says what was, and is brought up to date."""
    kept = kept or Marks()
    before, kept.dataset = kept.dataset, None
    if before is None:
        before, kept.disputed = replace(dataset, slots_of={}, relations_of={}), {}
    stale = changed_keys(before.slots_of, dataset.slots_of) | changed_keys(kept.disputed, disputed)
    gone = _take_out(kept, before, stale)
    new = _put_in(kept, dataset, disputed, stale, gone)
    changed = [gone.get(one) or new[one] for one in gone.keys() ^ new.keys()]
    _swap_slots(kept, dataset, stale.union(*(slot.about for slot, _ in changed)))
    _swap_relations(kept, dataset, [pair for pair, _ in changed], anew=dataset.relations_of is not before.relations_of)
    kept.slots = _swapped(kept, before.slots, dataset.slots, [slot for slot, _ in changed])
    kept.dataset, kept.disputed = dataset, disputed
    return _laid_over(dataset, kept)


def _take_out(kept: Marks, before: Dataset, stale: Iterable[SubjectId]) -> dict[int, Pair]:
    """Take the marks of some subjects' slots out and return them."""
    slots = (slot for one in stale for slot in before.slots_of.get(one, ()) if id(slot) in kept.pairs)
    gone = {id(slot): kept.pairs[id(slot)] for slot in slots}
    for place, (slot, mark) in gone.items():
        del kept.pairs[place], kept.marks[place]
        for claim in slot.claims:
            if kept.slot_of.get(claim.key) is mark:
                del kept.slot_of[claim.key]
    return gone


def _put_in(
    kept: Marks, dataset: Dataset, disputed: Disputed, stale: Iterable[SubjectId], known: Mapping[int, Pair]
) -> dict[int, Pair]:
    """Mark the disputed slots of some subjects, with known marks where there are, and return them."""
    new: dict[int, Pair] = {}
    for slot in (slot for one in stale for slot in dataset.slots_of.get(one, ())):
        if id(slot) not in new and _is_disputed(slot, disputed):
            new[id(slot)] = _, mark = known.get(id(slot)) or (slot, replace(slot, disputed=True))
            kept.slot_of.update({one.key: mark for one in slot.claims if dataset.slot_of[one.key] is slot})
    kept.pairs.update(new)
    kept.marks.update((place, mark) for place, (_, mark) in new.items())
    return new


def _is_disputed(slot: Slot, disputed: Disputed) -> bool:
    if disputed.keys().isdisjoint(slot.about):
        return False
    place = slot_place(slot)
    return any(place in disputed.get(one, ()) for one in slot.about)


def _swap_slots(kept: Marks, dataset: Dataset, subjects: Iterable[SubjectId]) -> None:
    for subject in subjects:
        slots = dataset.slots_of.get(subject, ())
        kept.slots_of.pop(subject, None)
        if any(id(slot) in kept.pairs for slot in slots):
            kept.slots_of[subject] = tuple([_marked(kept, slot) for slot in slots])


def _swap_relations(kept: Marks, dataset: Dataset, changed: Iterable[Slot], *, anew: bool) -> None:
    """Mark the slots of relations: of those that changed, or of all ``anew``."""
    if anew:
        kept.relations_of.clear()
        changed = [slot for slot, _ in kept.pairs.values()]
    for end in {end for slot in changed for end in _ends(slot, dataset)}:
        kept.relations_of[end] = tuple([_related(kept, one) for one in dataset.relations_of[end]])


def _swapped(
    kept: Marks, before: tuple[Slot, ...], after: tuple[Slot, ...], changed: Iterable[Slot]
) -> tuple[Slot, ...]:
    """Return all slots, marked; of as many as before only those that changed, or whose marks did, are looked up."""
    if len(kept.slots) != len(after):
        return tuple(map(kept.marks.get, map(id, after), after))
    found = list(kept.slots)
    others = compress(count(), map(is_not, before, after))
    for place in (*others, *(bisect_left(after, slot_order(slot), key=slot_order) for slot in changed)):
        if place < len(after):
            found[place] = _marked(kept, after[place])
    return tuple(found)


def _related(kept: Marks, relation: Relation) -> Relation:
    mark = _marked(kept, relation.slot)
    return relation if mark is relation.slot else replace(relation, slot=mark)


def _marked(kept: Marks, slot: Slot) -> Slot:
    return kept.marks.get(id(slot), slot)


def _ends(slot: Slot, dataset: Dataset) -> Iterator[SubjectId]:
    """Yield the subjects that may have a relation by this slot."""
    shown = slot.shown
    if shown is not None and dataset.registry.attributes[slot.attribute].is_relation:
        far = [SubjectId(shown.value.id)] if isinstance(shown.value, EntityRef) else []
        yield from (one for one in (*slot.about, *far) if one in dataset.relations_of)


def _laid_over(dataset: Dataset, kept: Marks) -> Dataset:
    return replace(
        dataset,
        slots=kept.slots,
        slot_of={**dataset.slot_of, **kept.slot_of},
        slots_of={**dataset.slots_of, **kept.slots_of},
        relations_of={**dataset.relations_of, **kept.relations_of},
    )
