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

_Group = tuple[str, str, str]
"""A month and the two currencies of a rate."""


def _conversions(context: RuleContext, slot: Slot) -> Iterator[_Group]:
    """Yield the months and pairs of currencies for which a slot's claims print a rate."""
    return (group for group, _ in context.cached_of(_dated_pairs, slot))


def _dated_pairs(context: RuleContext, slot: Slot) -> tuple[tuple[_Group, PrintedPair], ...]:
    return tuple(
        ((month, pair.base, pair.quote), pair)
        for claim in slot.claims
        if claim.also_printed is not None and (month := _month(claim))
        for pair in pairs_of(context, claim)
    )


_BY_MONTH = Index(money_attributes, _conversions)


def _find_apart(context: RuleContext, _limits: Thresholds, group: _Group, slots: Sequence[Slot]) -> Iterator[Finding]:
    """Yield the rates of a month and a pair of currencies that have no value in common."""
    month, base, quote = group
    found = (pair for slot in slots for its_group, pair in context.cached_of(_dated_pairs, slot) if its_group == group)
    # A claim that two slots have has its pairs in both.
    apart = _apart(list({id(one): one for one in found}.values()))
    if apart:
        yield _finding(context, month, f"{base}/{quote}", apart)


find_rates_disagree = ByGroup(_BY_MONTH, _find_apart)
"""Finds every month and pair of currencies in which two printed rates have no value in common."""


def _month(claim: Claim) -> str | None:
    """Return the month that a claim belongs to, or None where its dates reach into several."""
    first = claim.as_of.earliest
    if first is None:
        return None
    for day in (claim.as_of.latest, claim.published.earliest, claim.published.latest):
        if day is None or day.month != first.month or day.year != first.year:
            return None
    return first.isoformat()[:7]


def _apart(pairs: Sequence[PrintedPair]) -> list[PrintedPair]:
    """Return the pairs that do not meet at least one other, the lowest rate first."""
    if not pairs:
        return []
    last_low, first_high = max(one.low for one in pairs), min(one.high for one in pairs)
    found = [one for one in pairs if one.low > first_high or one.high < last_low]
    return sorted(found, key=lambda one: (one.middle, one.claim.key))


def _finding(context: RuleContext, month: str, name: str, apart: Sequence[PrintedPair]) -> Finding:
    about = tuple(sorted({subject for one in apart for subject in one.claim.about}))
    claims = tuple(sorted({one.claim.key for one in apart}))
    ends = " against ".join(_words(context, one) for one in (apart[0], apart[-1]))
    message = f"{month_words(month)}: sources convert by rates that rounding does not join, {ends}"
    return Finding((f"rates:{name}:{month}",), about, claims, message)


def _words(context: RuleContext, pair: PrintedPair) -> str:
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
