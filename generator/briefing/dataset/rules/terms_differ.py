"""terms-differ: one sum under several terms, in one slot or in neighbouring ones: a ceiling here, a promise there."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, product

from briefing.dataset.comparing.leading_claims import leading_claim
from briefing.dataset.comparing.sum_tree import AMOUNT
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.sum_relations import LineRelations, line_of
from briefing.dataset.rule_base.attribution import list_words
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.crowds import neighbours_to_compare
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.question import QuestionMatter, distinct
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Summary, Thresholds
from briefing.dataset.rule_base.slot_names import thing
from briefing.dataset.rule_base.sums import (
    amounts_meet,
    figure_words,
    line_relations,
    money_slots,
    nominal,
    own_voices,
    rough_sum,
    sums_of,
)
from briefing.dataset.rule_base.terms import HARD, Terms, attribute_term, differing, terms_of
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.measures import bounds_exclude, in_one_measure
from briefing.model.money import Money

_TERMS_AS_PRINTED = ("stage", "basis", "payer", "payee", "period", "scope")
_PLAINLY_TWO = frozenset({"payer", "payee", "period", "scope"})
_TERM_NAMES = {"per": "unit of time"}
_Group = tuple[Terms, list[Claim]]
"""The terms of a sum, and the claims that print it under them."""
_Shown = tuple[Slot, Claim]
"""A slot, and the claim that leads the value which it shows."""
_MOST_NEIGHBOURS = 40
"""So many sums of like size a subject hardly has; beyond, comparing would take longer than it helps."""


def find_terms_differ(context: RuleContext, thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every sum that sources give under terms that are not the same."""
    amounts: dict[SubjectId, list[Slot]] = defaultdict(list)
    for slot in money_slots(context):
        if len(slot.claims) > 1:
            yield from _within(context, slot, thresholds)
        if slot.attribute == AMOUNT:
            amounts[slot.about[0]].append(slot)
    for slots in amounts.values():
        yield from _between(context, slots, thresholds)


def _within(context: RuleContext, slot: Slot, thresholds: Thresholds) -> Iterator[Finding]:
    """Yield what differs between the claims of one slot that print one sum."""
    groups = _by_wording(own_voices(slot))
    names: dict[str, None] = {}
    involved: set[int] = set()
    for here, there in neighbours_to_compare(groups, _size_of_group):
        differing_names = _differing_terms(context, groups[here], groups[there], thresholds)
        if differing_names:
            names.update(dict.fromkeys(differing_names))
            involved.update((here, there))
    if names:
        claims = list(chain.from_iterable(groups[index][1] for index in sorted(involved)))
        yield over_slots((slot,), tuple(claims), _message_within(context, slot, claims, names))


def _differing_terms(context: RuleContext, group: _Group, other_group: _Group, thresholds: Thresholds) -> list[str]:
    """Return the terms in which two groups differ that print one sum; none where they print two."""
    (terms, claims), (other_terms, other_claims) = group, other_group
    # Terms are compared first: that takes less time than converting the sums.
    names = differing(terms, other_terms)
    if not names or _only_paced(names):
        return names
    return names if _one_sum(context, claims[0], other_claims[0], thresholds) else []


def _size_of_group(group: _Group) -> Decimal:
    return nominal(sums_of(group[1][0])[0])


def _message_within(context: RuleContext, slot: Slot, claims: Sequence[Claim], names: Collection[str]) -> str:
    details = "; ".join(f"{_TERM_NAMES.get(name, name)}: {attribute_term(context, name, claims)}" for name in names)
    # A sum per year and one in all are two figures; under all other terms it is one.
    printed = claims if "per" in names else claims[:1]
    figures = list_words(list(dict.fromkeys(map(figure_words, printed))))
    return f"{thing(context, slot)}: {figures} under terms that differ; {details}"


def _one_sum(context: RuleContext, a: Claim, b: Claim, thresholds: Thresholds) -> bool:
    """Tell whether two claims print the digits of one sum; bounds that exclude each other are two values."""
    excluded = any(bounds_exclude(x, y) for x, y in in_one_measure(sums_of(a), sums_of(b)))
    return not excluded and amounts_meet(context, a, b, thresholds["rate"], bounded=False)


def _only_paced(names: Iterable[str]) -> bool:
    """Tell whether a sum per year stands beside one in all: no conversion can tell whether they are one."""
    return "per" in names and _PLAINLY_TWO.isdisjoint(names)


def _by_wording(claims: Iterable[Claim]) -> list[_Group]:
    """Return claims of the same sums and terms together, so that few are left to compare."""
    groups: dict[object, _Group] = {}
    for claim in claims:
        sums = sums_of(claim)
        if not sums:
            continue
        # As printed, which takes less time than what it means; terms of one meaning do not differ later.
        wording = (*map(_printed, sums), *[str(claim.qualifiers.get(name)) for name in _TERMS_AS_PRINTED])
        group = groups.get(wording)
        if group is None:
            groups[wording] = group = (terms_of(claim), [])
        group[1].append(claim)
    return list(groups.values())


def _printed(money: Money) -> tuple[object, ...]:
    # 5bn and 5.0bn are rounded otherwise, so that another sum may meet the one and not the other.
    return money.currency, money.low, money.high, money.per, money.bound


