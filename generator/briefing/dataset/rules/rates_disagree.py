"""rates-disagree: sources of one month that convert by rates so far apart that no rounding joins them."""

from collections.abc import Iterator, Sequence

from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import name_voice
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding
from briefing.dataset.rule_base.groups import ByGroup, Index
from briefing.dataset.rule_base.printed_pairs import PrintedPair, month_words, pairs_of
from briefing.dataset.rule_base.question import ask_of_owned_sums
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Summary, Thresholds
from briefing.dataset.rule_base.sums import figure_words, money_attributes
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId

_Group = tuple[str, str, str]
"""A month and the two currencies of a rate."""


def _conversions(context: RuleContext, slot: Slot) -> Iterator[_Group]:
    """Yield the months and pairs of currencies for which a slot's claims print a rate."""
    return (group for group, _ in context.cached_of(_dated_pairs, slot))


def _dated_pairs(context: RuleContext, slot: Slot) -> tuple[tuple[_Group, PrintedPair], ...]:
    dated: list[tuple[_Group, PrintedPair]] = []
    for claim in slot.claims:
        # Nearly all claims print one currency only.
        if claim.also_printed is None:
            continue
        month = _month(claim)
        if month is not None:
            dated.extend(((month, pair.base, pair.quote), pair) for pair in pairs_of(context, claim))
    return tuple(dated)


_BY_MONTH = Index(money_attributes, _conversions)


def _find_apart(
    context: RuleContext, _thresholds: Thresholds, group: _Group, slots: Sequence[Slot]
) -> Iterator[Finding]:
    """Yield the rates of a month and a pair of currencies that have no value in common."""
    month, base, quote = group
    apart = _apart(_pairs_in(context, group, slots))
    if apart:
        yield _finding(context, month, f"{base}/{quote}", apart)


def _pairs_in(context: RuleContext, group: _Group, slots: Sequence[Slot]) -> list[PrintedPair]:
    # By identity: a claim that two slots have has its pairs in both.
    pairs: dict[int, PrintedPair] = {}
    for slot in slots:
        for group_of_pair, pair in context.cached_of(_dated_pairs, slot):
            if group_of_pair == group:
                pairs[id(pair)] = pair
    return list(pairs.values())


find_rates_disagree = ByGroup(_BY_MONTH, _find_apart)
"""Finds every month and pair of currencies in which two printed rates have no value in common."""


def _month(claim: Claim) -> str | None:
    """Return the month that a claim belongs to, or None where its dates reach into several."""
    first = claim.as_of.earliest
    if first is None:
        return None
    month = (first.year, first.month)
    for day in (claim.as_of.latest, claim.published.earliest, claim.published.latest):
        if day is None or (day.year, day.month) != month:
            return None
    return first.isoformat()[:7]


def _apart(pairs: Sequence[PrintedPair]) -> list[PrintedPair]:
    """Return the pairs that do not meet at least one other, the lowest rate first."""
    if not pairs:
        return []
    # Intervals that all meet one another have a value in common, between the last low and the first high.
    last_low = max(pair.low for pair in pairs)
    first_high = min(pair.high for pair in pairs)
    apart = [pair for pair in pairs if pair.low > first_high or pair.high < last_low]
    return sorted(apart, key=lambda pair: (pair.middle, pair.claim.key))


def _finding(context: RuleContext, month: str, currencies: str, apart: Sequence[PrintedPair]) -> Finding:
    about: set[SubjectId] = set()
    for pair in apart:
        about.update(pair.claim.about)
    claims = sorted({pair.claim.key for pair in apart})
    lowest, highest = _word_pair(context, apart[0]), _word_pair(context, apart[-1])
    message = f"{month_words(month)}: sources convert by rates that rounding does not join, {lowest} against {highest}"
    return Finding((f"rates:{currencies}:{month}",), tuple(sorted(about)), tuple(claims), message)


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
