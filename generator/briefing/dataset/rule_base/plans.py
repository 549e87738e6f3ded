"""Plans and what became of them: when a plan is due, who says that it has come about, and what an editor noted."""

from collections.abc import Iterable
from datetime import date
from itertools import chain

from briefing.dataset.linked.records import Confidence, Doubt, Rank, Slot, ValueGroup
from briefing.dataset.rule_base.progress import looks_back
from briefing.dataset.rule_base.time_words import last_day
from briefing.model.claims import Claim, Modality
from briefing.model.dates import PartialDate
from briefing.model.key_names import key_name
from briefing.model.money import Money
from briefing.model.quantity import Quantity
from briefing.model.records import Outcome, Subject

_PLAN_WORDS = {Modality.PLANNED: "planned", Modality.AIM: "aimed at", Modality.FORECAST: "forecast"}
_STANDING = (Rank.SHOWN, Rank.NORMAL)
_ONCE_PLANNED = (*_STANDING, Rank.SUPERSEDED)


def outcome_of(subject: Subject | None, slot: Slot) -> Outcome | None:
    """Return what an editor noted about how a plan ended."""
    if subject is None or not subject.outcomes:
        return None
    wanted = {"attribute": slot.attribute}
    wanted.update((name, value) for name, value in slot.key if value is not None)
    for outcome in subject.outcomes:
        # Editors spell a name as they like; keys of slots are spelled in one way.
        if {name: key_name(text) for name, text in outcome.slot.items()} == wanted:
            return outcome
    return None


def plan_word(claim: Claim) -> str:
    """Return how a claim speaks of what is to come, such as ``aimed at``; nothing where it does not."""
    if not claim.is_report and claim.modality in _PLAN_WORDS:
        return _PLAN_WORDS[claim.modality]
    # A target is a plan even where a source reports it: that it was set is what is reported.
    return "targeted" if claim.qualifier("stage") == "target" else ""


def plan_claims(group: ValueGroup) -> tuple[Claim, ...]:
    """Return the claims of a group that tell a plan."""
    return tuple([claim for claim in group.claims if plan_word(claim) and not claim.denied])


def due_day(group: ValueGroup) -> date | None:
    """Return the last day of a plan; None where the group is no plan or leaves the end open."""
    return _last(map(_claim_due, plan_claims(group)))


def _last(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day is not None), default=None)


def _claim_due(claim: Claim) -> date | None:
    if isinstance(claim.value, PartialDate):
        return claim.value.latest
    if not isinstance(claim.value, Money | Quantity):
        return None
    if claim.period is not None:
        return claim.period.latest
    # Beside a sum that is announced or approved, `when` is the day of that act and not of the plan.
    if claim.when is not None and claim.qualifier("stage") in (None, "target"):
        return claim.when.latest
    return None


def planned_day(slot: Slot) -> date | None:
    """Return the last day of the plans that stand in a slot, whichever value it shows."""
    return _last([due_day(group) for group in slot.groups if _was_planned(slot, group)])


def _was_planned(slot: Slot, group: ValueGroup) -> bool:
    """Tell whether a value was once the plan: a newer one has only moved it, a correction has taken it back."""
    if group.doubt is Doubt.CORRECTED:
        return False
    return _rank(slot, group) in _ONCE_PLANNED


def reports_of_end(slot: Slot, due: date) -> tuple[Claim, ...]:
    """Return the claims that say on good ground that a plan for ``due`` has come about.

    What one poor source alone says does not end a plan.
    """
    confirmed = [group for group in _standing_groups(slot) if group.confidence is not Confidence.LOW]
    return _reports_in(confirmed, due)


def unconfirmed_reports(slot: Slot, due: date) -> tuple[Claim, ...]:
    """Return the claims that say so, on whatever ground."""
    return _reports_in(_standing_groups(slot), due)


def _standing_groups(slot: Slot) -> list[ValueGroup]:
    """Return the groups of a slot that neither an editor nor time has set aside."""
    return [group for group in slot.groups if _rank(slot, group) in _STANDING]


def _rank(slot: Slot, group: ValueGroup) -> Rank:
    return slot.ranks[group.claims[0].key]


def _reports_in(groups: Iterable[ValueGroup], due: date) -> tuple[Claim, ...]:
    claims = chain.from_iterable(group.claims for group in groups)
    return tuple([claim for claim in claims if _reports(claim, due)])


def _reports(claim: Claim, due: date) -> bool:
    """Tell whether a source says that it has come about: for a date, one that it can look back on."""
    if not claim.is_report or claim.denied or plan_word(claim):
        return False
    if isinstance(claim.value, PartialDate):
        return looks_back(claim, claim.value)
    # A figure has no day of its own: what was said before the plan was due is no outcome.
    day = last_day(claim.as_of)
    return day is not None and day >= due
