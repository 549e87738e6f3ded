"""copied-support: a shown value that several articles give, all of them copies of one original."""

from collections.abc import Iterator

from briefing.dataset.rule_base.attribution import shown_words, voices
from briefing.dataset.rule_base.rule import Hit, RuleContext, Thresholds, over_slots
from briefing.model.values import Unknown


def find_copied_support(context: RuleContext, _limits: Thresholds) -> Iterator[Hit]:
    """Yield every shown value whose articles are more than one and whose origins are one."""
    for slot in context.data.slots:
        shown = None if slot.opinion or len(slot.claims) < 2 else slot.shown
        if shown is None or len(shown.origins) != 1 or isinstance(shown.value, Unknown):
            continue
        articles = {claim.article for claim in shown.claims if claim.origin in shown.origins}
        if len(articles) > 1:
            copies = f"{len(articles)} articles that go back to one original"
            message = f"{shown_words(context, slot)}, in {copies} ({voices(context, shown.claims)})"
            yield over_slots((slot,), shown.claims, message)
