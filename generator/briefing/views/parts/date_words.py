"""Dates in the words of readers: the day that a claim or a value holds for, and dates of qualifiers."""

from briefing.dataset.linked.records import ValueGroup
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate, parse_date
from briefing.views.base.context import Context


def as_of_words(context: Context, group: ValueGroup) -> str:
    """Return the day that a value holds for; the last on which an undated article can have appeared is no more."""
    labels = [claim_as_of(context, claim) for claim in group.claims if claim.as_of == group.as_of]
    # One claim that states the day, or that appeared on it, is enough.
    if group.as_of.label in labels:
        return group.as_of.label
    return labels[0]


def claim_as_of(context: Context, claim: Claim) -> str:
    """Return the day that a claim holds for; of an article that may be older, the last day that it can hold for."""
    if not _is_by_publication(claim):
        return claim.as_of.label
    return context.labels.say("as-of-by", date=claim.as_of.label)


def _is_by_publication(claim: Claim) -> bool:
    """Tell whether a claim holds for the last day on which its article can have appeared."""
    # The date of an undated article is an interval: between two days that are known.
    if "/" not in claim.published.edtf:
        return False
    # One that is open at its end has no last day.
    if claim.published.latest is None:
        return False
    return claim.as_of.latest == claim.published.latest


def date_label(when: PartialDate | None) -> str:
    """Return a date in the words of readers, nothing where there is none."""
    if when is None:
        return ""
    return when.label


def date_text(literal: str) -> str:
    """Return a date of the data as readers' words, as it stands where it cannot be read."""
    date = parse_date(literal)
    if not isinstance(date, PartialDate):
        return literal
    return date.label
