"""outcome-answered: an editor could not find out what became of a plan, and a claim that we hold says it."""

from collections.abc import Iterator, Sequence
from datetime import date

from briefing.dataset.linked.claim_sets import point_to
from briefing.dataset.linked.records import Dataset, Slot
from briefing.dataset.rule_base.plans import outcome_of, planned_day, reports_of_end
from briefing.diagnostics.diagnostic import Diagnostic, warning
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.records import Outcome, Subject

_MOST_RELATED = 3
_UNCERTAIN = "met or late"
"""What stands in the hint where the reports do not tell which of the two a plan was."""


def find_outcome_answered(dataset: Dataset) -> Iterator[Diagnostic]:
    """Yield every outcome that is unknown although a claim of the very slot reports the plan as done."""
    asking = {subject.id for subject in dataset.subjects.values() if _asks(subject)}
    # Hardly an outcome is unknown, and there are very many slots.
    if not asking:
        return
    for slot in dataset.slots:
        subject = slot.about[0]
        # What somebody thinks of a plan does not say what became of it.
        if subject in asking and not slot.opinion:
            yield from _find_answer(slot, dataset.subjects[subject])


def _asks(subject: Subject) -> bool:
    return any(map(_is_unknown, subject.outcomes))


def _is_unknown(outcome: Outcome) -> bool:
    return outcome.state == "unknown"


def _find_answer(slot: Slot, subject: Subject) -> Iterator[Diagnostic]:
    outcome = outcome_of(subject, slot)
    if outcome is None or not _is_unknown(outcome):
        return
    due = planned_day(slot)
    if due is None:
        return
    reports = reports_of_end(slot, due)
    if reports:
        yield _answered(outcome, reports, _state(reports, due))


def _state(reports: Sequence[Claim], due: date) -> str:
    """Return met or late where the reports tell which, else both words."""
    moments = [claim.value for claim in reports if isinstance(claim.value, PartialDate)]
    states = {_state_at(moment, due) for moment in moments}
    # Where the reports tell different stories, the editor has to choose between them.
    if len(states) != 1:
        return _UNCERTAIN
    return states.pop()


def _state_at(moment: PartialDate, due: date) -> str:
    if moment.earliest is not None and moment.earliest > due:
        return "late"
    if moment.latest is not None and moment.latest <= due:
        return "met"
    # A month or a year may lie on both sides of the day that was planned.
    return _UNCERTAIN


def _answered(outcome: Outcome, reports: Sequence[Claim], state: str) -> Diagnostic:
    message = f"the outcome is unknown, and {reports[0].key} says what became of the plan"
    hint = f"read it; write state: {state}, claims: [{reports[0].key}] and the day you checked"
    related = point_to(reports[:_MOST_RELATED], lambda _: "the claim")
    return warning("outcome-answered", outcome.span, message, hint, related)
