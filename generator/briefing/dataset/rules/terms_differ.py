"""terms-differ: one sum under several terms, in one slot or in neighbouring ones: a ceiling here, a promise there."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import product, starmap
from typing import NamedTuple

from briefing.dataset.comparing.sum_tree import AMOUNT
from briefing.dataset.linked.claim_sets import claims_of
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.sum_relations import line_of
from briefing.dataset.rule_base.attribution import list_words
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.crowds import items_differing, neighbours_to_compare
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.question import QuestionMatter, distinct
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Summary, Thresholds
from briefing.dataset.rule_base.slot_names import thing
from briefing.dataset.rule_base.sums import (
    amounts_meet,
    figure_words,
    leading_sums,
    line_relations,
    money_slots,
    nominal,
    own_voices,
    rough_sum,
    sums_of,
)
from briefing.dataset.rule_base.terms import HARD, TERMS_AS_PRINTED, Terms, attribute_term, differing, terms_of
from briefing.model.claims import Claim
from briefing.model.grouping import group_by
from briefing.model.measures import bounds_exclude, in_one_measure
from briefing.model.money import Money

_OTHER_MONEY = frozenset({"payer", "payee", "period"})
_PLAINLY_TWO = _OTHER_MONEY | {"scope"}
"""Where one of these differs as well, a sum per year and one in all are plainly two sums."""
_TERM_NAMES = {"per": "unit of time"}


class _Wording(NamedTuple):
    """The terms of a sum, and the claims that print it under them."""

    terms: Terms
    claims: Sequence[Claim]


class _Shown(NamedTuple):
    """A slot, and the claim that leads the value which it shows."""

    slot: Slot
    claim: Claim


_MOST_NEIGHBOURS = 40
"""So many sums of like size a subject hardly has; beyond, comparing would take longer than it helps."""


def find_terms_differ(context: RuleContext, thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every sum that sources give under terms that are not the same."""
    slots = list(money_slots(context))
    for slot in slots:
        if len(slot.claims) > 1:
            yield from _within(context, slot, thresholds)
    amounts = filter(_is_amount, slots)
    for slots_of_subject in group_by(amounts, lambda slot: slot.about[0]).values():
        yield from _between(context, slots_of_subject, thresholds)


def _is_amount(slot: Slot) -> bool:
    return slot.attribute == AMOUNT


def _within(context: RuleContext, slot: Slot, thresholds: Thresholds) -> Iterator[Finding]:
    """Yield what differs between the claims of one slot that print one sum."""
    wordings = _by_wording(own_voices(slot))
    pairs = neighbours_to_compare(wordings, _size_of_wording)
    differing_wordings, names = items_differing(wordings, pairs, partial(_differing_terms, context, thresholds))
    if names:
        claims = list(claims_of(differing_wordings))
        yield over_slots((slot,), claims, _message_within(context, slot, claims, names))


def _differing_terms(context: RuleContext, thresholds: Thresholds, wording: _Wording, other: _Wording) -> list[str]:
    """Return the terms in which two wordings differ that print one sum; none where they print two."""
    # Terms are compared first: that takes less time than converting the sums.
    names = differing(wording.terms, other.terms)
    if not names or _only_paced(names):
        return names
    if _one_sum(context, wording.claims[0], other.claims[0], thresholds):
        return names
    return []


def _size_of_wording(wording: _Wording) -> Decimal:
    return nominal(sums_of(wording.claims[0])[0])


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


def _only_paced(names: Collection[str]) -> bool:
    """Tell whether a sum per year stands beside one in all: no conversion can tell whether they are one."""
    return "per" in names and _PLAINLY_TWO.isdisjoint(names)


def _by_wording(claims: Iterable[Claim]) -> list[_Wording]:
    """Return claims of the same sums and terms together, so that few are left to compare."""
    alike = group_by(filter(sums_of, claims), _as_printed)
    return [_Wording(terms_of(same[0]), same) for same in alike.values()]


def _as_printed(claim: Claim) -> tuple[object, ...]:
    """Return the sums and terms of a claim as printed, which takes less time to tell than what they mean."""
    # Terms of one meaning in other words do not differ later.
    terms = [str(claim.qualifiers.get(name)) for name in TERMS_AS_PRINTED]
    return *map(_printed, sums_of(claim)), *terms


def _printed(money: Money) -> tuple[object, ...]:
    # 5bn and 5.0bn are rounded otherwise, so that another sum may meet the one and not the other.
    return money.currency, money.low, money.high, money.per, money.bound


def _between(context: RuleContext, slots: Sequence[Slot], thresholds: Thresholds) -> Iterator[Finding]:
    """Yield neighbouring sums of a subject that could be one, were it not for their terms."""
    if len(slots) < 2:
        return
    relations = line_relations(context)
    for shown, other in _neighbours(_shown_by_size(context, slots)):
        if relations.relate(line_of(shown.slot), line_of(other.slot)):
            continue
        names = _hard_differences(context, shown.claim, other.claim, thresholds)
        if names:
            yield _finding_between(context, (shown, other), names)


def _finding_between(context: RuleContext, sums: Sequence[_Shown], names: Iterable[str]) -> Finding:
    slots, claims = zip(*sums, strict=True)
    words = " and ".join(f"{figure_words(claim)} for {thing(context, slot)}" for slot, claim in sums)
    details = "; ".join(f"{name}: {attribute_term(context, name, claims)}" for name in names)
    return over_slots(slots, claims, f"{words} could be one sum or two; how they relate is open; {details}")


def _neighbours(by_size: Sequence[_Shown]) -> Iterator[tuple[_Shown, _Shown]]:
    for rank, shown in enumerate(by_size, start=1):
        yield from product((shown,), by_size[rank : rank + _MOST_NEIGHBOURS])


def _shown_by_size(context: RuleContext, slots: Sequence[Slot]) -> list[_Shown]:
    """Return the slots that show a sum, the smallest first."""
    shown = starmap(_Shown, leading_sums(slots))
    return sorted(shown, key=lambda of_slot: rough_sum(context, of_slot.claim))


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
    # Nobody takes money that will not be paid for money that will.
    if "cancelled" in (a.qualifier("stage"), b.qualifier("stage")):
        return []
    if not _like_sizes(context, a, b, thresholds):
        return []
    names = differing(terms_of(a), terms_of(b))
    if not _OTHER_MONEY.isdisjoint(names):
        return []
    if not amounts_meet(context, a, b, thresholds["rate"], bounded=True):
        return []
    return [name for name in names if name in HARD]


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
        terms=TERMS_AS_PRINTED,
    ),
    order=30,
    thresholds={"rate": Decimal("0.02"), "near": Decimal(2)},
    by_slot=True,
    scope=Scope.SUBJECT,
)
