"""editor-differs: differences that no rule can see and an editor has written down as a judgement of a finding."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.dataset.rule_base.attribution import listed, values_told
from briefing.dataset.rule_base.judged import all_judgements, judged_slots
from briefing.dataset.rule_base.rule import Hit, RuleContext, Thresholds, over_slots, slot_place
from briefing.model.ids import ClaimKey
from briefing.model.records import Judgement

CODE = "editor-differs"


def find_unfound(context: RuleContext, found: Iterable[Judgement]) -> Iterator[tuple[Judgement, Hit]]:
    """Yield every judgement ``differs`` that is not among those that a rule's finding took up, with its hit."""
    known = {judgement.span for judgement in found}
    taken = {hit.places for hit in find_editor_differs(context, {})}
    of_slots = {slot.judgement.span: slot for slot in judged_slots(context) if slot.judgement}
    for judgement in all_judgements(context):
        if judgement.word != "differs" or judgement.span in known:
            continue
        slot = of_slots.get(judgement.span)
        keys = _standing(context, [claim.key for claim in slot.claims] if slot else judgement.finding_claims)
        if keys:
            yield judgement, _place_once(_hit(context, keys), taken)


def find_editor_differs(context: RuleContext, _limits: Thresholds) -> Iterator[Hit]:
    """Yield one hit for every judgement that names this rule and the claims that differ."""
    taken: set[tuple[str, ...]] = set()
    for judgement in all_judgements(context):
        keys = _standing(context, judgement.finding_claims) if judgement.finding_rule == CODE else ()
        if keys:
            yield _place_once(_hit(context, keys), taken)


def _place_once(hit: Hit, taken: set[tuple[str, ...]]) -> Hit:
    """Return the hit; a second one over the same slots is told apart by its claims, so that each has its own key."""
    own = hit if hit.places not in taken else replace(hit, places=(*hit.places, f"claims:{','.join(hit.claims)}"))
    taken.add(own.places)
    return own


def _standing(context: RuleContext, keys: Sequence[ClaimKey]) -> tuple[ClaimKey, ...]:
    """Return the claims without those that are excluded; none where only one of several is left."""
    left = tuple(key for key in keys if key in context.data.claims and not context.data.claims[key].excluded)
    return left if len(left) > 1 or len(left) == len(keys) else ()


def _hit(context: RuleContext, keys: Iterable[ClaimKey]) -> Hit:
    claims = tuple(context.data.claims[key] for key in keys)
    slots = {id(slot): slot for slot in (context.data.slot_of[claim.key] for claim in claims)}
    names = listed([context.name(one) for one in dict.fromkeys(one for claim in claims for one in claim.about)])
    in_order = tuple(slots[one] for one in sorted(slots, key=lambda one: slot_place(slots[one])))
    return over_slots(in_order, claims, f"{names}: {values_told(context, claims)}")
