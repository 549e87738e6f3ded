"""effect-over-money: a forecast of benefit that is many times the money that it is expected of."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from briefing.dataset.comparing.leading_claims import leading_claim
from briefing.dataset.comparing.sum_tree import AMOUNT
from briefing.dataset.linked.line_graph import Line
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.sum_relations import line_of
from briefing.dataset.rule_base.attribution import listed, voices
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.message_words import value_words
from briefing.dataset.rule_base.question import QuestionMatter
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import thing
from briefing.dataset.rule_base.sums import EFFECT, figure_words, money_slots, own_voices, sum_in
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.measures import bare_interval
from briefing.model.money import Money


def find_effect_over_money(context: RuleContext, thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every effect that is many times the sum of its line, else all sums of its subject together."""
    by_line, by_subject = _amounts(context)
    for slot in money_slots(context, (EFFECT,)):
        line = line_of(slot)
        amounts = [by_line[line]] if line in by_line else by_subject.get(line.subject, [])
        beyond = {
            claim.key: (claim, times) for claim, times in _times(context, slot, amounts) if times > thresholds["times"]
        }
        if beyond:
            yield _finding(context, slot, list(beyond.values()), amounts)


def _amounts(context: RuleContext) -> tuple[Mapping[Line, Claim], Mapping[SubjectId, list[Claim]]]:
    by_line: dict[Line, Claim] = {}
    by_subject: dict[SubjectId, list[Claim]] = defaultdict(list)
    for slot in money_slots(context, (AMOUNT,)):
        claim = leading_claim(slot.shown) if slot.shown else None
        if claim and isinstance(claim.value, Money) and not claim.denied:
            by_line[line_of(slot)] = claim
            by_subject[slot.about[0]].append(claim)
    return by_line, by_subject


def _times(context: RuleContext, slot: Slot, amounts: Sequence[Claim]) -> Iterator[tuple[Claim, Decimal]]:
    """Yield how many times the money each voice's effect is at least, where the currencies can be compared."""
    for claim in own_voices(slot):
        effect = claim.value
        low = bare_interval(effect)[0] if isinstance(effect, Money) else None
        if not amounts or low is None or not isinstance(effect, Money):
            continue
        sums = [sum_in(context, one, effect.currency, effect.per, Decimal(0), bounded=False) for one in amounts]
        highs = [one[1] for one in sums if one is not None and one[1] is not None]
        if len(highs) == len(amounts) and sum(highs) > 0:
            yield claim, low / sum(highs)


def _finding(
    context: RuleContext, slot: Slot, beyond: Sequence[tuple[Claim, Decimal]], amounts: Sequence[Claim]
) -> Finding:
    claims = [claim for claim, _ in beyond]
    effects = listed([f"{value_words(claim.value)} ({voices(context, [claim])})" for claim in claims])
    money = listed([f"{figure_words(claim)} ({voices(context, [claim])})" for claim in amounts])
    least = min(times for _, times in beyond)
    message = f"{thing(context, slot)}: {effects} is expected of {money}, at least {least:,.1f} times the money"
    return over_slots((slot,), (*claims, *amounts), message)


def _ask_of_effect(matter: QuestionMatter) -> Iterator[str]:
    """Yield what is asked of a benefit many times its money."""
    money = [matter.value_of(claim) for claim in matter.claims if claim.attribute == "amount"]
    effects = [matter.value_of(claim) for claim in matter.claims if claim.attribute != "amount"]
    if money and effects:
        yield matter.say("question-effect-over-money", money=money[0], effect=effects[0])


RULE = Rule(
    code="effect-over-money",
    find=find_effect_over_money,
    explanation=Explanation(
        title="a benefit of many times the money",
        why=(
            "An effect is forecast at more than five times the sum of its line, or of all sums of its subject "
            "where its line has none. Such a forecast needs an author and a method; the finding only asks for them."
        ),
        wrong=(
            "- {id: c1, about: plan, attribute: amount, line: chips, value: JPY 10tn, …}\n"
            "- {id: c2, about: plan, attribute: effect, line: chips, value: JPY 144tn, modality: forecast}"
        ),
        right=(
            "- {id: c1, about: plan, attribute: amount, line: chips, value: JPY 10tn, …}\n"
            "- {id: c2, about: plan, attribute: effect, line: chips, value: JPY 14tn, modality: forecast}"
        ),
    ),
    presentation=Presentation(
        label="an effect of many times the money",
        category=Category.NOTE,
        questions={
            "question-effect-over-money": "{subject}: can {money} bring {effect}?",
        },
        ask=_ask_of_effect,
    ),
    order=120,
    thresholds={"times": Decimal(5)},
    scope=Scope.SUBJECT,
)
