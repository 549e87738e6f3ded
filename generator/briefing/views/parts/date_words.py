"""Dates in the words of readers."""

from briefing.dataset.linked.records import ValueGroup
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate, parse_date
from briefing.views.base.context import Context


def as_of_words(ctx: Context, group: ValueGroup) -> str:
    """Return the day that a value holds for; the last on which an undated article can have appeared is no more."""
    told = [claim_as_of(ctx, claim) for claim in group.claims if claim.as_of == group.as_of]
    # One that states the day, or that appeared on it, is enough.
    return group.as_of.label if group.as_of.label in told else told[0]


def claim_as_of(ctx: Context, claim: Claim) -> str:
    """Return the day that a claim holds for, as above."""
    last = claim.published.latest
    undated = "/" in claim.published.edtf and last is not None and claim.as_of.latest == last
    return ctx.labels.say("as-of-by", date=claim.as_of.label) if undated else claim.as_of.label


def date_text(literal: str) -> str:
    """Return a date of the data as readers' words, as it stands where it cannot be read."""
    found = parse_date(literal)
    return found.label if isinstance(found, PartialDate) else literal
