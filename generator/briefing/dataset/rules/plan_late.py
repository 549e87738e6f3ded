"""plan-late: a step that one source planned for a day and a later one reports as done after it."""

from collections.abc import Iterator

from briefing.dataset.rule_base.attribution import values_told
from briefing.dataset.rule_base.progress import looks_back
from briefing.dataset.rule_base.rule import Hit, RuleContext, Thresholds, over_slots, slots_with
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.dataset.rule_base.time_words import dated_claims
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate


def find_late_plans(context: RuleContext, _limits: Thresholds) -> Iterator[Hit]:
    """Yield every slot with a plan whose last day lies before the day on which it came about."""
    dated = {name for name, one in context.data.registry.attributes.items() if "date" in one.values}
    for slot in slots_with(context, dated):
        if not slot.opinion and len(slot.claims) > 1:
            plans, done = _late(dated_claims(slot))
            if plans:
                told = f"planned for {values_told(context, plans)}, done by {values_told(context, done)}"
                yield over_slots((slot,), (*plans, *done), f"{slot_words(context, slot)}: {told}; it came late")


def _late(dated: list[tuple[PartialDate, Claim]]) -> tuple[list[Claim], list[Claim]]:
    """Return plans that were missed, and the reports that tell it."""
    done = [(moment, claim) for moment, claim in dated if looks_back(claim, moment)]
    ahead = [(moment, claim) for moment, claim in dated if not looks_back(claim, moment)]
    first = min((moment.earliest for moment, _ in done if moment.earliest), default=None)
    missed = [(moment, claim) for moment, claim in ahead if first and moment.latest and moment.latest < first]
    last = min((moment.latest for moment, _ in missed if moment.latest), default=None)
    tells = [claim for moment, claim in done if last and moment.earliest and moment.earliest > last]
    return [claim for _, claim in missed], tells
