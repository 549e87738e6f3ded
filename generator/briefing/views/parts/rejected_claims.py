"""Claims that were set aside."""

from dataclasses import dataclass

from briefing.dataset.linked.records import Rank, Slot
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.records import Judgement
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.placement import slot_id
from briefing.views.base.tokens import Prose
from briefing.views.parts.boxes import find_rejection_slot
from briefing.views.parts.rank_reason import removal_reason
from briefing.views.parts.voices import Voice, view_voice


@dataclass(frozen=True, slots=True)
class RejectedClaim:
    """A claim that an editor set aside: kept, folded, with the reason; ``judged`` leads to another page that did."""

    voice: Voice
    reason: str
    because: str
    judged: Prose


def is_rejected_by_editor(ctx: Context, claim: Claim) -> bool:
    """Tell whether it is an editor who set a claim aside, and not its source."""
    return ctx.data.slot_of[claim.key].ranks[claim.key] is Rank.REJECTED


def find_rejected_claims(ctx: Context, slot: Slot) -> tuple[Claim, ...]:
    """Return the rejected claims that stand in the box of a slot: its own, and those rejected with it."""
    own = [claim for claim in slot.claims if slot.ranks[claim.key] is Rank.REJECTED]
    others = [one.claim for one in slot.judgement.reject] if slot.judgement else []
    claims = dict.fromkeys([*(claim.key for claim in own), *others])
    known = ctx.data.find_claims(claims)
    here = slot_id(slot)
    return tuple(
        claim
        for claim in known
        if slot_id(find_rejection_slot(ctx, claim)) == here
        or (slot_id(ctx.data.slot_of[claim.key]) == here and _judged_by(ctx, claim) not in slot.about)
    )


def _judged_by(ctx: Context, claim: Claim) -> SubjectId | None:
    """Return the subject in whose file a claim is rejected."""
    found = ctx.rejections.get(claim.key)
    return found[1].subject if found else None


def view_rejected(ctx: Context, claim: Claim, shown: Judgement | None, linker: Linker) -> RejectedClaim:
    if not is_rejected_by_editor(ctx, claim):
        return RejectedClaim(view_voice(ctx, claim, linker), removal_reason(ctx, claim), "", ())
    found = ctx.rejections.get(claim.key)
    reason = ctx.labels.word("reason", found[0].reason) if found else ""
    because = found[1].because.rstrip(". ") if found and found[1] is not shown else ""
    by = _judged_by(ctx, claim)
    judged = ctx.link(by) if by and by not in ctx.data.slot_of[claim.key].about and because else ()
    return RejectedClaim(view_voice(ctx, claim, linker), reason, because, judged)
