"""outcome-answered: an editor could not find out what became of a plan, and a claim that we hold says it."""

from collections.abc import Iterator
from datetime import date

from briefing.dataset.linked.records import Dataset
from briefing.dataset.rule_base.plans import outcome_of, planned_day, reports_of_end
from briefing.diagnostics.diagnostic import Diagnostic, Related, warning
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.records import Outcome


def find_outcome_answered(dataset: Dataset) -> Iterator[Diagnostic]:
    """Yield every outcome that is unknown although a claim of the very slot reports the plan as done."""
    asking = {one.id for one in dataset.subjects.values() if any(each.state == "unknown" for each in one.outcomes)}
    for slot in dataset.slots if asking else ():
        if slot.about[0] in asking and not slot.opinion:
            outcome = outcome_of(dataset.subjects[slot.about[0]], slot)
            due = planned_day(slot)
            told = reports_of_end(slot, due) if outcome and outcome.state == "unknown" and due else ()
            if outcome and due and told:
                yield _answered(outcome, told, _state(told, due))


def _state(told: tuple[Claim, ...], due: date) -> str:
    """Return met or late where the reports tell which, else both words."""
    moments = [claim.value for claim in told if isinstance(claim.value, PartialDate)]
    if moments and all(one.earliest and one.earliest > due for one in moments):
        return "late"
    return "met" if moments and all(one.latest and one.latest <= due for one in moments) else "met or late"


def _answered(outcome: Outcome, told: tuple[Claim, ...], state: str) -> Diagnostic:
    message = f"the outcome is unknown, and {told[0].key} says what became of the plan"
    hint = f"read it; write state: {state}, claims: [{told[0].key}] and the day you checked"
    related = tuple(Related(claim.span, "the claim") for claim in told[:3])
    return warning("outcome-answered", outcome.span, message, hint, related)
