"""parts-exceed-whole: declared parts that add up to more than the sum they are parts of."""

from collections.abc import Iterator

from briefing.dataset.rule_base.attribution import voices
from briefing.dataset.rule_base.parts import Whole, comparisons, parts_told, wholes
from briefing.dataset.rule_base.rule import Hit, RuleContext, Thresholds, over_slots, slot_place
from briefing.dataset.rule_base.slot_names import thing
from briefing.dataset.rule_base.sums import figure_words
from briefing.model.claims import Claim


def find_parts_beyond_their_whole(context: RuleContext, thresholds: Thresholds) -> Iterator[Hit]:
    """Yield every whole that is smaller than its parts, whatever rounding and bounds allow."""
    for whole in wholes(context):
        claims = tuple(
            one.claim
            for one in comparisons(context, whole, thresholds["rate"])
            if one.whole[1] is not None and one.parts[0] is not None and one.parts[0] > one.whole[1]
        )
        if claims:
            yield whole_hit(context, whole, claims, "are more than")


def whole_hit(context: RuleContext, whole: Whole, claims: tuple[Claim, ...], relation: str) -> Hit:
    """Return a hit about a whole and all its parts; its place is the whole alone, since parts may join."""
    said = f"{figure_words(claims[0])} ({voices(context, claims)})"
    message = f"{thing(context, whole.slot)}: the parts, {parts_told(context, whole)}, {relation} the whole, {said}"
    parts = tuple(one.slot for one in whole.parts)
    hit = over_slots((whole.slot, *parts), (*claims, *(one.claim for one in whole.parts)), message)
    return Hit((slot_place(whole.slot),), hit.about, hit.claims, hit.message)
