"""stage-progress: a sum that was announced at one size and is built or spent at another; both can be so."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from briefing.dataset.comparing.sum_tree import AMOUNT
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import attribute_texts, word_value
from briefing.dataset.rule_base.compared import value_sets
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.contradiction import nominal_size, values_apart
from briefing.dataset.rule_base.crowds import pairs_to_compare
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.progress import is_progress
from briefing.dataset.rule_base.question import QuestionMatter, distinct
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.dataset.rule_base.sums import money_slots
from briefing.dataset.rule_base.time_words import last_day
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey


def find_stage_progress(context: RuleContext, thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every sum whose figures differ because it has come further since."""
    for slot in money_slots(context, (AMOUNT,)):
        if len(slot.claims) < 2:
            continue
        steps = _steps(context, slot, thresholds)
        if steps:
            claims = sorted(steps, key=lambda claim: (str(last_day(claim.as_of)), claim.key))
            rows = ((_word_step(context, claim), claim) for claim in claims)
            stages = f"{slot_words(context, slot)}: {attribute_texts(context, rows)}"
            message = f"{stages}; the stages follow one another, so both can be so"
            yield over_slots((slot,), tuple(claims), message)


def _steps(context: RuleContext, slot: Slot, thresholds: Thresholds) -> Iterable[Claim]:
    """Return the claims that would contradict each other, were they not stages of one way."""
    sets = value_sets(slot)
    steps: dict[ClaimKey, Claim] = {}
    for here, there in pairs_to_compare(sets, nominal_size):
        left, right = sets[here], sets[there]
        if is_progress(left, right) and values_apart(context, slot, left, right, thresholds):
            steps.update((claim.key, claim) for claim in (*left, *right))
    return steps.values()


def _word_step(context: RuleContext, claim: Claim) -> str:
    return f"{word_value(context, claim.value)} {claim.qualifier('stage')} as of {claim.as_of.label}"


def _ask_how_far(matter: QuestionMatter) -> Iterator[str]:
    """Yield what is asked of a sum that has come from one stage to another."""
    stages = distinct([matter.term_of(claim, "stage") for claim in matter.claims])
    if len(stages) > 1:
        yield matter.say("question-stage-progress", choice=matter.choose(stages))


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
