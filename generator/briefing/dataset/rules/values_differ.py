"""values-differ: values of one slot that can not all be true, rounding, bounds and exchange rates respected.

A sum that was announced and one that was built later can both be so: that is for `stage-progress`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import chain
from typing import NamedTuple

from briefing.dataset.comparing.far_ends import value_of
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import leave_out_middle, word_value_of
from briefing.dataset.rule_base.compared import affirming_claims, statement_of, value_sets
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.contradiction import nominal_size, values_apart
from briefing.dataset.rule_base.copies import copies_note
from briefing.dataset.rule_base.crowds import items_apart, pairs_to_compare
from briefing.dataset.rule_base.finding import Finding, at_both_ends, over_slots
from briefing.dataset.rule_base.progress import is_progress
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.model.claims import Claim
from briefing.model.values import Nothing, Unknown


def find_values_differ(context: RuleContext, thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every slot in which two sources say what can not both be so."""
    for slot in context.data.slots:
        # Most slots have one claim, or claims that all agree.
        if len(slot.claims) < 2:
            continue
        sets = value_sets(slot)
        pairs = pairs_to_compare(sets, nominal_size)
        differing = items_apart(sets, pairs, partial(_contradict, context, thresholds, slot))
        if differing:
            yield _finding(context, slot, differing)


def _contradict(
    context: RuleContext, thresholds: Thresholds, slot: Slot, left: list[Claim], right: list[Claim]
) -> bool:
    """Tell whether two sets of claims that agree can not both be true."""
    if _from_one_list(left, right):
        return False
    if not values_apart(context, slot, left, right, thresholds):
        return False
    # A sum that has come further is for another rule.
    return not is_progress(left, right)


def _finding(context: RuleContext, slot: Slot, sets: list[list[Claim]]) -> Finding:
    claims = tuple(chain.from_iterable(sets))
    values = [_word_set(context, slot, claims_of_set) for claims_of_set in sets]
    sides = " against ".join(leave_out_middle(values))
    message = f"{slot_words(context, slot)}: {sides}{copies_note(context, claims)}"
    return at_both_ends(over_slots((slot,), claims, message), slot, context)


def _from_one_list(left: list[Claim], right: list[Claim]) -> bool:
    """Tell whether everybody who says one value lists the other one with it, so that nobody contradicts anybody."""
    ours, theirs = set(map(statement_of, left)), set(map(statement_of, right))
    return ours <= theirs or theirs <= ours


def _word_set(context: RuleContext, slot: Slot, claims: list[Claim]) -> str:
    first = claims[0]
    text = word_value_of(context, first.attribute, value_of(slot, first))
    if first.denied:
        return f"not {text}"
    return text


class _Affirmed(NamedTuple):
    """A slot, and the claims that affirm its value."""

    slot: Slot
    claims: Sequence[Claim]


def find_values_differ_from_none(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every slot that says none beside those that say one.

    What has many values has a slot for each of them, so that nobody else holds them against each other.
    """
    for slot in filter(_says_none, context.data.slots):
        denying = affirming_claims(slot)
        beside = _affirmed_beside(context, slot)
        if denying and beside:
            yield _finding_beside_none(context, slot, denying, beside)


def _says_none(slot: Slot) -> bool:
    # What has one value has one slot, in which none stands beside it.
    return slot.many_value is not None and isinstance(slot.claims[0].value, Nothing)


def _affirmed_beside(context: RuleContext, none: Slot) -> list[_Affirmed]:
    """Return the slots that name what a slot says there is none of, with the claims that affirm it."""
    neighbours = context.data.slots_of.get(none.about[0], ())
    naming = [_Affirmed(slot, affirming_claims(slot)) for slot in neighbours if _names_one(slot, none)]
    return list(filter(_has_claims, naming))


def _has_claims(affirmed: _Affirmed) -> bool:
    return bool(affirmed.claims)


def _names_one(slot: Slot, none: Slot) -> bool:
    """Tell whether a slot names what another one says there is none of."""
    if (slot.attribute, slot.key, slot.opinion) != (none.attribute, none.key, none.opinion):
        return False
    if isinstance(slot.claims[0].value, Nothing | Unknown):
        return False
    return set(none.about) <= set(slot.about)


def _finding_beside_none(
    context: RuleContext, slot: Slot, denying: Sequence[Claim], beside: Sequence[_Affirmed]
) -> Finding:
    values = [word_value_of(context, slot.attribute, value_of(other, claims[0])) for other, claims in beside]
    sides = " against ".join(["none", *leave_out_middle(values)])
    slots, affirming = zip(*beside, strict=True)
    message = f"{slot_words(context, slot)}: {sides}"
    return over_slots((slot, *slots), chain(denying, *affirming), message)


RULE = Rule(
    code="values-differ",
    find=find_values_differ,
    explanation=Explanation(
        title="values of one thing that cannot all be true",
        why=(
            "Two sources answer one question so that not both can be right, rounding and bounds respected. Sums "
            "in two currencies are compared at the rate of the month, widened by 2 %; without a rate nothing is said."
        ),
        wrong=(
            "- {id: c1, about: fab, attribute: figure, measure: revenue, value: USD 2bn}  # herald\n"
            "- {id: c1, about: fab, attribute: figure, measure: revenue, value: USD 5bn}  # gazette"
        ),
        right=(
            "- {id: c1, about: fab, attribute: figure, measure: revenue, value: USD 2bn}\n"
            "- {id: c1, about: fab, attribute: figure, measure: revenue, value: over USD 1.9bn}"
        ),
    ),
    presentation=Presentation(
        label="values differ",
        category=Category.DISPUTE,
    ),
    order=10,
    thresholds={"rate": Decimal("0.02")},
    disputes=True,
    by_slot=True,
    scope=Scope.SLOT,
)
RULES = (RULE, replace(RULE, find=find_values_differ_from_none, thresholds={}, scope=Scope.SUBJECT))
