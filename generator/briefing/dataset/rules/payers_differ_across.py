"""payers-differ-across: a sum and its part, or two names of one sum, that different payers carry by different sources.

Compares slots that a fact file relates as part, sum or the same; two payers within one slot are for another rule.
"""

from collections.abc import Iterator, Mapping

from briefing.dataset.comparing.sum_tree import AMOUNT
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.sum_relations import line_of
from briefing.dataset.rule_base.attribution import attribute_texts, word_value
from briefing.dataset.rule_base.compared import compared_claims
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Summary, Thresholds
from briefing.dataset.rule_base.slot_names import line_words, thing
from briefing.dataset.rule_base.sums import money_slots, related_lines
from briefing.model.claims import Claim
from briefing.model.value_parsing import parse_entity
from briefing.model.values import EntityName, EntityRef

Payers = Mapping[str, list[Claim]]


def find_payers_differ_across(context: RuleContext, _limits: Thresholds) -> Iterator[Finding]:
    """Yield every pair of related sums whose payers are told differently."""
    slots = {line_of(slot): slot for slot in money_slots(context, (AMOUNT,))}
    related = (context.whole or context).cached_from_records(related_lines)
    for one, other in sorted(pair for pair in related if pair[0] in slots and pair[1] in slots):
        yield from _compare(context, slots[one], slots[other])


def _compare(context: RuleContext, one: Slot, other: Slot) -> Iterator[Finding]:
    left, right = _payers(context, one), _payers(context, other)
    if not any(a != b and x != y for a, x in _voices(left) for b, y in _voices(right)):
        return
    rows = [(name, claim) for side in (left, right) for name, ones in side.items() for claim in ones]
    message = f"{_names(context, one, other)}: paid by {attribute_texts(context, rows)}"
    yield over_slots((one, other), tuple(claim for _, claim in rows), message)


def _voices(payers: Payers) -> set[tuple[str, str]]:
    """Return every payer with the origins that name it."""
    return {(name, claim.origin) for name, claims in payers.items() for claim in claims}


def _payers(context: RuleContext, slot: Slot) -> Payers:
    """Return the claims of a slot by payer; those that name none are left out."""
    found: dict[str, list[Claim]] = {}
    for claim in compared_claims(slot):
        payer = claim.qualifier("payer")
        entity = parse_entity(payer) if payer not in (None, "unknown", "none") and claim.restates is None else None
        if isinstance(entity, EntityName | EntityRef):
            found.setdefault(word_value(context, entity), []).append(claim)
    return found


def _names(context: RuleContext, one: Slot, other: Slot) -> str:
    """Return what two sums are called; a subject that both are of is named once."""
    if one.about != other.about:
        return f"{thing(context, one)} and {thing(context, other)}"
    lines = [line_words(context, slot) for slot in (one, other)]
    return f"{' and '.join(map(context.name, one.about))}, {' and '.join(lines)}"


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
