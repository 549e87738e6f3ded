"""dates-disjoint: dates of one milestone or event that have no day in common; fiscal years count as their days.

A plan and a later report of what came of it do not exclude each other: that it came late is for `plan-late`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from briefing.dataset.rule_base.attribution import values_told
from briefing.dataset.rule_base.compared import slots_with, statement_of
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.copies import copies_note
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.progress import looks_back
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.dataset.rule_base.time_words import dated_claims
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate

_Days = tuple[date, date, Sequence[Claim]]
"""From when until when a statement may hold, and its claims: of a list all that it lists, which is one voice."""


def find_dates_disjoint(context: RuleContext, _limits: Thresholds) -> Iterator[Finding]:
    """Yield every slot in which two sources give dates that can not be one day."""
    dated = {name for name, one in context.data.registry.attributes.items() if "date" in one.values}
    for slot in slots_with(context, dated):
        if slot.opinion:
            continue
        apart = _apart(dated_claims(slot)) if len(slot.claims) > 1 else ()
        if apart:
            told = f"{slot_words(context, slot)}: {values_told(context, apart)}; no day fits them all"
            message = told + copies_note(context, apart)
            yield over_slots((slot,), apart, message)


def _apart(dated: list[tuple[PartialDate, Claim]]) -> tuple[Claim, ...]:
    """Return the claims that miss another; two that state different scopes speak of different things."""
    found: dict[str, Claim] = {}
    for scope in {_scope(claim) for _, claim in dated}:
        near = [(moment, claim) for moment, claim in dated if _scope(claim) in (None, scope)]
        found.update((claim.key, claim) for claim in _missing_others(near))
    return tuple(claim for _, claim in dated if claim.key in found)


def _scope(claim: Claim) -> str | None:
    text = claim.qualifier("scope")
    return text.casefold() if text else None


def _missing_others(near: Iterable[tuple[PartialDate, Claim]]) -> Iterator[Claim]:
    ahead: list[_Days] = []
    done: list[_Days] = []
    statements: dict[object, list[tuple[PartialDate, Claim]]] = defaultdict(list)
    for moment, claim in near:
        statements[statement_of(claim)].append((moment, claim))
    for parts in statements.values():
        side = done if all(looks_back(claim, moment) for moment, claim in parts) else ahead
        start = min(moment.earliest or date.min for moment, _ in parts)
        end = max(moment.latest or date.max for moment, _ in parts)
        side.append((start, end, [claim for _, claim in parts]))
    yield from _apart_among(ahead)
    yield from _apart_among(done)
    # What was done before the plan's time contradicts the plan; what was done after it came late.
    last_plan = max((start for start, _, _ in ahead), default=date.min)
    first_done = min((end for _, end, _ in done), default=date.max)
    yield from (claim for _, end, claims in done if end < last_plan for claim in claims)
    yield from (claim for start, _, claims in ahead if start > first_done for claim in claims)


def _apart_among(days: list[_Days]) -> Iterator[Claim]:
    last_start = max((start for start, _, _ in days), default=date.min)
    first_end = min((end for _, end, _ in days), default=date.max)
    apart = (claims for start, end, claims in days if end < last_start or start > first_end)
    yield from (claim for claims in apart for claim in claims)


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
