"""Plans and what became of them: when a plan is due, who says that it has come about, and what an editor noted."""

from collections.abc import Collection, Iterable
from datetime import date

from briefing.dataset.linked.claim_sets import claims_of
from briefing.dataset.linked.records import Confidence, Doubt, Rank, Slot, ValueGroup
from briefing.dataset.rule_base.progress import looks_back
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
    # Hardly a subject has outcomes, and this is asked of very many slots.
    if subject is None or not subject.outcomes:
        return None
    fields = slot_fields(slot)
    return next((outcome for outcome in subject.outcomes if _named_fields(outcome) == fields), None)


def slot_fields(slot: Slot) -> dict[str, str]:
    """Return the fields by which a file names a slot: its attribute, and the key fields that claims state."""
    stated = {name: value for name, value in slot.key if value is not None}
    return {"attribute": slot.attribute, **stated}


def _named_fields(outcome: Outcome) -> dict[str, str]:
    # Editors spell a name as they like; keys of slots are spelled in one way.
    return {name: key_name(text) for name, text in outcome.slot.items()}


def plan_word(claim: Claim) -> str:
    """Return how a claim speaks of what is to come, such as ``aimed at``; nothing where it does not."""
    if not claim.is_report and claim.modality in _PLAN_WORDS:
        return _PLAN_WORDS[claim.modality]
    # A target is a plan even where a source reports it: that it was set is what is reported.
    return "targeted" if claim.qualifier("stage") == "target" else ""


def plan_claims(group: ValueGroup) -> tuple[Claim, ...]:
    """Return the claims of a group that tell a plan."""
    return tuple(filter(_is_plan, group.claims))


def _is_plan(claim: Claim) -> bool:
    return bool(plan_word(claim)) and not claim.denied


def due_day(group: ValueGroup) -> date | None:
    """Return the last day of a plan; None where the group is no plan or leaves the end open."""
    return _last(map(_claim_due, plan_claims(group)))


def _last(days: Iterable[date | None]) -> date | None:
    return max(filter(None, days), default=None)


def _claim_due(claim: Claim) -> date | None:
    moment = _moment_due(claim)
    if moment is None:
        return None
    return moment.latest


def _moment_due(claim: Claim) -> PartialDate | None:
    """Return the date, or the time of a figure, by which a claim says that a plan is to come about."""
    if isinstance(claim.value, PartialDate):
        return claim.value
    if not isinstance(claim.value, Money | Quantity):
        return None
    if claim.period is not None:
        return claim.period
    # Beside a sum that is announced or approved, `when` is the day of that act and not of the plan.
    if claim.qualifier("stage") not in (None, "target"):
        return None
    return claim.when


def planned_day(slot: Slot) -> date | None:
    """Return the last day of the plans that stand in a slot, whichever value it shows."""
    return _last([due_day(group) for group in _groups_of_rank(slot, _ONCE_PLANNED) if _was_planned(group)])


def _was_planned(group: ValueGroup) -> bool:
    """Tell whether a value was once the plan: a newer one has only moved it, a correction has taken it back."""
    return group.doubt is not Doubt.CORRECTED


def reports_of_end(slot: Slot, due: date) -> tuple[Claim, ...]:
    """Return the claims that say on good ground that a plan for ``due`` has come about.

    What one poor source alone says does not end a plan.
    """
    groups = _groups_of_rank(slot, _STANDING)
    return _reports_in([group for group in groups if group.confidence is not Confidence.LOW], due)


def unconfirmed_reports(slot: Slot, due: date) -> tuple[Claim, ...]:
    """Return the claims that say so, on whatever ground."""
    return _reports_in(_groups_of_rank(slot, _STANDING), due)


def _groups_of_rank(slot: Slot, ranks: Collection[Rank]) -> list[ValueGroup]:
    """Return the groups of a slot that stand in one of some ranks; all claims of a group have one rank."""
    return [group for group in slot.groups if slot.ranks[group.claims[0].key] in ranks]


def _reports_in(groups: Iterable[ValueGroup], due: date) -> tuple[Claim, ...]:
    return tuple([claim for claim in claims_of(groups) if _reports(claim, due)])


def _reports(claim: Claim, due: date) -> bool:
    """Tell whether a source says that it has come about: for a date, one that it can look back on."""
    if not claim.is_report or claim.denied or plan_word(claim):
        return False
    if isinstance(claim.value, PartialDate):
        return looks_back(claim, claim.value)
    # A figure has no day of its own: what was said before the plan was due is no outcome.
    day = claim.as_of.last_day
    return day is not None and day >= due
