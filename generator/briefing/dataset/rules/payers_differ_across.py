"""payers-differ-across: a sum and its part, or two names of one sum, that different payers carry by different sources.

Compares slots that a fact file relates as part, sum or the same; two payers within one slot are for another rule.
"""

from collections.abc import Iterator
from itertools import product, starmap
from operator import itemgetter

from briefing.dataset.comparing.sum_tree import AMOUNT
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.sum_relations import line_of
from briefing.dataset.rule_base.attribution import attribute_texts, word_value
from briefing.dataset.rule_base.compared import own_claims
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Summary, Thresholds
from briefing.dataset.rule_base.slot_names import line_words, thing
from briefing.dataset.rule_base.sums import money_slots, related_lines
from briefing.model.claims import Claim
from briefing.model.value_parsing import parse_entity
from briefing.model.values import NO_VALUE_LITERALS, EntityName, EntityRef


def find_payers_differ_across(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every pair of related sums whose payers are told differently."""
    slots = {line_of(slot): slot for slot in money_slots(context, (AMOUNT,))}
    # Of a part of the dataset the relations are still those of all of it: they are read from records.
    related = context.entire.cached_from_records(related_lines)
    for left, right in sorted(related):
        if left in slots and right in slots:
            yield from _compare(context, slots[left], slots[right])


_Paid = list[tuple[str, Claim]]
"""The names of payers, each with a claim that names it."""


def _compare(context: RuleContext, left: Slot, right: Slot) -> Iterator[Finding]:
    ours, theirs = _payers(context, left), _payers(context, right)
    if not any(starmap(_are_apart, product(_with_origins(ours), _with_origins(theirs)))):
        return
    message = f"{_names(context, left, right)}: paid by {attribute_texts(context, ours + theirs)}"
    yield over_slots((left, right), map(itemgetter(1), ours + theirs), message)


def _with_origins(paid: _Paid) -> set[tuple[str, str]]:
    """Return every payer with the origins that name it: many claims may be of one origin."""
    return {(payer, claim.origin) for payer, claim in paid}


def _are_apart(payer: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two origins name two payers; what one origin says of both sums is no difference of sources."""
    return payer[0] != other[0] and payer[1] != other[1]


def _payers(context: RuleContext, slot: Slot) -> _Paid:
    """Return the payers of a slot with the claims that name them."""
    payers: _Paid = []
    for claim in own_claims(slot):
        payer = claim.qualifier("payer")
        if payer is None or payer in NO_VALUE_LITERALS:
            continue
        entity = parse_entity(payer)
        if isinstance(entity, EntityName | EntityRef):
            payers.append((word_value(context, entity), claim))
    return payers


def _names(context: RuleContext, left: Slot, right: Slot) -> str:
    """Return what two sums are called; a subject that both are of is named once."""
    if left.about != right.about:
        return f"{thing(context, left)} and {thing(context, right)}"
    owners = " and ".join(map(context.name, left.about))
    return f"{owners}, {line_words(context, left)} and {line_words(context, right)}"


RULE = Rule(
    code="payers-differ-across",
    find=find_payers_differ_across,
    explanation=Explanation(
        title="a sum and its part that different payers carry",
        why=(
            "One source lets the state pay a part, another has the whole paid by state and companies together: "
            "readers would take private money for public. Compared are sums that `money_lines` relate; an "
            "unknown payer is none."
        ),
        wrong=(
            "- {id: c1, about: plan, attribute: amount, line: chips, value: JPY 2tn, stage: announced, payer: japan}\n"
            "- {id: c1, about: plan, attribute: amount, line: total, value: JPY 9tn, stage: target, payer: acme}"
        ),
        right=(
            "- {id: c1, about: plan, attribute: amount, line: chips, value: JPY 2tn, stage: announced, payer: japan}\n"
            "- {id: c1, about: plan, attribute: amount, line: total, value: JPY 9tn, stage: target, payer: japan}"
        ),
    ),
    presentation=Presentation(
        label="payers differ between a whole and its parts",
        category=Category.TERMS,
        around_one_value=True,
        questions={
            "question-payers-differ-across": "{subject}: who pays for the whole, and who for its parts?",
        },
        summary=Summary.NOTHING,
    ),
    order=350,
    by_slot=True,
    scope=Scope.SUBJECT,
)
