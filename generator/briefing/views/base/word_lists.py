"""Words in a row, as a sentence has them."""

from collections.abc import Sequence

from briefing.views.labels.catalogue import Labels


def join_words(labels: Labels, items: Sequence[str]) -> str:
    """Return words as `A`, `A and B` or `A, B and C`."""
    if len(items) < 2:
        return "".join(items)
    return labels.say("and").join((", ".join(items[:-1]), items[-1]))
