"""Where a step stands today: planned, overdue, hoped for, or what became of it."""

from datetime import date

from briefing.dataset.linked.planners import is_hope
from briefing.dataset.linked.records import Confidence, Rank, Slot, ValueGroup
from briefing.dataset.rule_base.plans import outcome_of
from briefing.model.dates import PartialDate
from briefing.model.records import Outcome
from briefing.views.base.context import Context
from briefing.views.parts.claim_states import has_happened
from briefing.views.parts.entries import shown_group
from briefing.views.parts.values import lead_claim

HOPED = "hoped"
PENDING = ("planned", "overdue")


def step_state(context: Context, slot: Slot) -> str:
    """Return where a step stands; what nobody is named for is hoped for, neither planned nor overdue."""
    outcome = outcome_of(context.data.subjects[slot.about[0]], slot)
    state = milestone_state(slot, outcome, context.today)
    if state not in PENDING or slot.shown is None:
        return state
    if is_hope(context.data, slot, slot.shown.claims):
        return HOPED
    return state


def slot_state(context: Context, slot: Slot) -> str:
    """Return where a dated slot stands, in the words of a timeline: what is reported as done has happened."""
    state = step_state(context, slot)
    if state == "reported":
        return "happened"
    return state


def milestone_state(slot: Slot, outcome: Outcome | None, today: date) -> str:
    """Return where a step stands: as its outcome says, else by its date and how firmly it was said."""
    if outcome is not None and outcome.state != "unknown":
        return outcome.state
    shown = shown_group(slot)
    plan = shown.value
    if not isinstance(plan, PartialDate):
        return "planned"
    if not _is_past(plan, today):
        return "planned"
    # An outcome that editors call unknown outweighs a report of the day.
    if outcome is None and has_happened(lead_claim(shown)):
        return "reported"
    return _reported_outcome(slot, plan)


def _is_past(when: PartialDate, today: date) -> bool:
    """Tell whether the whole of a date is past: what is due in 2026 is planned until the year is over."""
    # What has no end is never over.
    if when.latest is None:
        return False
    return when.latest < today


def _reported_outcome(slot: Slot, plan: PartialDate) -> str:
    """Return what the first report that stands beside a plan says of it, overdue where there is none."""
    for group in slot.groups:
        report = _trusted_report(slot, group)
        if report is not None:
            return _punctuality(report, plan)
    return "overdue"


def _trusted_report(slot: Slot, group: ValueGroup) -> PartialDate | None:
    """Return the day that a group reports as the one on which it was done; None where it reports nothing."""
    lead = lead_claim(group)
    # What a poor source alone gives says nothing.
    if slot.ranks[lead.key] is not Rank.NORMAL or group.confidence is Confidence.LOW:
        return None
    if isinstance(lead.value, PartialDate) and has_happened(lead):
        return lead.value
    return None


def _punctuality(report: PartialDate, plan: PartialDate) -> str:
    """Return whether a step was done after the last day that was planned for it."""
    if report.earliest is None or plan.latest is None:
        return "reported"
    if report.earliest > plan.latest:
        return "late"
    return "reported"
