"""second-hand: a shown value that no article states by itself; each one only passes on what it cites."""

from collections.abc import Iterator

from briefing.dataset.rule_base.attribution import shown_words, voices
from briefing.dataset.rule_base.rule import Hit, RuleContext, Thresholds, over_slots


def find_second_hand(context: RuleContext, _limits: Thresholds) -> Iterator[Hit]:
    """Yield every shown value that rests on ``via`` claims alone."""
    for slot in context.data.slots:
        first = slot.groups[0].claims[0] if slot.groups else None
        if first is None or "via" not in first.qualifiers:
            continue
        shown = None if slot.opinion or slot.attribute == "cites" else slot.shown
        if shown and all("via" in claim.qualifiers for claim in shown.claims):
            known = f"known at second hand only, from {voices(context, shown.claims)}"
            message = f"{shown_words(context, slot)}, {known}"
            yield over_slots((slot,), shown.claims, message)
