"""Where a dated statement stands today: whether it lies ahead, was reported as done, or is overdue."""

from datetime import date

from briefing.model.claims import Claim, Modality
from briefing.model.dates import PartialDate


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
