"""rates-disagree: sources of one month that convert by rates so far apart that no rounding joins them."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import chain
from operator import attrgetter, itemgetter
from typing import NamedTuple

from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import name_voice
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_claims
from briefing.dataset.rule_base.groups import ByGroup, Index
from briefing.dataset.rule_base.printed_pairs import PrintedPair, month_words, pairs_of, prints_two
from briefing.dataset.rule_base.question import ask_of_owned_sums
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Summary, Thresholds
from briefing.dataset.rule_base.sums import figure_words, money_attributes
from briefing.model.claims import Claim
from briefing.model.grouping import distinct_by


class _Conversion(NamedTuple):
    """A month and the two currencies of a rate."""

    month: str
    base: str
    quote: str


def _conversions(context: RuleContext, slot: Slot) -> Iterator[_Conversion]:
    """Yield the months and pairs of currencies for which a slot's claims print a rate."""
    return map(itemgetter(0), context.cached_of(_dated_pairs, slot))


def _dated_pairs(context: RuleContext, slot: Slot) -> tuple[tuple[_Conversion, PrintedPair], ...]:
    printing_two = filter(prints_two, slot.claims)
    return tuple(chain.from_iterable(map(partial(_pairs_of_month, context), printing_two)))


def _pairs_of_month(context: RuleContext, claim: Claim) -> Iterator[tuple[_Conversion, PrintedPair]]:
    month = _month(claim)
    if month is None:
        return
    for pair in pairs_of(context, claim):
        yield _Conversion(month, pair.base, pair.quote), pair


_BY_MONTH = Index(money_attributes, _conversions)


def _find_apart(
    context: RuleContext, _thresholds: Thresholds, conversion: _Conversion, slots: Sequence[Slot]
) -> Iterator[Finding]:
    """Yield the rates of a month and a pair of currencies that have no value in common."""
    apart = _apart(_pairs_in(context, conversion, slots))
    if apart:
        yield _finding(context, conversion, apart)


def _pairs_in(context: RuleContext, conversion: _Conversion, slots: Sequence[Slot]) -> Sequence[PrintedPair]:
    dated = chain.from_iterable(context.cached_of_each(_dated_pairs, slots))
    # By identity: a claim that two slots have has its pairs in both.
    return distinct_by((pair for conversion_of_pair, pair in dated if conversion_of_pair == conversion), id)


find_rates_disagree = ByGroup(_BY_MONTH, _find_apart)
"""Finds every month and pair of currencies in which two printed rates have no value in common."""


def _month(claim: Claim) -> str | None:
    """Return the month that a claim belongs to, or None where its dates reach into several."""
    days = (claim.as_of.earliest, claim.as_of.latest, claim.published.earliest, claim.published.latest)
    months = set(map(_month_of_day, days))
    if len(months) > 1:
        return None
    return months.pop()


def _month_of_day(day: date | None) -> str | None:
    if day is None:
        return None
    return day.isoformat()[:7]


def _apart(pairs: Sequence[PrintedPair]) -> list[PrintedPair]:
    """Return the pairs that do not meet at least one other, the lowest rate first."""
    if len(pairs) < 2:
        return []
    # Intervals that all meet one another have a value in common, between the last low and the first high.
    last_low = max(map(attrgetter("low"), pairs))
    first_high = min(map(attrgetter("high"), pairs))
    apart = [pair for pair in pairs if pair.low > first_high or pair.high < last_low]
    return sorted(apart, key=lambda pair: (pair.middle, pair.claim.key))


def _finding(context: RuleContext, conversion: _Conversion, apart: Sequence[PrintedPair]) -> Finding:
    month, currencies = conversion.month, f"{conversion.base}/{conversion.quote}"
    lowest, highest = _word_pair(context, apart[0]), _word_pair(context, apart[-1])
    message = f"{month_words(month)}: sources convert by rates that rounding does not join, {lowest} against {highest}"
    return over_claims((f"rates:{currencies}:{month}",), map(attrgetter("claim"), apart), message)


def _word_pair(context: RuleContext, pair: PrintedPair) -> str:
    return f"{pair.words} in {figure_words(pair.claim)} ({name_voice(context, pair.claim)})"


RULE = Rule(
    code="rates-disagree",
    find=find_rates_disagree,
    explanation=Explanation(
        title="sources of one month that convert at different rates",
        why=(
            "Two sums of one month, each printed in the same two currencies, imply exchange rates that no "
            "rounding joins. At least one source converted at an older rate, so figures of the second currency "
            "should not be compared."
        ),
        wrong=(
            "- {id: c1, …, value: JPY 943bn, also_printed: USD 6.27bn}  # herald, April 2024\n"
            "- {id: c1, …, value: JPY 3.91tn, also_printed: USD 25.44bn}  # gazette, April 2024"
        ),
        right=(
            "- {id: c1, …, value: JPY 943bn, also_printed: USD 6.27bn}\n"
            "- {id: c1, …, value: JPY 3.9tn, also_printed: USD 26bn}"
        ),
    ),
    presentation=Presentation(
        label="two rates in one month",
        category=Category.NOTE,
        questions={
            "question-rates-disagree": "{choice}: which exchange rate did the sources use?",
        },
        ask=ask_of_owned_sums,
        summary=Summary.NOTHING,
    ),
    order=60,
)
