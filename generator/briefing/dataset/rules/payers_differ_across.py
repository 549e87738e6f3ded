"""payers-differ-across: a sum and its part, or two names of one sum, that different payers carry by different sources.

Compares slots that a fact file relates as part, sum or the same; two payers within one slot are for another rule.
"""

from collections.abc import Iterator, Mapping

from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.sum_relations import Line, line_of, ordered, read_reference
from briefing.dataset.rule_base.attribution import said, told
from briefing.dataset.rule_base.rule import Hit, RuleContext, Thresholds, compared_claims, over_slots
from briefing.dataset.rule_base.slot_names import line_words, thing
from briefing.dataset.rule_base.sums import AMOUNT, money_slots
from briefing.model.claims import Claim
from briefing.model.value_parsing import parse_entity
from briefing.model.values import EntityName, EntityRef

_RELATIONS = ("part_of", "sum_of", "overlaps", "same_sum_as")
Payers = Mapping[str, list[Claim]]


def find_payers_that_differ(context: RuleContext, _limits: Thresholds) -> Iterator[Hit]:
    """Yield every pair of related sums whose payers are told differently."""
    slots = {line_of(slot): slot for slot in money_slots(context, (AMOUNT,))}
    related = (context.whole or context).told(related_lines)
    for one, other in sorted(pair for pair in related if pair[0] in slots and pair[1] in slots):
        yield from _compare(context, slots[one], slots[other])


def related_lines(context: RuleContext) -> set[tuple[Line, Line]]:
    """Return every pair of lines of which a fact file says how they relate."""
    return {
        ordered(Line(subject.id, line.id), read_reference(subject.id, reference))
        for subject in context.data.subjects.values()
        for line in subject.money_lines
        for name in _RELATIONS
        for reference in line.relations.get(name, ())
    }


def _compare(context: RuleContext, one: Slot, other: Slot) -> Iterator[Hit]:
    left, right = _payers(context, one), _payers(context, other)
    if not any(a != b and x != y for a, x in _voices(left) for b, y in _voices(right)):
        return
    rows = [(name, claim) for side in (left, right) for name, ones in side.items() for claim in ones]
    message = f"{_names(context, one, other)}: paid by {told(context, rows)}"
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
            found.setdefault(said(context, entity), []).append(claim)
    return found


def _names(context: RuleContext, one: Slot, other: Slot) -> str:
    """Return what two sums are called; a subject that both are of is named once."""
    if one.about != other.about:
        return f"{thing(context, one)} and {thing(context, other)}"
    lines = [line_words(context, slot) for slot in (one, other)]
    return f"{' and '.join(map(context.name, one.about))}, {' and '.join(lines)}"
