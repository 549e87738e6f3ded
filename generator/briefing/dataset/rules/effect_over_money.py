"""effect-over-money: a forecast of benefit that is many times the money that it is expected of."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from briefing.dataset.comparing.sum_tree import AMOUNT
from briefing.dataset.linked.line_graph import Line
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.sum_relations import line_of
from briefing.dataset.rule_base.attribution import list_words, name_voices
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.message_words import value_words
from briefing.dataset.rule_base.question import QuestionMatter
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import thing
from briefing.dataset.rule_base.sums import EFFECT, figure_words, leading_sums, money_slots, own_voices, sum_in
from briefing.model.claims import Claim
from briefing.model.grouping import first_by, group_pairs
from briefing.model.ids import SubjectId
from briefing.model.measures import bare_interval
from briefing.model.money import Money


class _Amounts(NamedTuple):
    """The claims that lead for the shown sums."""

    by_line: Mapping[Line, Claim]
    by_subject: Mapping[SubjectId, Sequence[Claim]]

    def behind(self, line: Line) -> Sequence[Claim]:
        """Return the sums that the effect of a line is expected of: its own, else all of its subject."""
        own = self.by_line.get(line)
        if own is not None:
            return [own]
        return self.by_subject.get(line.subject, ())


class _Expected(NamedTuple):
    """An effect with the money that it is expected of, and how many times that money it is at least."""

    claim: Claim
    times: Decimal


def find_effect_over_money(context: RuleContext, thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every effect that is many times the sum of its line, else all sums of its subject together."""
    amounts = _shown_amounts(context)
    for slot in money_slots(context, (EFFECT,)):
        behind = amounts.behind(line_of(slot))
        effects = filter(None, (_expected_of(context, behind, claim) for claim in own_voices(slot)))
        beyond = [effect for effect in effects if effect.times > thresholds["times"]]
        if beyond:
            yield _finding(context, slot, beyond, behind)


def _expected_of(context: RuleContext, amounts: Sequence[Claim], claim: Claim) -> _Expected | None:
    """Return how an effect compares with the money, None where the currencies can not be compared."""
    effect = claim.value
    if not isinstance(effect, Money):
        return None
    least, _ = bare_interval(effect)
    most_money = _total_at_most(context, amounts, effect)
    if least is None or most_money is None:
        return None
    return _Expected(claim, least / most_money)


def _shown_amounts(context: RuleContext) -> _Amounts:
    amounts: list[tuple[Line, Claim]] = []
    # Money that a source denies brings about nothing.
    for slot, claim in leading_sums(money_slots(context, (AMOUNT,))):
        if isinstance(claim.value, Money):
            amounts.append((line_of(slot), claim))
    return _Amounts(dict(amounts), group_pairs((line.subject, claim) for line, claim in amounts))


def _total_at_most(context: RuleContext, amounts: Sequence[Claim], effect: Money) -> Decimal | None:
    """Return what the amounts come to at most in the currency of an effect; None where one can not be told in it."""
    most = [_most_in(context, amount, effect) for amount in amounts]
    total = sum(filter(None, most), Decimal(0))
    # No effect is a multiple of nothing, or of money that flows back.
    if None in most or total <= 0:
        return None
    return total


def _most_in(context: RuleContext, amount: Claim, effect: Money) -> Decimal | None:
    bounds = sum_in(context, amount, effect.currency, effect.per, Decimal(0), bounded=False)
    if bounds is None:
        return None
    return bounds[1]


def _finding(context: RuleContext, slot: Slot, beyond: Sequence[_Expected], amounts: Sequence[Claim]) -> Finding:
    claims = [effect.claim for effect in beyond]
    # The message says `at least` of all the effects, so the smallest of them counts.
    least = min(effect.times for effect in beyond)
    effects = list_words([_with_voice(context, value_words(claim.value), claim) for claim in claims])
    money = list_words([_with_voice(context, figure_words(claim), claim) for claim in amounts])
    message = f"{thing(context, slot)}: {effects} is expected of {money}, at least {least:,.1f} times the money"
    return over_slots((slot,), (*claims, *amounts), message)


def _with_voice(context: RuleContext, figure: str, claim: Claim) -> str:
    return f"{figure} ({name_voices(context, [claim])})"


def _ask_of_effect(matter: QuestionMatter) -> Iterator[str]:
    """Yield what is asked of a benefit many times its money."""
    claims = first_by(matter.claims, lambda claim: claim.attribute == AMOUNT)
    if len(claims) == 2:
        money, effect = matter.value_of(claims[True]), matter.value_of(claims[False])
        yield matter.say("question-effect-over-money", money=money, effect=effect)


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
