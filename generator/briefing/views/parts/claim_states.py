"""Where a dated statement stands today: whether it lies ahead, was reported as done, or is overdue."""

from datetime import date

from briefing.model.claims import Claim, Modality
from briefing.model.dates import PartialDate


def has_happened(claim: Claim) -> bool:
    """Tell whether a claim reports a past date as done: it was published when the date had passed."""
    if claim.modality is not Modality.REPORTED:
        return False
    # An article without a date says nothing of what had passed when it appeared.
    if claim.published.latest is None or not isinstance(claim.value, PartialDate):
        return False
    return _has_begun(claim.value.first_day, claim.published.latest)


def claim_state(claim: Claim, when: PartialDate, today: date) -> str:
    """Return where a statement that holds at a date stands today."""
    if when.latest is None or when.latest >= today:
        return _state_before_end(when, today)
    # An aim whose day has passed is no report of it.
    if claim.modality is Modality.REPORTED or has_happened(claim):
        return "happened"
    return "overdue"


def _state_before_end(when: PartialDate, today: date) -> str:
    """Return where a stretch of time stands whose last day has not passed."""
    if _has_begun(when.earliest, today):
        return "happened"
    return "planned"


def _has_begun(first_day: date | None, today: date) -> bool:
    """Tell whether a first day is past or today; what has none is not known to have begun."""
    if first_day is None:
        return False
    return first_day <= today