def _between(context: RuleContext, slots: Sequence[Slot], thresholds: Thresholds) -> Iterator[Finding]:
    """Yield neighbouring sums of a subject that could be one, were it not for their terms."""
    if len(slots) < 2:
        return
    relations = line_relations(context)
    for (slot, claim), (other, rival) in _neighbours(_shown_by_size(context, slots)):
        if _is_related(slot, other, relations) or not _like_sizes(context, claim, rival, thresholds):
            continue
        names = _hard_differences(context, claim, rival, thresholds)
        if names:
            message = _message_between(context, (slot, other), (claim, rival), names)
            yield over_slots((slot, other), (claim, rival), message)


def _neighbours(by_size: Sequence[_Shown]) -> Iterator[tuple[_Shown, _Shown]]:
    for rank, shown in enumerate(by_size, start=1):
        for larger in by_size[rank : rank + _MOST_NEIGHBOURS]:
            yield shown, larger


def _is_related(slot: Slot, other: Slot, relations: LineRelations) -> bool:
    """Tell whether a fact file says how two sums relate, be it that both are parts of a third."""
    a, b = line_of(slot), line_of(other)
    return relations.declared(a, b) or relations.siblings(a, b)


def _shown_by_size(context: RuleContext, slots: Sequence[Slot]) -> list[_Shown]:
    """Return the slots that show a sum, the smallest first."""
    shown: list[_Shown] = []
    for slot in slots:
        if slot.shown is None:
            continue
        claim = leading_claim(slot.shown)
        if sums_of(claim) and not claim.denied:
            shown.append((slot, claim))
    return sorted(shown, key=lambda pair: rough_sum(context, pair[1]))


def _like_sizes(context: RuleContext, a: Claim, b: Claim, thresholds: Thresholds) -> bool:
    """Tell whether two sums are of one order, in a currency that both print if there is one."""
    small, large = sorted(_comparable_sizes(context, a, b))
    return large <= small * thresholds["near"]


def _comparable_sizes(context: RuleContext, a: Claim, b: Claim) -> tuple[Decimal, Decimal]:
    for ours, theirs in product(sums_of(a), sums_of(b)):
        if ours.currency == theirs.currency:
            return nominal(ours), nominal(theirs)
    return rough_sum(context, a), rough_sum(context, b)


def _hard_differences(context: RuleContext, a: Claim, b: Claim, thresholds: Thresholds) -> list[str]:
    """Return the terms that differ between two sums that may be one; none where they are plainly two."""
    names = differing(terms_of(a), terms_of(b))
    # Nobody takes money that will not be paid for money that will.
    if "cancelled" in (a.qualifier("stage"), b.qualifier("stage")):
        return []
    if not {"payer", "payee", "period"}.isdisjoint(names):
        return []
    if not amounts_meet(context, a, b, thresholds["rate"], bounded=True):
        return []
    return [name for name in names if name in HARD]


def _message_between(context: RuleContext, slots: Sequence[Slot], claims: Sequence[Claim], names: Iterable[str]) -> str:
    pairs = zip(slots, claims, strict=True)
    sums = " and ".join(f"{figure_words(claim)} for {thing(context, slot)}" for slot, claim in pairs)
    details = "; ".join(f"{name}: {attribute_term(context, name, claims)}" for name in names)
    return f"{sums} could be one sum or two; how they relate is open; {details}"


def _ask_which_sum(matter: QuestionMatter) -> Iterator[str]:
    """Yield what is asked of like sums that differ: which of them, each with its stage."""
    if len(matter.values) > 1:
        staged = distinct([_staged(matter, claim) for claim in matter.claims])
        yield matter.say("question-values-brief", choice=matter.choose(staged))


def _staged(matter: QuestionMatter, claim: Claim) -> str:
    return f"{matter.value_of(claim)} {matter.term_of(claim, 'stage')}".strip()


RULE = Rule(
    code="terms-differ",
    find=find_terms_differ,
    explanation=Explanation(
        title="sums of like size told with another bound, stage, payer or time",
        why=(
            "Sources give one sum with another bound, stage, basis, payer, payee, period or scope: a ceiling "
            "here, money spent there. Only stated terms are compared, since a silent source contradicts nobody. "
            "Neighbouring sums of one subject are compared too, where no relation is declared and both could be "
            "one sum under another stage."
        ),
        wrong=(
            "- {id: c1, about: fab, attribute: amount, line: aid, value: up to JPY 900bn, stage: approved, "
            "payer: japan}\n"
            "- {id: c1, about: fab, attribute: amount, line: aid, value: JPY 900bn, stage: spent, payer: japan}"
        ),
        right=(
            "- {id: c1, about: fab, attribute: amount, line: aid, value: JPY 900bn, stage: approved, payer: japan}\n"
            "- {id: c1, about: fab, attribute: amount, line: aid, value: about JPY 900bn, stage: approved, "
            "payer: unknown}"
        ),
    ),
    presentation=Presentation(
        label="like sums under different terms",
        category=Category.TERMS,
        around_one_value=True,
        ask=_ask_which_sum,
        summary=Summary.TERMS,
        terms=("stage", "basis", "payer", "payee", "period", "scope"),
    ),
    order=30,
    thresholds={"rate": Decimal("0.02"), "near": Decimal(2)},
    by_slot=True,
    scope=Scope.SUBJECT,
)
