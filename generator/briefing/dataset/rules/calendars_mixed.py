"""calendars-mixed: fiscal and calendar years of one number side by side, such as fiscal 2040 and 2040.

In one slot any of its dates count; between slots of a subject only horizons do: milestones, and periods that run up
to a year. That a company reports money by fiscal year and opens plants by calendar year is no mixture.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from operator import attrgetter
from typing import NamedTuple

from briefing.dataset.linked.claim_sets import keys_of
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import attribute_texts
from briefing.dataset.rule_base.compared import attributes_taking, facts_with, own_claims
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.question import QuestionMatter, ask_which, distinct
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Summary, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.grouping import group_by
from briefing.model.ids import SubjectId
from briefing.model.values import Value

_DATED = frozenset({"date", "money", "quantity"})
# A half or a quarter is of its year; marks of doubt change no calendar.
_YEAR = re.compile(r"(JFY)?([0-9]{4})(?: (?:H[12]|Q[1-4]))?[?~%]?")


class _YearUse(NamedTuple):
    """One use of a year: which end of a date names it, of which calendar, and whether the date is a horizon."""

    end: str
    year: int
    fiscal: bool
    horizon: bool
    moment: PartialDate
    claim: Claim


def find_calendars_mixed(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every slot that names one year by two calendars, and every subject whose horizons do."""
    horizons: dict[SubjectId, list[_YearUse]] = defaultdict(list)
    reported: set[tuple[SubjectId, int]] = set()
    for slot in _slots_of_fiscal_subjects(context):
        uses = list(_years_of(slot))
        mixed = _mixed(uses)
        if mixed:
            yield _finding_in_slot(context, slot, mixed)
            reported.update(product(slot.about, {use.year for use in mixed}))
        horizons[slot.about[0]].extend(filter(attrgetter("horizon"), uses))
    for subject, uses in horizons.items():
        # What a slot shows by itself is not shown again across the slots of its subject.
        unreported = [use for use in uses if (subject, use.year) not in reported]
        yield from _find_across(context, subject, unreported)


def _finding_in_slot(context: RuleContext, slot: Slot, mixed: Sequence[_YearUse]) -> Finding:
    claims = map(attrgetter("claim"), mixed)
    return over_slots((slot,), claims, f"{slot_words(context, slot)}: {_word_uses(context, mixed)}")


def _slots_of_fiscal_subjects(context: RuleContext) -> list[Slot]:
    """Return the dated slots of the subjects that name a fiscal year: most subjects name none at all."""
    slots = list(facts_with(context, attributes_taking(context, *_DATED)))
    fiscal_subjects = {slot.about[0] for slot in slots if any(map(_names_fiscal, slot.claims))}
    return [slot for slot in slots if slot.about[0] in fiscal_subjects]


def _find_across(context: RuleContext, subject: SubjectId, uses: Iterable[_YearUse]) -> Iterator[Finding]:
    for year, uses_of_year in group_by(uses, attrgetter("year")).items():
        mixed = _mixed(uses_of_year)
        if mixed:
            message = f"{context.name(subject)}: {_word_uses(context, mixed)}"
            yield Finding(
                (f"calendars:{subject}:{year}",), (subject,), keys_of(map(attrgetter("claim"), mixed)), message
            )


def _names_fiscal(claim: Claim) -> bool:
    return any(map(_is_fiscal, (claim.value, claim.period, claim.when)))


def _is_fiscal(moment: Value | None) -> bool:
    return isinstance(moment, PartialDate) and moment.fiscal


def _years_of(slot: Slot) -> Iterator[_YearUse]:
    # The claim that a headline or an FAQ repeats has the same dates.
    for claim in own_claims(slot):
        yield from _years_in(claim.value, claim, slot.attribute == "milestone")
        yield from _years_in(claim.period, claim, False)
        yield from _years_in(claim.when, claim, False)


def _years_in(moment: Value | None, claim: Claim, is_step: bool) -> Iterator[_YearUse]:
    if not isinstance(moment, PartialDate):
        return
    is_period = moment is claim.period
    for end, year, fiscal, is_interval in _years_printed(moment.printed):
        # A period of one year, such as that of a report, is no horizon; one that runs up to a year is.
        is_goal = is_step or (is_interval and is_period)
        yield _YearUse(end, year, fiscal, is_goal and end == "end", moment, claim)


@lru_cache(maxsize=4096)
def _years_printed(printed: str) -> tuple[tuple[str, int, bool, bool], ...]:
    """Return which years a date names: at which end, whether fiscal, and whether the date is an interval."""
    first, slash, last = printed.partition("/")
    is_interval = bool(slash)
    ends = {"start": first, "end": last}
    if not is_interval:
        # Such a date starts and ends with itself.
        ends["end"] = first
    matches = {end: _YEAR.fullmatch(text) for end, text in ends.items()}
    return tuple(
        [(end, int(match[2]), match[1] is not None, is_interval) for end, match in matches.items() if match is not None]
    )


def _mixed(uses: Iterable[_YearUse]) -> list[_YearUse]:
    """Return the uses of every year that the same end of a date names by both calendars."""
    mixed: list[_YearUse] = []
    for uses_of_year in group_by(uses, attrgetter("end", "year")).values():
        calendars = {use.fiscal for use in uses_of_year}
        if len(calendars) > 1:
            mixed.extend(uses_of_year)
    return mixed


def _word_uses(context: RuleContext, mixed: Iterable[_YearUse]) -> str:
    dates = attribute_texts(context, [(use.moment.label, use.claim) for use in mixed])
    # A Japanese fiscal year runs from April to March.
    return f"{dates}; fiscal and calendar years end three months apart"


def _ask_which_year(matter: QuestionMatter) -> Iterator[str]:
    """Yield what is asked of years of two calendars: which year, be it the value or the period of a sum."""
    years = distinct([matter.year_of(claim) for claim in matter.claims])
    yield from ask_which(matter, "question-values", years)
    yield from ask_which(matter, "question-values-brief", years)


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
