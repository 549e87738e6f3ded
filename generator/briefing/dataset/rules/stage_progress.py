"""stage-progress: a sum that was announced at one size and is built or spent at another; both can be so."""

from collections.abc import Iterator

from briefing.dataset.rule_base.attribution import said, told
from briefing.dataset.rule_base.crowds import pairs_to_compare
from briefing.dataset.rule_base.progress import is_progress
from briefing.dataset.rule_base.rule import Hit, RuleContext, Thresholds, over_slots, value_sets
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.dataset.rule_base.sums import AMOUNT, money_slots
from briefing.dataset.rule_base.time_words import last_day
from briefing.dataset.rules.values_differ import nominal_size, values_apart
from briefing.model.claims import Claim


def find_stage_progress(context: RuleContext, thresholds: Thresholds) -> Iterator[Hit]:
    """Yield every sum whose figures differ because it has come further since."""
    for slot in money_slots(context, (AMOUNT,)):
        sets = value_sets(slot) if len(slot.claims) > 1 else []
        found: dict[str, Claim] = {}
        for one, other in pairs_to_compare(sets, nominal_size):
            left, right = sets[one], sets[other]
            if is_progress(left, right) and values_apart(context, slot, left, right, thresholds):
                found |= {claim.key: claim for claim in (*left, *right)}
        if found:
            claims = sorted(found.values(), key=lambda one: (str(last_day(one.as_of)), one.key))
            steps = told(context, ((_step(context, claim), claim) for claim in claims))
            message = f"{slot_words(context, slot)}: {steps}; the stages follow one another, so both can be so"
            yield over_slots((slot,), tuple(claims), message)


def _step(context: RuleContext, claim: Claim) -> str:
    return f"{said(context, claim.value)} {claim.qualifier('stage')} as of {claim.as_of.label}"
