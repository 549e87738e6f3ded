"""parts-below-half: a sum that is declared to be all of its parts, which together are not half of it."""

from collections.abc import Iterator

from briefing.dataset.rule_base.parts import comparisons, wholes
from briefing.dataset.rule_base.rule import Hit, RuleContext, Thresholds
from briefing.dataset.rules.parts_exceed_whole import whole_hit


def find_parts_below_half(context: RuleContext, thresholds: Thresholds) -> Iterator[Hit]:
    """Yield every completely divided sum of which the larger part is missing."""
    for whole in wholes(context):
        claims = tuple(
            one.claim
            for one in (comparisons(context, whole, thresholds["rate"]) if whole.complete else ())
            if one.whole[0] is not None
            and one.parts[1] is not None
            and one.parts[1] < one.whole[0] * thresholds["share"]
        )
        if claims:
            yield whole_hit(context, whole, claims, "are less than half of")
