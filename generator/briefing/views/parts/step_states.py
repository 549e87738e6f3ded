"""Where a step or a dated statement stands today."""

from datetime import date

from briefing.dataset.linked.planners import is_hope
from briefing.dataset.linked.records import Confidence, Rank, Slot
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
    state = milestone_state(slot, outcome_of(ctx.data.subjects[slot.about[0]], slot), ctx.today)
    shown = slot.shown
    hoped = state in PENDING and shown is not None and is_hope(ctx.data, slot, shown.claims)
    return HOPED if hoped else state


def milestone_state(slot: Slot, outcome: Outcome | None, today: date) -> str:
    """Return where a step stands: as its outcome says, else by its date and how firmly it was said."""
    if outcome is not None and outcome.state != "unknown":
        return outcome.state
    shown = shown_group(slot)
    when = shown.value
    past = isinstance(when, PartialDate) and when.latest is not None and when.latest < today
    if not past:
        return "planned"
    if outcome is None and has_happened(lead_claim(shown)):
        return "reported"
    return _came_about(slot, when) if isinstance(when, PartialDate) else "overdue"


def _came_about(slot: Slot, plan: PartialDate) -> str:
    """Return what a report that stands beside a plan says of it; one that a poor source alone gives says nothing."""
    for group in slot.groups:
        lead = lead_claim(group)
        confirmed = slot.ranks[lead.key] is Rank.NORMAL and group.confidence is not Confidence.LOW
        if confirmed and has_happened(lead) and isinstance(lead.value, PartialDate):
            begins = lead.value.earliest
            return "late" if begins and plan.latest and begins > plan.latest else "reported"
    return "overdue"


def has_happened(claim: Claim) -> bool:
    """True where a claim reports a past date as done: it was published when the date had passed."""
    if claim.modality is not Modality.REPORTED:
        return False
    value, published = claim.value, claim.published.latest
    if not isinstance(value, PartialDate) or published is None:
        return False
    return value.first_day is not None and value.first_day <= published


def slot_state(ctx: Context, slot: Slot) -> str:
    """Return where a dated slot stands today."""
    state = step_state(ctx, slot)
    return "happened" if state == "reported" else state


def claim_state(claim: Claim, when: PartialDate, today: date) -> str:
    """Return where a statement that holds at a date stands today."""
    if when.latest is None or when.latest >= today:
        return "planned" if not _began(when, today) else "happened"
    return "happened" if claim.modality == "reported" or has_happened(claim) else "overdue"


def _began(when: PartialDate, today: date) -> bool:
    return when.earliest is not None and when.earliest <= today
