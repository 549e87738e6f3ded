"""payers-differ-across: a sum and its part, or two names of one sum, that different payers carry by different sources.

Compares slots that a fact file relates as part, sum or the same; two payers within one slot are for another rule.
"""

from collections.abc import Iterator, Mapping

from generator.dataset.records import Slot
from generator.dataset.rules.rule import Hit, Limits, World, compared_claims, over_slots
from generator.dataset.rules.voices import said, told
from generator.model.claims import Claim
from generator.model.ids import SubjectId
from generator.model.values import EntityName, EntityRef, parse_entity

_RELATIONS = ("part_of", "sum_of", "overlaps", "same_sum_as")
Line = tuple[SubjectId, str]


def find_payers_that_differ(world: World, _limits: Limits) -> Iterator[Hit]:
    """Yield every pair of related sums whose payers are told differently."""
    slots = {_line(slot): slot for slot in world.data.slots if slot.attribute == "amount" and not slot.opinion}
    for one, other in sorted(_related_lines(world)):
        if one in slots and other in slots:
            yield from _compare(world, slots[one], slots[other])


def _line(slot: Slot) -> Line:
    return slot.about[0], dict(slot.key).get("line") or ""


def _related_lines(world: World) -> set[tuple[Line, Line]]:
    found: set[tuple[Line, Line]] = set()
    for subject in world.data.subjects.values():
        for line in subject.money_lines:
            for reference in (one for name in _RELATIONS for one in line.relations.get(name, ())):
                owner, _, other = reference.rpartition("/")
                pair = sorted(((subject.id, line.id), (SubjectId(owner or subject.id), other)))
                found.add((pair[0], pair[1]))
    return found


def _compare(world: World, one: Slot, other: Slot) -> Iterator[Hit]:
    left, right = _payers(world, one), _payers(world, other)
    claims = [claim for claims in (*left.values(), *right.values()) for claim in claims]
    apart = any(
        name != rival and a.origin != b.origin
        for name, ones in left.items()
        for rival, others in right.items()
        for a in ones
        for b in others
    )
    if apart:
        names = " and ".join(_line_name(world, slot) for slot in (one, other))
        rows = [(f"{name} pays", claim) for side in (left, right) for name, ones in side.items() for claim in ones]
        yield over_slots((one, other), tuple(claims), f"{names}: {told(world, rows)}")


def _payers(world: World, slot: Slot) -> Mapping[str, list[Claim]]:
    """Return the claims of a slot by payer; those that name none are left out."""
    found: dict[str, list[Claim]] = {}
    for claim in compared_claims(slot):
        payer = claim.qualifier("payer")
        entity = parse_entity(payer) if payer not in (None, "unknown", "none") and claim.restates is None else None
        if isinstance(entity, EntityName | EntityRef):
            found.setdefault(said(world, entity), []).append(claim)
    return found


def _line_name(world: World, slot: Slot) -> str:
    about, line = _line(slot)
    subject = world.data.subjects.get(about)
    label = next((one.label for one in subject.money_lines if one.id == line), line) if subject else line
    return f"{world.name(about)}, {label}"
