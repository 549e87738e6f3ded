"""two-causes: one figure that is put down to two things: a body says fabs, its summary says the whole programme.

Two sums of one subject that one article lists side by side are two sums, for `equal-figures` to tell apart.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations, product

from briefing.dataset.comparing.qualifiers import scope_words
from briefing.dataset.comparing.sum_tree import AMOUNT
from briefing.dataset.linked.line_graph import Line
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.sum_relations import line_of
from briefing.dataset.rule_base.attribution import attribute_texts
from briefing.dataset.rule_base.causes import other_scope, put_elsewhere, same_figure
from briefing.dataset.rule_base.compared import slots_with
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots, slot_place
from briefing.dataset.rule_base.message_words import value_words
from briefing.dataset.rule_base.question import QuestionMatter
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Summary, Thresholds
from briefing.dataset.rule_base.slot_names import thing
from briefing.dataset.rule_base.sums import EFFECT, line_relations, money_slots, own_voices
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey
from briefing.model.measures import measure_of
from briefing.model.money import Money
from briefing.model.quantity import Quantity
from briefing.model.values import Value, print_value

Pair = tuple[Claim, Claim]


def find_two_causes(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every figure that two claims, or a claim and its restatement, put down to different things."""
    by_place: dict[tuple[str, ...], dict[ClaimKey, Claim]] = defaultdict(dict)
    for pair in (*_restated(context), *_in_two_lines(context), *_of_two_scopes(context)):
        place = tuple(sorted({slot_place(context.data.slot_of[claim.key]) for claim in pair}))
        by_place[place].update((claim.key, claim) for claim in pair)
    for place in sorted(by_place):
        yield _finding(context, list(by_place[place].values()))


def _restated(context: RuleContext) -> Iterator[Pair]:
    """Yield restatements that say the figure again of something else."""
    for claim in context.data.claims.values():
        if claim.restates is None:
            continue
        first = context.data.claims.get(claim.restates)
        if first is not None and put_elsewhere(context, first, claim):
            yield first, claim


def _in_two_lines(context: RuleContext) -> Iterator[Pair]:
    """Yield equal figures of one subject in lines of which nothing is declared."""
    relations = line_relations(context)
    for by_line in _by_figure(context).values():
        for (a, claims), (b, others) in combinations(by_line.items(), 2):
            if not _stand_side_by_side(claims, others) and not relations.declared(a, b):
                yield from product(claims, others)


def _stand_side_by_side(claims: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """Tell whether one article gives both figures: then it knows them for two."""
    articles = {claim.article for claim in claims}
    return any(other.article in articles for other in others)


def _by_figure(context: RuleContext) -> Mapping[object, Mapping[Line, list[Claim]]]:
    """Return the claims of sums and effects by subject and figure, then by line."""
    figures: dict[object, dict[Line, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for slot in slots_with(context, (AMOUNT, EFFECT)):
        if slot.opinion:
            continue
        for claim in own_voices(slot):
            figure = _figure(claim.value)
            if figure is not None:
                figures[slot.about[0], slot.attribute, figure][line_of(slot)].append(claim)
    return figures


def _figure(value: Value | None) -> object:
    """Return a figure without its bound, so that equal ones are equal."""
    match value:
        case Money():
            return measure_of(value), value.amount, value.amount_max
        case Quantity():
            return measure_of(value), value.number, value.number_max
    return None


def _of_two_scopes(context: RuleContext) -> Iterator[Pair]:
    """Yield effects of one line whose sources name different causes."""
    for slot in money_slots(context, (EFFECT,)):
        # Claims of the same words are alike in what is compared, so that the first stands for all of them.
        for claims, others in combinations(_by_wording(slot), 2):
            first, other = claims[0], others[0]
            if other_scope(first, other) and same_figure(first.value, other.value):
                yield from product(claims, others)


def _by_wording(slot: Slot) -> Collection[list[Claim]]:
    """Return the claims of a slot that name a cause, those of one scope and one printed value together."""
    wordings: dict[object, list[Claim]] = defaultdict(list)
    for claim in own_voices(slot):
        scope = claim.qualifier("scope")
        if scope and claim.value is not None:
            wordings[scope_words(scope), print_value(claim.value)].append(claim)
    return wordings.values()


def _finding(context: RuleContext, claims: Sequence[Claim]) -> Finding:
    # Several of the claims may stand in one slot.
    slots: dict[str, Slot] = {}
    for claim in claims:
        slot = context.data.slot_of[claim.key]
        slots[slot_place(slot)] = slot
    causes = attribute_texts(context, ((_cause(context, claim), claim) for claim in claims), "; ")
    message = f"{value_words(claims[0].value)} is put down to more than one thing: {causes}"
    return over_slots(tuple(slots.values()), tuple(claims), message)


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
    for causes in (matter.whats, matter.owners):
        if len(causes) > 1:
            yield matter.say("question-two-causes", choice=matter.choose(causes))


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
