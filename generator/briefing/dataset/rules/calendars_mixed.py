"""calendars-mixed: fiscal and calendar years of one number side by side, such as fiscal 2040 and 2040.

In one slot any of its dates count; between slots of a subject only horizons do: milestones, and periods that run up
to a year. That a company reports money by fiscal year and opens plants by calendar year is no mixture.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import told
from briefing.dataset.rule_base.compared import compared_claims, slots_with
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.question import QuestionMatter, distinct
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Summary, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.ids import SubjectId

_DATED = frozenset({"date", "money", "quantity"})
_YEAR = re.compile(r"(JFY)?([0-9]{4})(?: (?:H[12]|Q[1-4]))?[?~%]?")


class _Named(NamedTuple):
    """One use of a year: which end of a date names it, of which calendar, and whether the date is a horizon."""

    end: str
    year: int
    fiscal: bool
    horizon: bool
    moment: PartialDate
    claim: Claim


def find_calendars_mixed(context: RuleContext, _limits: Thresholds) -> Iterator[Finding]:
    """Yield every slot that names one year by two calendars, and every subject whose horizons do."""
    dated = {name for name, one in context.data.registry.attributes.items() if _DATED & {*one.values}}
    horizons: dict[SubjectId, list[_Named]] = defaultdict(list)
    told_already: set[tuple[SubjectId, int]] = set()
    slots = [slot for slot in slots_with(context, dated) if not slot.opinion]
    # Most subjects name no fiscal year at all.
    fiscal = {slot.about[0] for slot in slots if any(map(_names_fiscal, slot.claims))}
    for slot in slots:
        if slot.about[0] not in fiscal:
            continue
        named = list(_years_of(slot))
        mixed = _mixed(named)
        if mixed:
            message = f"{slot_words(context, slot)}: {_told(context, mixed)}"
            yield over_slots((slot,), tuple(one.claim for one in mixed), message)
            told_already.update((about, one.year) for one in mixed for about in slot.about)
        horizons[slot.about[0]].extend(one for one in named if one.horizon)
    for subject, found in horizons.items():
        yield from _across(context, subject, found, told_already)


def _across(
    context: RuleContext, subject: SubjectId, found: Iterable[_Named], told_already: set[tuple[SubjectId, int]]
) -> Iterator[Finding]:
    by_year: dict[int, list[_Named]] = defaultdict(list)
    for one in found:
        if (subject, one.year) not in told_already:
            by_year[one.year].append(one)
    for year, ones in by_year.items():
        mixed = _mixed(ones)
        if mixed:
            claims = tuple(sorted({one.claim.key for one in mixed}))
            message = f"{context.name(subject)}: {_told(context, mixed)}"
            yield Finding((f"calendars:{subject}:{year}",), (subject,), claims, message)


def _names_fiscal(claim: Claim) -> bool:
    moments = (claim.value, claim.period, claim.when)
    return any(isinstance(one, PartialDate) and one.fiscal for one in moments)


def _years_of(slot: Slot) -> Iterator[_Named]:
    for claim in compared_claims(slot):
        if claim.restates is not None:
            continue
        value = claim.value if isinstance(claim.value, PartialDate) else None
        for moment in filter(None, (value, claim.period, claim.when)):
            yield from _years_in(moment, claim, slot.attribute == "milestone" and moment is value)


def _years_in(moment: PartialDate, claim: Claim, step: bool) -> Iterator[_Named]:
    for end, year, fiscal, ranged in _names_of(moment.printed):
        horizon = end == "end" and (step or (ranged and moment is claim.period))
        yield _Named(end, year, fiscal, horizon, moment, claim)


@lru_cache(maxsize=4096)
def _names_of(printed: str) -> tuple[tuple[str, int, bool, bool], ...]:
    """Return which years a date names: at which end, whether fiscal, and whether the date is an interval."""
    first, slash, last = printed.partition("/")
    ends = (("start", _YEAR.fullmatch(first)), ("end", _YEAR.fullmatch(last if slash else first)))
    return tuple((end, int(found[2]), bool(found[1]), bool(slash)) for end, found in ends if found)


def _mixed(named: Iterable[_Named]) -> list[_Named]:
    """Return the uses of every year that the same end of a date names by both calendars."""
    by_year: dict[tuple[str, int], list[_Named]] = defaultdict(list)
    for one in named:
        by_year[one.end, one.year].append(one)
    both = [ones for ones in by_year.values() if len({one.fiscal for one in ones}) == 2]
    return [one for ones in both for one in ones]


def _told(context: RuleContext, mixed: Iterable[_Named]) -> str:
    rows = ((one.moment.label, one.claim) for one in mixed)
    return f"{told(context, rows)}; fiscal and calendar years end three months apart"


def _ask_which_year(matter: QuestionMatter) -> Iterator[str]:
    """Yield what is asked of years of two calendars: which year, be it the value or the period of a sum."""
    years = distinct([matter.year_of(claim) for claim in matter.claims])
    if len(years) > 1:
        yield matter.say("question-values", choice=matter.choose(years))
        yield matter.say("question-values-brief", choice=matter.choose(years))


RULE = Rule(
    code="calendars-mixed",
    find=find_calendars_mixed,
    explanation=Explanation(
        title="fiscal and calendar years of one number side by side",
        why=(
            "Fiscal 2040 ends in March 2041, calendar 2040 three months before. Where one slot, or the horizons "
            "of one subject, name the year by both calendars, one of them is probably loose wording."
        ),
        wrong=(
            "- {id: c1, about: plan, attribute: milestone, milestone: horizon, value: ../JFY2040}  # herald\n"
            "- {id: c1, about: plan, attribute: milestone, milestone: horizon, value: ../2040}  # gazette"
        ),
        right=(
            "- {id: c1, about: plan, attribute: milestone, milestone: horizon, value: ../JFY2040}\n"
            "- {id: c1, about: plan, attribute: milestone, milestone: horizon, value: ../2041-03}"
        ),
    ),
    presentation=Presentation(
        label="fiscal and calendar years mixed",
        category=Category.TERMS,
        around_one_value=True,
        ask=_ask_which_year,
        summary=Summary.NOTHING,
    ),
    order=190,
    by_slot=True,
    scope=Scope.SUBJECT,
)
