"""stage-progress: a sum that was announced at one size and is built or spent at another; both can be so."""

from collections.abc import Iterator

from briefing.dataset.rule_base.attribution import said, told
from briefing.dataset.rule_base.crowds import pairs_to_compare
from briefing.dataset.rule_base.progress import is_progress
from briefing.dataset.rule_base.rule import Hit, Limits, World, over_slots, value_sets
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.dataset.rule_base.sums import AMOUNT, money_slots
from briefing.dataset.rule_base.time_words import last_day
from briefing.dataset.rules.values_differ import nominal_size, values_apart
from briefing.model.claims import Claim


def find_stage_progress(world: World, limits: Limits) -> Iterator[Hit]:
    """Yield every sum whose figures differ because it has come further since."""
    for slot in money_slots(world, (AMOUNT,)):
        sets = value_sets(slot) if len(slot.claims) > 1 else []
        found: dict[str, Claim] = {}
        for one, other in pairs_to_compare(sets, nominal_size):
            left, right = sets[one], sets[other]
            if is_progress(left, right) and values_apart(world, slot, left, right, limits):
                found |= {claim.key: claim for claim in (*left, *right)}
        if found:
            claims = sorted(found.values(), key=lambda one: (str(last_day(one.as_of)), one.key))
            steps = told(world, ((_step(world, claim), claim) for claim in claims))
            message = f"{slot_words(world, slot)}: {steps}; the stages follow one another, so both can be so"
            yield over_slots((slot,), tuple(claims), message)


def _step(world: World, claim: Claim) -> str:
    return f"{said(world, claim.value)} {claim.qualifier('stage')} as of {claim.as_of.label}"
