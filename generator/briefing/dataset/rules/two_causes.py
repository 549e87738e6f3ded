"""two-causes: one figure that is put down to two things: a body says fabs, its summary says the whole programme.

Two sums of one subject that one article lists side by side are two sums, for `equal-figures` to tell apart.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from itertools import chain, combinations, product
from operator import attrgetter
from typing import NamedTuple

from briefing.dataset.comparing.qualifiers import scope_words
from briefing.dataset.comparing.sum_tree import AMOUNT
from briefing.dataset.linked.claim_fields import printed_value
from briefing.dataset.linked.claim_sets import articles_of
from briefing.dataset.linked.line_graph import Line
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.sum_relations import line_of
from briefing.dataset.rule_base.attribution import attribute_words
from briefing.dataset.rule_base.causes import other_scope, put_elsewhere, same_figure
from briefing.dataset.rule_base.compared import facts_with, restated_claim, slots_of
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.digits import Digits, digits_of
from briefing.dataset.rule_base.field_texts import field_text
from briefing.dataset.rule_base.finding import Finding, over_slots, slot_place
from briefing.dataset.rule_base.message_words import value_words
from briefing.dataset.rule_base.question import QuestionMatter, ask_which
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Summary, Thresholds
from briefing.dataset.rule_base.slot_names import thing
from briefing.dataset.rule_base.sums import EFFECT, line_relations, money_slots, own_voices
from briefing.model.claims import Claim
from briefing.model.grouping import distinct_by, group_by, group_pairs
from briefing.model.ids import SubjectId
from briefing.model.measures import Measure, measure_of
from briefing.model.money import Money
from briefing.model.quantity import Quantity

Pair = tuple[Claim, Claim]


def find_two_causes(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every figure that two claims, or a claim and its restatement, put down to different things."""
    pairs = chain(_restated(context), _in_two_lines(context), _of_two_scopes(context))
    by_place = group_by(pairs, partial(_place, context))
    for place in sorted(by_place):
        yield _finding(context, distinct_by(chain.from_iterable(by_place[place]), attrgetter("key")))


def _place(context: RuleContext, pair: Pair) -> tuple[str, ...]:
    return tuple(sorted(map(slot_place, slots_of(context, pair))))


class _Figure(NamedTuple):
    """A figure of a subject without its bound, so that equal ones are equal."""

    subject: SubjectId
    attribute: str
    measure: Measure
    digits: Digits


def _restated(context: RuleContext) -> Iterator[Pair]:
    """Yield restatements that say the figure again of something else."""
    for claim in context.data.claims.values():
        first = restated_claim(context, claim)
        if first is not None and put_elsewhere(context, first, claim):
            yield first, claim


def _in_two_lines(context: RuleContext) -> Iterator[Pair]:
    """Yield equal figures of one subject in lines of which nothing is declared."""
    relations = line_relations(context)
    for statements in group_pairs(_figures(context)).values():
        # Nearly every figure is told of one line.
        by_line = group_pairs(statements)
        for (a, claims), (b, others) in combinations(by_line.items(), 2):
            if not _stand_side_by_side(claims, others) and not relations.declared(a, b):
                yield from product(claims, others)


def _stand_side_by_side(claims: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """Tell whether one article gives both figures: then it knows them for two."""
    return not articles_of(claims).isdisjoint(articles_of(others))


def _figures(context: RuleContext) -> Iterator[tuple[_Figure, tuple[Line, Claim]]]:
    """Yield the figures of sums and effects, each with the line that it is of and the claim that gives it."""
    for slot in facts_with(context, (AMOUNT, EFFECT)):
        line = line_of(slot)
        for claim in own_voices(slot):
            value = claim.value
            if isinstance(value, Money | Quantity):
                yield _Figure(line.subject, slot.attribute, measure_of(value), digits_of(value)), (line, claim)


def _of_two_scopes(context: RuleContext) -> Iterator[Pair]:
    """Yield effects of one line whose sources name different causes."""
    for slot in money_slots(context, (EFFECT,)):
        # Claims of the same words are alike in what is compared, so that the first stands for all of them.
        for claims, others in combinations(_by_wording(slot), 2):
            first, other = claims[0], others[0]
            if other_scope(first, other) and same_figure(first.value, other.value):
                yield from product(claims, others)


def _by_wording(slot: Slot) -> Collection[Sequence[Claim]]:
    """Return the claims of a slot that name a cause, those of one scope and one printed value together."""
    return group_by(filter(_names_cause, own_voices(slot)), _wording).values()


def _names_cause(claim: Claim) -> bool:
    return bool(claim.qualifier("scope")) and claim.value is not None


def _wording(claim: Claim) -> tuple[frozenset[str], str | None]:
    return scope_words(field_text(claim, "scope")), printed_value(claim)


def _finding(context: RuleContext, claims: Sequence[Claim]) -> Finding:
    causes = attribute_words(context, claims, partial(_cause, context), "; ")
    message = f"{value_words(claims[0].value)} is put down to more than one thing: {causes}"
    return over_slots(slots_of(context, claims), claims, message)


def _cause(context: RuleContext, claim: Claim) -> str:
    """Return what a claim says its figure is of, with the scope and the paragraph that it stands in."""
    cause = thing(context, context.data.slot_of[claim.key])
    scope = claim.qualifier("scope")
    if scope:
        cause += f': "{scope}"'
    if claim.par:
        cause += f", par. {claim.par[0]}"
    return cause


def _ask_which_cause(matter: QuestionMatter) -> Iterator[str]:
    """Yield what is asked of one figure with several causes: by what it is put down to, else by whose it is."""
    yield from ask_which(matter, "question-two-causes", matter.whats)
    yield from ask_which(matter, "question-two-causes", matter.owners)


RULE = Rule(
    code="two-causes",
    find=find_two_causes,
    explanation=Explanation(
        title="one figure that is put down to two things",
        why=(
            "A claim and its restatement, or two sources, give one figure of one subject to different lines, or "
            "one effect to different causes. Only one can be meant; a judgement says which, or declares both."
        ),
        wrong=(
            "- {id: c1, about: fabs, attribute: effect, line: fabs, value: JPY 443tn}\n"
            "- {id: c2, restates: c1, about: plan, line: chips, value: JPY 443tn}"
        ),
        right=(
            "- {id: c1, about: plan, attribute: effect, line: chips, value: JPY 443tn}\n"
            "- {id: c2, restates: c1, value: nearly JPY 443tn}"
        ),
    ),
    presentation=Presentation(
        label="one figure, two causes",
        category=Category.DISPUTE,
        questions={
            "question-two-causes": "What brings {value}: {choice}?",
        },
        ask=_ask_which_cause,
        summary=Summary.NOTHING,
    ),
    order=130,
    disputes=True,
    by_slot=True,
    scope=Scope.SUBJECT,
)
