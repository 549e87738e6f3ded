"""How a claim stands among all that answers its question, and why it is not simply shown."""

from typing import NamedTuple

from briefing.dataset.linked.records import Rank
from briefing.model.claims import Claim
from briefing.views.base.context import Context


class Standing(NamedTuple):
    """The rank of a claim, or `draft`, with the reason; both are empty for a claim that is shown or stands beside."""

    name: str = ""
    reason: str = ""


def claim_standing(context: Context, claim: Claim) -> Standing:
    """Return how a claim stands; what sets it aside counts before what marks it."""
    # The order matters: a draft that was set aside is told for what sets it aside.
    slot = context.data.slot_of[claim.key]
    rank = slot.ranks[claim.key]
    match rank:
        case Rank.EXCLUDED:
            return Standing(rank, claim.excluded or "")
        case Rank.REJECTED:
            return Standing(rank, _rejection_reason(context, claim))
        case _ if claim.qualifier("review") == "draft":
            return Standing("draft")
        case _ if claim.key in slot.corrected:
            return Standing(rank, context.labels.say("corrected-by-source"))
        case Rank.SUPERSEDED:
            return Standing(rank)
    return Standing()


def _rejection_reason(context: Context, claim: Claim) -> str:
    # A claim may be set aside without a decision of the editors, who alone give such a reason.
    if claim.key not in context.rejections:
        return ""
    rejection, _ = context.rejections[claim.key]
    return context.labels.word("reason", rejection.reason)
