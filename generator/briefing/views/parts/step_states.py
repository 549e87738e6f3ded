"""Where a step or a dated statement stands today: planned, overdue, hoped for, or what became of it."""

from datetime import date

from briefing.dataset.linked.planners import is_hope
from briefing.dataset.linked.records import Confidence, Rank, Slot, ValueGroup
from briefing.dataset.rule_base.plans import outcome_of
from briefing.model.claims import Claim, Modality
from briefing.model.dates import PartialDate
from briefing.model.records import Outcome
from briefing.views.base.context import Context
from briefing.views.parts.entries import shown_group
from briefing.views.parts.values import lead_claim

HOPED = "hoped"
PENDING = ("planned", "overdue")


def step_state(ctx: Context, slot: Slot) -> str:
    """Return where a step stands; what nobody is named for is hoped for, neither planned nor overdue."""
    outcome = outcome_of(ctx.data.subjects[slot.about[0]], slot)
    state = milestone_state(slot, outcome, ctx.today)
    shown = slot.shown
    if state in PENDING and shown is not None and is_hope(ctx.data, slot, shown.claims):
        return HOPED
    return state


def slot_state(ctx: Context, slot: Slot) -> str:
    """Return where a dated slot stands, in the words of a timeline: what is reported as done has happened."""
    state = step_state(ctx, slot)
    return "happened" if state == "reported" else state


def milestone_state(slot: Slot, outcome: Outcome | None, today: date) -> str:
    """Return where a step stands: as its outcome says, else by its date and how firmly it was said."""
    if outcome is not None and outcome.state != "unknown":
        return outcome.state
    shown = shown_group(slot)
    plan = shown.value
    # The whole of a date must be past: what is due in 2026 is planned until the year is over.
    if not isinstance(plan, PartialDate) or plan.latest is None or plan.latest >= today:
        return "planned"
    # An outcome that editors call unknown outweighs a report of the day.
    if outcome is None and has_happened(lead_claim(shown)):
        return "reported"
    return _reported_outcome(slot, plan)


def _reported_outcome(slot: Slot, plan: PartialDate) -> str:
    """Return what the first report that stands beside a plan says of it, overdue where there is none."""
    for group in slot.groups:
        lead = lead_claim(group)
        if _is_trusted_report(slot, group, lead) and isinstance(lead.value, PartialDate):
            return _punctuality(lead.value, plan)
    return "overdue"


def _is_trusted_report(slot: Slot, group: ValueGroup, lead: Claim) -> bool:
    """Tell whether a group reports a plan as done; one that a poor source alone gives says nothing."""
    if slot.ranks[lead.key] is not Rank.NORMAL or group.confidence is Confidence.LOW:
        return False
    return has_happened(lead)


def _punctuality(report: PartialDate, plan: PartialDate) -> str:
    if report.earliest is None or plan.latest is None:
        return "reported"
    if report.earliest > plan.latest:
        return "late"
    return "reported"


def has_happened(claim: Claim) -> bool:
    """Tell whether a claim reports a past date as done: it was published when the date had passed."""
    if claim.modality is not Modality.REPORTED:
        return False
    value, published = claim.value, claim.published.latest
    if not isinstance(value, PartialDate) or published is None:
        return False
    return value.first_day is not None and value.first_day <= published


def claim_state(claim: Claim, when: PartialDate, today: date) -> str:
    """Return where a statement that holds at a date stands today."""
    if when.latest is None or when.latest >= today:
        return "happened" if _has_begun(when, today) else "planned"
    # An aim whose day has passed is no report of it.
    if claim.modality is Modality.REPORTED or has_happened(claim):
        return "happened"
    return "overdue"


def _has_begun(when: PartialDate, today: date) -> bool:
    return when.earliest is not None and when.earliest <= today
