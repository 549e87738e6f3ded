"""plan-late: a step that one source planned for a day and a later one reports as done after it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import filterfalse
from operator import attrgetter
from typing import NamedTuple

from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import attribute_values
from briefing.dataset.rule_base.compared import attributes_taking, facts_with
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.progress import looks_back
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.dataset.rule_base.time_words import dated_claims
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate

_Dated = tuple[PartialDate, Claim]


class _Day(NamedTuple):
    """The last day of a plan, or the first of what came about."""

    day: date
    claim: Claim


def find_plan_late(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every slot with a plan whose last day lies before the day on which it came about."""
    for slot in facts_with(context, attributes_taking(context, "date"), voices=2):
        plans, reports = _missed_plans(dated_claims(slot))
        if plans:
            yield over_slots((slot,), (*plans, *reports), _message(context, slot, plans, reports))


def _message(context: RuleContext, slot: Slot, plans: list[Claim], reports: list[Claim]) -> str:
    planned, done = attribute_values(context, plans), attribute_values(context, reports)
    return f"{slot_words(context, slot)}: planned for {planned}, done by {done}; it came late"


def _missed_plans(dated: list[_Dated]) -> tuple[list[Claim], list[Claim]]:
    """Return the plans that were missed, and the reports of when it came about."""
    plans = list(_days(filterfalse(_is_report, dated), attrgetter("latest")))
    reports = list(_days(filter(_is_report, dated), attrgetter("earliest")))
    # Whichever report is right, a plan is only missed if it ends before the first of them begins.
    first_done = min(map(attrgetter("day"), reports), default=date.min)
    missed = [plan.claim for plan in plans if plan.day < first_done]
    return missed, [report.claim for report in reports]


def _is_report(dated: _Dated) -> bool:
    moment, claim = dated
    return looks_back(claim, moment)


def _days(dated: Iterable[_Dated], end_of: Callable[[PartialDate], date | None]) -> Iterator[_Day]:
    """Yield one end of each date; a date that is open at this end is neither met nor missed."""
    for moment, claim in dated:
        day = end_of(moment)
        if day is not None:
            yield _Day(day, claim)


RULE = Rule(
    code="plan-late",
    find=find_plan_late,
    explanation=Explanation(
        title="a plan that was met after its day",
        why=(
            "One source planned a step for a time, and a later one reports it as done after that time. The two "
            "do not exclude each other: one is the plan and the other what came of it. It is told, and nothing "
            "is to be decided."
        ),
        wrong=(
            "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2025-04, modality: planned} "
            " # 2024\n"
            "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2026-03}  # an article of "
            "April 2026"
        ),
        right=(
            "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2025-04, modality: planned}\n"
            "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2025-04-20}"
        ),
    ),
    presentation=Presentation(
        label="a plan that came late",
        category=Category.NOTE,
        questions={
            "question-plan-late": "{subject}, {what}: how late did it come?",
        },
    ),
    order=180,
    asks=False,
    scope=Scope.SLOT,
)
