"""stage-progress: a sum that was announced at one size and is built or spent at another; both can be so."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from itertools import chain

from briefing.dataset.comparing.sum_tree import AMOUNT
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import attribute_words, word_value
from briefing.dataset.rule_base.compared import value_sets
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.contradiction import nominal_size, values_apart
from briefing.dataset.rule_base.crowds import items_apart, pairs_to_compare
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.progress import is_progress
from briefing.dataset.rule_base.question import QuestionMatter, ask_which, distinct
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.dataset.rule_base.sums import money_slots
from briefing.dataset.rule_base.time_words import last_day
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey


def find_stage_progress(context: RuleContext, thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every sum whose figures differ because it has come further since."""
    for slot in money_slots(context, (AMOUNT,), voices=2):
        steps = _steps(context, slot, thresholds)
        if steps:
            stages = f"{slot_words(context, slot)}: {attribute_words(context, steps, partial(_word_step, context))}"
            message = f"{stages}; the stages follow one another, so both can be so"
            yield over_slots((slot,), steps, message)


def _steps(context: RuleContext, slot: Slot, thresholds: Thresholds) -> list[Claim]:
    """Return the claims that would contradict each other, were they not stages of one way, in order of time."""

    def are_steps(left: list[Claim], right: list[Claim]) -> bool:
        return is_progress(left, right) and values_apart(context, slot, left, right, thresholds)

    sets = value_sets(slot)
    steps = items_apart(sets, pairs_to_compare(sets, nominal_size), are_steps)
    return sorted(chain.from_iterable(steps), key=_order_in_time)


def _order_in_time(claim: Claim) -> tuple[str, ClaimKey]:
    return str(last_day(claim.as_of)), claim.key


def _word_step(context: RuleContext, claim: Claim) -> str:
    return f"{word_value(context, claim.value)} {claim.qualifier('stage')} as of {claim.as_of.label}"


def _ask_how_far(matter: QuestionMatter) -> Iterator[str]:
    """Yield what is asked of a sum that has come from one stage to another."""
    stages = distinct([matter.term_of(claim, "stage") for claim in matter.claims])
    return ask_which(matter, "question-stage-progress", stages)


RULE = Rule(
    code="stage-progress",
    find=find_stage_progress,
    explanation=Explanation(
        title="a sum that has come further, at another size",
        why=(
            "A sum was announced at one figure and is approved, spent or built at another by a newer source. "
            "Stages follow one another, so both can be so: it is told beside the shown value, and nothing is to "
            "be decided."
        ),
        wrong=(
            "- {id: c1, about: fab, attribute: amount, line: all, stage: announced, payer: acme, value: JPY 9bn} "
            " # 2024\n"
            "- {id: c1, about: fab, attribute: amount, line: all, stage: built, payer: acme, value: JPY 11bn}  # 2026"
        ),
        right=(
            "- {id: c1, about: fab, attribute: amount, line: total, stage: announced, payer: acme, value: JPY 20bn}\n"
            "- {id: c1, about: fab, attribute: amount, line: total, stage: built, payer: acme, value: JPY 20bn}"
        ),
    ),
    presentation=Presentation(
        label="one sum at two stages",
        category=Category.NOTE,
        questions={
            "question-stage-progress": "{subject}, {what}: how far has it come, {choice}?",
        },
        ask=_ask_how_far,
    ),
    order=50,
    thresholds={"rate": Decimal("0.02")},
    asks=False,
    scope=Scope.SLOT,
)
