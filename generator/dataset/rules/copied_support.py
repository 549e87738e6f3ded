"""copied-support: a shown value that several articles give, all of them copies of one original."""

from collections.abc import Iterator

from generator.dataset.rules.rule import Hit, Limits, World, over_slots, slot_words
from generator.dataset.rules.voices import listed, said


def find_copied_support(world: World, _limits: Limits) -> Iterator[Hit]:
    """Yield every shown value whose articles are more than one and whose origins are one."""
    for slot in world.data.slots:
        shown = None if slot.opinion else slot.shown
        if shown is None or len(shown.origins) != 1 or len(shown.claims) < 2:
            continue
        articles = {claim.article: world.article(claim) for claim in shown.claims}
        if len(articles) > 1:
            value = "" if shown.value is None else f" {said(world, shown.value)}"
            names = listed([articles[one] for one in sorted(articles)])
            message = f"{slot_words(world, slot)}:{value} stands in {names}, which go back to one original"
            yield over_slots((slot,), shown.claims, message)
