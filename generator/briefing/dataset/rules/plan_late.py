"""plan-late: a step that one source planned for a day and a later one reports as done after it."""

from collections.abc import Iterator

from briefing.dataset.rule_base.attribution import attribute_values
from briefing.dataset.rule_base.compared import slots_with
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.progress import looks_back
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.dataset.rule_base.time_words import dated_claims
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate


def find_plan_late(context: RuleContext, _limits: Thresholds) -> Iterator[Finding]:
    """Yield every slot with a plan whose last day lies before the day on which it came about."""
    dated = {name for name, one in context.data.registry.attributes.items() if "date" in one.values}
    for slot in slots_with(context, dated):
        if not slot.opinion and len(slot.claims) > 1:
            plans, done = _late(dated_claims(slot))
            if plans:
                told = f"planned for {attribute_values(context, plans)}, done by {attribute_values(context, done)}"
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


RULE = Rule(
    code="plan-late",
    find=find_plan_late,
    explanation=Explanation(
        title="a plan that was met after its day",
        why=(
            "One source planned a step for a time, and a later one reports it as done after that time. The two "
            "do not exclude each other: one is the plan and the other what came of it. It is told, and nothing "
            "is to be decided."
        ),
        wrong=(
            "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2025-04, modality: planned} "
            " # 2024\n"
            "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2026-03}  # an article of "
            "April 2026"
        ),
        right=(
            "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2025-04, modality: planned}\n"
            "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2025-04-20}"
        ),
    ),
    presentation=Presentation(
        label="a plan that came late",
        category=Category.NOTE,
        questions={
            "question-plan-late": "{subject}, {what}: how late did it come?",
        },
    ),
    order=180,
    asks=False,
    scope=Scope.SLOT,
)
