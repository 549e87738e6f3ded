"""The link from a value to the box where its sources differ."""

from briefing.dataset.linked.records import Slot
from briefing.views.base.categories import category_of
from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink
from briefing.views.parts.boxes import locate_dispute
from briefing.views.parts.slot_findings import find_open_findings


def differ_link(context: Context, slot: Slot) -> PageLink | None:
    """Return the link to the box where the sources of a slot differ; that only its terms do, the link says."""
    if slot.disputed:
        return PageLink(context.labels.say("disputed"), *locate_dispute(context, slot))
    if _differs_in_terms(context, slot):
        return PageLink(context.labels.say("terms-disputed"), *locate_dispute(context, slot))
    return None


def _differs_in_terms(context: Context, slot: Slot) -> bool:
    # Notes on the wording are open findings, too, and no differences.
    categories = (category_of(context.data, finding) for finding in find_open_findings(context, slot))
    return any(category.is_difference for category in categories)
