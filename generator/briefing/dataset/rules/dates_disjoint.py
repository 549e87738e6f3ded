"""dates-disjoint: dates of one milestone or event that have no day in common; fiscal years count as their days.

A plan and a later report of what came of it do not exclude each other: that it came late is for `plan-late`.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, filterfalse
from operator import attrgetter
from typing import NamedTuple

from briefing.dataset.linked.claim_sets import keys_of
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import attribute_values
from briefing.dataset.rule_base.compared import attributes_taking, facts_with, statement_of
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.copies import copies_note
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.progress import looks_back
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.dataset.rule_base.time_words import dated_claims, possible_days
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.grouping import group_by

_Dated = tuple[PartialDate, Claim]


class _Days(NamedTuple):
    """From when until when a statement may hold, and its claims: of a list all that it lists, which is one voice."""

    start: date
    end: date
    claims: Sequence[Claim]


def find_dates_disjoint(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every slot in which two sources give dates that can not be one day."""
    for slot in facts_with(context, attributes_taking(context, "date"), voices=2):
        apart = _apart(dated_claims(slot))
        if apart:
            yield _finding(context, slot, apart)


def _finding(context: RuleContext, slot: Slot, apart: tuple[Claim, ...]) -> Finding:
    dates = attribute_values(context, apart)
    note = copies_note(context, apart)
    return over_slots((slot,), apart, f"{slot_words(context, slot)}: {dates}; no day fits them all{note}")


def _apart(dated: list[_Dated]) -> tuple[Claim, ...]:
    """Return the claims that miss another; two that state different scopes speak of different things."""
    apart = set(keys_of(chain.from_iterable(map(_missing_others, _within_scopes(dated)))))
    return tuple([claim for _, claim in dated if claim.key in apart])


def _within_scopes(dated: Sequence[_Dated]) -> Iterator[list[_Dated]]:
    """Yield for every stated scope the dates that may be of it."""
    scopes = [_scope(claim) for _, claim in dated]
    for scope in set(scopes):
        # Who states no scope may mean any of them.
        meant = (None, scope)
        yield [row for row, own_scope in zip(dated, scopes, strict=True) if own_scope in meant]


def _scope(claim: Claim) -> str | None:
    scope = claim.qualifier("scope")
    if not scope:
        return None
    # Sources write one scope with and without a capital.
    return scope.casefold()


def _missing_others(dated: Iterable[_Dated]) -> Iterator[Claim]:
    statements = group_by(dated, _statement).values()
    plans = list(map(_days_of, filterfalse(_are_reports, statements)))
    reports = list(map(_days_of, filter(_are_reports, statements)))
    yield from _apart_among(plans)
    yield from _apart_among(reports)
    # What was done before the plan's time contradicts the plan; what was done after it came late.
    yield from _ending_before(_last_start(plans), reports)
    yield from _starting_after(_first_end(reports), plans)


def _statement(dated: _Dated) -> tuple[str, int]:
    _, claim = dated
    return statement_of(claim)


def _are_reports(parts: Iterable[_Dated]) -> bool:
    return all(looks_back(claim, moment) for moment, claim in parts)


def _days_of(parts: Sequence[_Dated]) -> _Days:
    moments, claims = zip(*parts, strict=True)
    starts, ends = zip(*map(possible_days, moments), strict=True)
    return _Days(min(starts), max(ends), claims)


def _apart_among(statements: Sequence[_Days]) -> Iterator[Claim]:
    # Whoever misses any statement misses the one that starts last or the one that ends first.
    yield from _ending_before(_last_start(statements), statements)
    yield from _starting_after(_first_end(statements), statements)


def _last_start(statements: Iterable[_Days]) -> date:
    return max(map(attrgetter("start"), statements), default=date.min)


def _first_end(statements: Iterable[_Days]) -> date:
    return min(map(attrgetter("end"), statements), default=date.max)


def _ending_before(day: date, statements: Iterable[_Days]) -> Iterator[Claim]:
    for days in statements:
        if days.end < day:
            yield from days.claims


def _starting_after(day: date, statements: Iterable[_Days]) -> Iterator[Claim]:
    for days in statements:
        if days.start > day:
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
