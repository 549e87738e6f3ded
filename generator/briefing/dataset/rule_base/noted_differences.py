"""Differences that editors have written down, as a finding of the rule for them or as a judgement ``differs``."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.dataset.rule_base.attribution import listed, values_told
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.hit import Hit, over_slots, slot_place
from briefing.dataset.rule_base.judged import all_judgements, judged_slots
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey
from briefing.model.records import Judgement


def find_noted(context: RuleContext, rule: str) -> Iterator[Hit]:
    """Yield one hit for every judgement on a finding of ``rule``: its claims differ because the editor says so."""
    taken: set[tuple[str, ...]] = set()
    for judgement in all_judgements(context):
        if judgement.finding_rule != rule:
            continue
        claims = _standing(context, judgement.finding_claims)
        if claims:
            yield _place_once(_hit(context, claims), taken)


def find_unfound(context: RuleContext, rule: str, found: Iterable[Judgement]) -> Iterator[tuple[Judgement, Hit]]:
    """Yield every judgement ``differs`` that is not among those that a rule's finding took up, with its hit.

    ``rule`` is the code of the rule that the hits go by.
    """
    taken_up = {judgement.span for judgement in found}
    taken = {hit.places for hit in find_noted(context, rule)}
    slots = {slot.judgement.span: slot for slot in judged_slots(context) if slot.judgement}
    for judgement in all_judgements(context):
        if judgement.word != "differs" or judgement.span in taken_up:
            continue
        slot = slots.get(judgement.span)
        keys = [claim.key for claim in slot.claims] if slot else judgement.finding_claims
        claims = _standing(context, keys)
        if claims:
            yield judgement, _place_once(_hit(context, claims), taken)


def _place_once(hit: Hit, taken: set[tuple[str, ...]]) -> Hit:
    """Return the hit; a second one over the same slots is told apart by its claims, so that each has its own key."""
    if hit.places in taken:
        hit = replace(hit, places=(*hit.places, f"claims:{','.join(hit.claims)}"))
    taken.add(hit.places)
    return hit


def _standing(context: RuleContext, keys: Sequence[ClaimKey]) -> tuple[Claim, ...]:
    """Return the claims without those that are excluded; none where only one of several is left."""
    known = (context.data.claims[key] for key in keys if key in context.data.claims)
    standing = tuple([claim for claim in known if not claim.excluded])
    return standing if len(standing) > 1 or len(standing) == len(keys) else ()


def _hit(context: RuleContext, claims: Sequence[Claim]) -> Hit:
    slots = {slot_place(slot): slot for slot in (context.data.slot_of[claim.key] for claim in claims)}
    in_order = tuple(slots[place] for place in sorted(slots))
    subjects = dict.fromkeys(subject for claim in claims for subject in claim.about)
    names = listed([context.name(subject) for subject in subjects])
    return over_slots(in_order, tuple(claims), f"{names}: {values_told(context, claims)}")
