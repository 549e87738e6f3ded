"""values-differ of what has many values: one source says that there is none, another one names one.

Every value stands in a slot of its own there, so that nobody but this rule holds them against each other.
"""

from collections.abc import Iterator

from briefing.dataset.comparing.far_ends import value_of
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import ends_of, said_of
from briefing.dataset.rule_base.rule import Hit, RuleContext, Thresholds, compared_claims, over_slots
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.model.claims import Claim
from briefing.model.values import Nothing, Unknown


def find_none_beside_values(context: RuleContext, _limits: Thresholds) -> Iterator[Hit]:
    """Yield every slot that says none beside those that say one."""
    for slot in context.data.slots:
        if slot.many_value is None or not isinstance(slot.claims[0].value, Nothing):
            continue
        denying = _standing(slot)
        beside = [one for one in context.data.slots_of.get(slot.about[0], ()) if _answers(one, slot) and _standing(one)]
        if denying and beside:
            claims = (*denying, *(claim for one in beside for claim in _standing(one)))
            firsts = [_standing(one)[0] for one in beside]
            named = [said_of(context, slot.attribute, value_of(one, f)) for one, f in zip(beside, firsts, strict=True)]
            told = " against ".join(["none", *ends_of(named)])
            yield over_slots((slot, *beside), claims, f"{slot_words(context, slot)}: {told}")


def _standing(slot: Slot) -> tuple[Claim, ...]:
    return tuple(one for one in compared_claims(slot) if not one.denied and one.restates is None)


def _answers(one: Slot, none: Slot) -> bool:
    """Tell whether a slot names what another one says there is none of."""
    same = (one.attribute, one.key, one.opinion) == (none.attribute, none.key, none.opinion)
    return same and set(none.about) <= set(one.about) and not isinstance(one.claims[0].value, Nothing | Unknown)
