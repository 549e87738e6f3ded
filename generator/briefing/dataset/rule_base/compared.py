"""Which slots and claims a rule goes through, and which claims of a slot it holds against each other."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter

from briefing.dataset.comparing.value_sets import agreed_sets, claim_order
from briefing.dataset.linked.records import Rank, Slot, ValueGroup
from briefing.dataset.rule_base.context import RuleContext
from briefing.model.claims import Claim
from briefing.model.grouping import distinct_by, group_by
from briefing.model.values import Value

ASIDE = frozenset({Rank.EXCLUDED, Rank.SUPERSEDED})
"""Ranks of claims that no rule compares: an editor, or a newer claim, has settled them."""
_REGROUPED = frozenset({Rank.SUPERSEDED, Rank.REJECTED})
"""Ranks by which the groups of a slot differ from the sets of claims that rules compare."""


def slots_with(context: RuleContext, attributes: Collection[str]) -> Iterator[Slot]:
    """Yield the slots of some attributes, attribute by attribute, each one's in their order."""
    by_attribute = context.cached(_by_attribute)
    return chain.from_iterable(by_attribute.get(name, ()) for name in sorted(attributes))


def shown_values(slots: Iterable[Slot]) -> Iterator[tuple[Slot, ValueGroup]]:
    """Yield the slots that show a value, each with its shown group."""
    for slot in slots:
        shown = slot.shown
        if shown is not None:
            yield slot, shown


def facts_with(context: RuleContext, attributes: Collection[str], voices: int = 1) -> Iterator[Slot]:
    """Yield the slots of some attributes that state facts, as `facts_of` does."""
    return facts_of(slots_with(context, attributes), voices)


def facts_of(slots: Iterable[Slot], voices: int = 1) -> Iterator[Slot]:
    """Yield the slots that state facts and no opinions, and have at least so many claims."""
    for slot in slots:
        if len(slot.claims) >= voices and not slot.opinion:
            yield slot


def _by_attribute(context: RuleContext) -> Mapping[str, Sequence[Slot]]:
    return group_by(context.data.slots, attrgetter("attribute"))


def attributes_taking(context: RuleContext, *types: str) -> set[str]:
    """Return the names of the attributes that may have a value of one of the types: ``date``, ``money`` and so on."""
    attributes = context.data.registry.attributes.values()
    return {attribute.name for attribute in attributes if not set(types).isdisjoint(attribute.values)}


def compared_claims(slot: Slot) -> tuple[Claim, ...]:
    """Return the claims that a rule compares: rejected ones too, or a settled conflict would vanish."""
    # Of most slots all claims stand.
    if _is_agreed(slot) or ASIDE.isdisjoint(slot.ranks.values()):
        return slot.claims
    return tuple([claim for claim in slot.claims if slot.ranks[claim.key] not in ASIDE])


def affirming_claims(slot: Slot) -> list[Claim]:
    """Return the compared claims that affirm something of their own: no restatement, nothing denied.

    A restatement is no second voice, and two denials can both be so.
    """
    return list(filter(affirms_itself, compared_claims(slot)))


def affirms_itself(claim: Claim) -> bool:
    """Tell whether a claim affirms something and does not only say again what another one says."""
    return claim.restates is None and not claim.denied


def restated_claim(context: RuleContext, claim: Claim) -> Claim | None:
    """Return the single claim that another one restates; None where it restates none, or a list."""
    if claim.restates is None:
        return None
    return context.data.claims.get(claim.restates)


def stated_values(claims: Iterable[Claim]) -> list[Value]:
    """Return the values of the claims that have one: what is only said has none."""
    return [claim.value for claim in claims if claim.value is not None]


def own_claims(slot: Slot) -> list[Claim]:
    """Return the compared claims, affirming or denying, that restate no other one."""
    return [claim for claim in compared_claims(slot) if claim.restates is None]


def slots_of(context: RuleContext, claims: Iterable[Claim]) -> tuple[Slot, ...]:
    """Return the slots in which some claims stand, each once, in the order of the claims."""
    slots = [context.data.slot_of[claim.key] for claim in claims]
    # By identity: to compare whole slots takes much longer.
    return distinct_by(slots, id)


def _is_agreed(slot: Slot) -> bool:
    """Tell whether all claims of a slot stand and say one value, as those of most slots do."""
    return len(slot.groups) == 1 and len(slot.groups[0].claims) == len(slot.claims)


def value_sets(slot: Slot) -> list[list[Claim]]:
    """Return the compared claims of a slot in sets that agree."""
    if _is_agreed(slot):
        return [list(slot.claims)]
    if not _REGROUPED.isdisjoint(slot.ranks.values()):
        return agreed_sets(compared_claims(slot))
    # Then the groups that stand are these very sets, the shown one first.
    return sorted((list(group.claims) for group in slot.groups), key=_order_of_first)


def _order_of_first(claims: Sequence[Claim]) -> tuple[str, int, str]:
    return claim_order(claims[0])


def statement_of(claim: Claim) -> tuple[str, int]:
    """Return what names the statement that a claim is, or is a part of: what one list says is one statement."""
    return claim.holder, claim.order
