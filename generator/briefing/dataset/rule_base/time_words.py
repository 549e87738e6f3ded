"""What the rules about time share: dated claims of a slot, the age of a statement, the limit of staleness."""

from datetime import date, timedelta

from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.compared import affirming_claims
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.ends import is_below
from briefing.dataset.rule_base.rule import Thresholds
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate


def dated_claims(slot: Slot) -> list[tuple[PartialDate, Claim]]:
    """Return the compared claims that give a date; a restatement is no second voice."""
    dated: list[tuple[PartialDate, Claim]] = []
    for claim in affirming_claims(slot):
        moment = date_of(claim)
        if moment is not None:
            dated.append((moment, claim))
    return dated


def date_of(claim: Claim) -> PartialDate | None:
    """Return the date that is the value of a claim; None where its value is none."""
    if isinstance(claim.value, PartialDate):
        return claim.value
    return None


def has_time(claim: Claim) -> bool:
    """Tell whether a claim says of which time its value is, apart from when it was told."""
    return claim.period is not None or claim.when is not None


def last_day(moment: PartialDate | None) -> date | None:
    """Return the last day of a date, or its first where the end is open."""
    if moment is None:
        return None
    return moment.last_day


def is_before(moment: PartialDate | None, day: date) -> bool:
    """Tell whether a date was over before a day; one without any end was not."""
    return is_below(last_day(moment), day)


def possible_days(moment: PartialDate) -> tuple[date, date]:
    """Return from when until when something may hold; an open end, as in `2027/..`, reaches as far as the calendar."""
    return moment.earliest or date.min, moment.latest or date.max


def oldest_fresh_day(context: RuleContext, code: str, thresholds: Thresholds) -> date:
    """Return the first day that is not stale yet.

    The rule's own threshold wins, then the ``stale_days`` of the briefing, then the built-in limit ``days``.
    """
    stated = context.data.briefing.thresholds
    days = int(thresholds["days"])
    general = stated.get("stale_days", "")
    if f"{code}.days" not in stated and general.isdecimal():
        days = int(general)
    # A limit longer than the calendar makes nothing stale.
    return context.today - timedelta(days=min(days, (context.today - date.min).days))
