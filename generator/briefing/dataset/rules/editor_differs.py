"""editor-differs: differences that no rule can see and an editor has written down as a judgement of a finding."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.dataset.rule_base.attribution import listed, values_told
from briefing.dataset.rule_base.judged import all_judgements, judged_slots
from briefing.dataset.rule_base.rule import Hit, Limits, World, over_slots, slot_place
from briefing.model.ids import ClaimKey
from briefing.model.records import Judgement

CODE = "editor-differs"


def find_unfound(world: World, found: Iterable[Judgement]) -> Iterator[tuple[Judgement, Hit]]:
    """Yield every judgement ``differs`` that is not among those that a rule's finding took up, with its hit."""
    known = {judgement.span for judgement in found}
    taken = {hit.places for hit in find_editor_differs(world, {})}
    of_slots = {slot.judgement.span: slot for slot in judged_slots(world) if slot.judgement}
    for judgement in all_judgements(world):
        if judgement.word != "differs" or judgement.span in known:
            continue
        slot = of_slots.get(judgement.span)
        keys = _standing(world, [claim.key for claim in slot.claims] if slot else judgement.finding_claims)
        if keys:
            yield judgement, _place_once(_hit(world, keys), taken)


def find_editor_differs(world: World, _limits: Limits) -> Iterator[Hit]:
    """Yield one hit for every judgement that names this rule and the claims that differ."""
    taken: set[tuple[str, ...]] = set()
    for judgement in all_judgements(world):
        keys = _standing(world, judgement.finding_claims) if judgement.finding_rule == CODE else ()
        if keys:
            yield _place_once(_hit(world, keys), taken)


def _place_once(hit: Hit, taken: set[tuple[str, ...]]) -> Hit:
    """Return the hit; a second one over the same slots is told apart by its claims, so that each has its own key."""
    own = hit if hit.places not in taken else replace(hit, places=(*hit.places, f"claims:{','.join(hit.claims)}"))
    taken.add(own.places)
    return own


def _standing(world: World, keys: Sequence[ClaimKey]) -> tuple[ClaimKey, ...]:
    """Return the claims without those that are excluded; none where only one of several is left."""
    left = tuple(key for key in keys if key in world.data.claims and not world.data.claims[key].excluded)
    return left if len(left) > 1 or len(left) == len(keys) else ()


def _hit(world: World, keys: Iterable[ClaimKey]) -> Hit:
    claims = tuple(world.data.claims[key] for key in keys)
    slots = {id(slot): slot for slot in (world.data.slot_of[claim.key] for claim in claims)}
    names = listed([world.name(one) for one in dict.fromkeys(one for claim in claims for one in claim.about)])
    in_order = tuple(slots[one] for one in sorted(slots, key=lambda one: slot_place(slots[one])))
    return over_slots(in_order, claims, f"{names}: {values_told(world, claims)}")
