"""dates-disjoint: dates of one milestone or event that have no day in common; fiscal years count as their days.

A plan and a later report of what came of it do not exclude each other: that it came late is for `plan-late`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from briefing.dataset.rule_base.attribution import attribute_values
from briefing.dataset.rule_base.compared import attributes_taking, slots_with, statement_of
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.copies import copies_note
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.progress import looks_back
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.dataset.rule_base.time_words import dated_claims
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.ids import ClaimKey

_Dated = tuple[PartialDate, Claim]


class _Days(NamedTuple):
    """From when until when a statement may hold, and its claims: of a list all that it lists, which is one voice."""

    start: date
    end: date
    claims: Sequence[Claim]


def find_dates_disjoint(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every slot in which two sources give dates that can not be one day."""
    for slot in slots_with(context, attributes_taking(context, "date")):
        if slot.opinion or len(slot.claims) < 2:
            continue
        apart = _apart(dated_claims(slot))
        if apart:
            dates = attribute_values(context, apart)
            message = f"{slot_words(context, slot)}: {dates}; no day fits them all{copies_note(context, apart)}"
            yield over_slots((slot,), apart, message)


def _apart(dated: list[_Dated]) -> tuple[Claim, ...]:
    """Return the claims that miss another; two that state different scopes speak of different things."""
    apart: set[ClaimKey] = set()
    for scope in {_scope(claim) for _, claim in dated}:
        # Who states no scope may mean any of them.
        comparable = [(moment, claim) for moment, claim in dated if _scope(claim) in (None, scope)]
        apart.update(claim.key for claim in _missing_others(comparable))
    return tuple([claim for _, claim in dated if claim.key in apart])


def _scope(claim: Claim) -> str | None:
    scope = claim.qualifier("scope")
    return scope.casefold() if scope else None


def _missing_others(dated: Iterable[_Dated]) -> Iterator[Claim]:
    plans: list[_Days] = []
    reports: list[_Days] = []
    for parts in _by_statement(dated):
        is_report = all(looks_back(claim, moment) for moment, claim in parts)
        (reports if is_report else plans).append(_days_of(parts))
    yield from _apart_among(plans)
    yield from _apart_among(reports)
    # What was done before the plan's time contradicts the plan; what was done after it came late.
    last_plan = max((plan.start for plan in plans), default=date.min)
    first_done = min((report.end for report in reports), default=date.max)
    for report in reports:
        if report.end < last_plan:
            yield from report.claims
    for plan in plans:
        if plan.start > first_done:
            yield from plan.claims


def _by_statement(dated: Iterable[_Dated]) -> Iterable[list[_Dated]]:
    statements: dict[object, list[_Dated]] = defaultdict(list)
    for moment, claim in dated:
        statements[statement_of(claim)].append((moment, claim))
    return statements.values()


def _days_of(parts: list[_Dated]) -> _Days:
    start = min(moment.earliest or date.min for moment, _ in parts)
    end = max(moment.latest or date.max for moment, _ in parts)
    return _Days(start, end, [claim for _, claim in parts])


def _apart_among(statements: list[_Days]) -> Iterator[Claim]:
    last_start = max((days.start for days in statements), default=date.min)
    first_end = min((days.end for days in statements), default=date.max)
    for days in statements:
        if days.end < last_start or days.start > first_end:
            yield from days.claims


RULE = Rule(
    code="dates-disjoint",
    find=find_dates_disjoint,
    explanation=Explanation(
        title="dates of one milestone or event that share no day",
        why=(
            "Two sources date one thing so that no day fits both. A fiscal year counts as its days, April to "
            "March; about and uncertain do not widen a date, a month within a year is no conflict, and two "
            "scopes are two things."
        ),
        wrong=(
            "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2025}  # herald\n"
            "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2027}  # gazette"
        ),
        right=(
            "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2027}\n"
            "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2027-04}"
        ),
    ),
    presentation=Presentation(
        label="dates that exclude each other",
        category=Category.DISPUTE,
    ),
    order=150,
    disputes=True,
    by_slot=True,
    scope=Scope.SLOT,
)
