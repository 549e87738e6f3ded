"""plan-overdue: a milestone or target whose day has passed while nothing in the data says what became of it."""

from collections.abc import Iterator
from datetime import date

from briefing.dataset.linked.planners import is_hope
from briefing.dataset.linked.records import Conflict, Dataset, Slot, ValueGroup
from briefing.dataset.rule_base.attribution import name_voices, word_value
from briefing.dataset.rule_base.compared import attributes_taking, facts_with, shown_values
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.pasted import flow_mapping, source_path
from briefing.dataset.rule_base.plans import (
    due_day,
    outcome_of,
    plan_claims,
    plan_word,
    reports_of_end,
    slot_fields,
    unconfirmed_reports,
)
from briefing.dataset.rule_base.question import QuestionMatter
from briefing.dataset.rule_base.rule import Category, Duty, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.dataset.rule_base.terms import label_of
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.records import Outcome


def find_plan_overdue(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every slot that shows a plan whose last day lies before today, without an outcome; a hope is no plan."""
    slots = facts_with(context, attributes_taking(context, "date", "money", "quantity"))
    for slot, shown in shown_values(slots):
        due = due_day(shown)
        if due is None or due >= context.today:
            continue
        if not _is_settled(context, slot, due) and not _is_hope(context, slot, shown):
            yield over_slots((slot,), plan_claims(shown), _message(context, slot, shown, due))


def _is_settled(context: RuleContext, slot: Slot, due: date) -> bool:
    outcome = _outcome(context, slot)
    # That an editor has searched and learnt nothing settles nothing.
    if outcome is not None and outcome.state != "unknown":
        return True
    return bool(reports_of_end(slot, due))


def _outcome(context: RuleContext, slot: Slot) -> Outcome | None:
    return outcome_of(context.data.subjects.get(slot.about[0]), slot)


def _is_hope(context: RuleContext, slot: Slot, shown: ValueGroup) -> bool:
    # Who planned it may be told by slots that have not changed.
    return is_hope(context.entire.data, slot, shown.claims)


def _message(context: RuleContext, slot: Slot, shown: ValueGroup, due: date) -> str:
    claims = plan_claims(shown)
    stated = " or ".join(dict.fromkeys(map(plan_word, claims)))
    plan = f"{slot_words(context, slot)}, {stated}: {_when(context, claims[0])} ({name_voices(context, claims)})"
    return f"{plan}; that time has passed, and {_what_became(context, slot, due)}"


def _when(context: RuleContext, claim: Claim) -> str:
    if isinstance(claim.value, PartialDate):
        return claim.value.label
    return f"{word_value(context, claim.value)}, {label_of(claim.period or claim.when)}"


def _what_became(context: RuleContext, slot: Slot, due: date) -> str:
    outcome = _outcome(context, slot)
    if outcome is not None:
        return f"no source here tells what became of it{_word_search(outcome)}"
    reports = unconfirmed_reports(slot, due)
    if reports:
        return f"only {name_voices(context, reports)} says that it came about, which nobody confirms"
    return "what became of it is not recorded"


def _word_search(outcome: Outcome) -> str:
    if outcome.checked is None:
        return ""
    return f", looked up on {outcome.checked.label}"


def _ask_what_became(matter: QuestionMatter) -> Iterator[str]:
    """Yield what is asked of a plan whose day has passed: what became of a step, or whether a target was reached."""
    if all(isinstance(claim.value, PartialDate) for claim in matter.claims):
        yield matter.say("question-plan-overdue")
    else:
        yield matter.say("question-target-overdue")


def _remedy(conflict: Conflict, dataset: Dataset) -> str:
    """Return how to find out what became of a plan, and the lines that say it."""
    slot = dataset.slot_of[conflict.claims[0]]
    owner = dataset.subjects[slot.about[0]]
    path = source_path(dataset, owner)
    if outcome_of(owner, slot) is not None:
        return f"look again; then renew checked of its outcome in {path}, or write state: met, late or dropped"
    today = dataset.briefing.as_of.printed
    return (
        f"find out what became of it, and write into {path} (state: met, late, dropped, or unknown if nobody tells):\n"
        f"outcomes:\n  - {{slot: {flow_mapping(slot_fields(slot))}, state: unknown, checked: {today}}}"
    )


RULE = Rule(
    code="plan-overdue",
    find=find_plan_overdue,
    explanation=Explanation(
        title="a plan whose day has passed without a known outcome",
        why=(
            "What was planned, aimed at or forecast for a time before today was kept, missed or dropped, and no "
            "claim and no `outcomes` entry says which. An entry with state `unknown` records the search, but the "
            "plan stays overdue."
        ),
        wrong="- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2025-04, modality: planned}",
        right=("outcomes:\n  - {slot: {attribute: milestone, milestone: opening}, state: met, checked: 2026-11-21}"),
    ),
    presentation=Presentation(
        label="an overdue plan",
        category=Category.NOTE,
        questions={
            "question-plan-overdue": "{subject}: what became of {what}, due {value}?",
            "question-target-overdue": "{subject}, {what}: was {value} reached in time?",
        },
        ask=_ask_what_became,
    ),
    order=170,
    scope=Scope.SUBJECT,
    remedy=_remedy,
    duty=Duty.OUTCOME,
)
