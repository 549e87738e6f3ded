"""plan-overdue: a milestone or target whose day has passed while nothing in the data says what became of it."""

from collections.abc import Iterable, Iterator
from datetime import date

from briefing.dataset.linked.planners import is_hope
from briefing.dataset.linked.records import Confidence, Doubt, Rank, Slot, ValueGroup
from briefing.dataset.rule_base.attribution import said, voices
from briefing.dataset.rule_base.progress import looks_back
from briefing.dataset.rule_base.rule import Hit, RuleContext, Thresholds, over_slots, slots_with
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.dataset.rule_base.time_words import last_day
from briefing.model.claims import Claim, Modality
from briefing.model.dates import PartialDate
from briefing.model.key_names import key_name
from briefing.model.records import Outcome, Subject
from briefing.model.values import Money, Quantity

_PLANS = {Modality.PLANNED: "planned", Modality.AIM: "aimed at", Modality.FORECAST: "forecast"}
_DATED = frozenset({"date", "money", "quantity"})
_STANDING = (Rank.SHOWN, Rank.NORMAL)
_ONCE_PLANNED = (*_STANDING, Rank.SUPERSEDED)


def find_overdue_plans(context: RuleContext, _limits: Thresholds) -> Iterator[Hit]:
    """Yield every slot that shows a plan whose last day lies before today, without an outcome; a hope is no plan."""
    dated = {name for name, one in context.data.registry.attributes.items() if _DATED & {*one.values}}
    for slot in slots_with(context, dated):
        shown = None if slot.opinion else slot.shown
        due = _due_day(shown) if shown else None
        if (
            shown
            and due
            and due < context.today
            and not _is_settled(context, slot, due)
            and not _is_hope(context, slot, shown)
        ):
            yield over_slots((slot,), _plans(shown), _message(context, slot, shown, due))


def _is_hope(context: RuleContext, slot: Slot, shown: ValueGroup) -> bool:
    return is_hope((context.whole or context).data, slot, shown.claims)


def outcome_of(subject: Subject | None, slot: Slot) -> Outcome | None:
    """Return what an editor noted about how a plan ended."""
    return next((one for one in subject.outcomes if _is_of(one, slot)), None) if subject else None


def _is_of(outcome: Outcome, slot: Slot) -> bool:
    wanted = {"attribute": slot.attribute, **{name: value for name, value in slot.key if value is not None}}
    return {name: key_name(text) for name, text in outcome.slot.items()} == wanted


def _plans(group: ValueGroup) -> tuple[Claim, ...]:
    return tuple(claim for claim in group.claims if _word(claim) and not claim.denied)


def _word(claim: Claim) -> str:
    if not claim.is_report and claim.modality in _PLANS:
        return _PLANS[claim.modality]
    return "targeted" if claim.qualifier("stage") == "target" else ""


def _due_day(group: ValueGroup) -> date | None:
    """Return the last day of a plan; None where the group is no plan or leaves the end open."""
    return max((day for claim in _plans(group) if (day := _claim_due(claim))), default=None)


def _claim_due(claim: Claim) -> date | None:
    if isinstance(claim.value, PartialDate):
        return claim.value.latest
    if not isinstance(claim.value, Money | Quantity):
        return None
    # Beside a sum that is announced or approved, `when` is the day of that act and not of the plan.
    told = claim.when if claim.qualifier("stage") in (None, "target") else None
    moment = claim.period or told
    return moment.latest if moment else None


def _is_settled(context: RuleContext, slot: Slot, due: date) -> bool:
    outcome = outcome_of(context.data.subjects.get(slot.about[0]), slot)
    if outcome is not None and outcome.state != "unknown":
        return True
    return bool(reports_of_end(slot, due))


def reports_of_end(slot: Slot, due: date) -> tuple[Claim, ...]:
    """Return the claims that say on good ground that a plan for ``due`` has come about."""
    return tuple(claim for group in _confirmed(slot) for claim in group.claims if _reports(claim, due))


def planned_day(slot: Slot) -> date | None:
    """Return the last day of the plans that stand in a slot, whichever value it shows."""
    planned = (group for group in slot.groups if group.doubt is not Doubt.CORRECTED)
    standing = (group for group in planned if slot.ranks[group.claims[0].key] in _ONCE_PLANNED)
    return max((day for group in standing if (day := _due_day(group))), default=None)


def _confirmed(slot: Slot) -> Iterator[ValueGroup]:
    """Yield the groups whose reports end a plan; what one poor source alone says does not."""
    for group in slot.groups:
        if slot.ranks[group.claims[0].key] in _STANDING and group.confidence is not Confidence.LOW:
            yield group


def _unconfirmed(context: RuleContext, slot: Slot, due: date) -> str:
    """Return who reports it on no better ground than one poor source, for a message."""
    groups = (one for one in slot.groups if slot.ranks[one.claims[0].key] in _STANDING)
    found = [claim for group in groups for claim in group.claims if _reports(claim, due)]
    return f"only {voices(context, found)} says that it came about, which nobody confirms" if found else ""


def _reports(claim: Claim, due: date) -> bool:
    """Tell whether a source says that it has come about: for a date, one that it can look back on."""
    if not claim.is_report or _word(claim) or claim.denied:
        return False
    if isinstance(claim.value, PartialDate):
        return looks_back(claim, claim.value)
    day = last_day(claim.as_of)
    return day is not None and day >= due


def _message(context: RuleContext, slot: Slot, shown: ValueGroup, due: date) -> str:
    claims = _plans(shown)
    plan = f"{slot_words(context, slot)}, {_said_how(claims)}: {_when(context, claims[0])} ({voices(context, claims)})"
    outcome = outcome_of(context.data.subjects.get(slot.about[0]), slot)
    if outcome is None:
        became = _unconfirmed(context, slot, due) or "what became of it is not recorded"
        return f"{plan}; that time has passed, and {became}"
    checked = f", looked up on {outcome.checked.label}" if outcome.checked else ""
    return f"{plan}; that time has passed, and no source here tells what became of it{checked}"


def _said_how(claims: Iterable[Claim]) -> str:
    return " or ".join(dict.fromkeys(_word(claim) for claim in claims))


def _when(context: RuleContext, claim: Claim) -> str:
    if isinstance(claim.value, PartialDate):
        return claim.value.label
    moment = claim.period or claim.when
    return f"{said(context, claim.value)}, {moment.label if moment else ''}"
