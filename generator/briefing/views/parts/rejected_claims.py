"""Claims that were set aside, by an editor or by their own source: which box holds them, and for what reason."""

from dataclasses import dataclass

from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.linked.records import Rank, Slot
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.records import Judgement
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import Prose
from briefing.views.parts.box_slots import find_rejection_slot
from briefing.views.parts.rank_reason import removal_reason
from briefing.views.parts.voices import Voice, view_voice


@dataclass(frozen=True, slots=True)
class RejectedClaim:
    """A claim that an editor set aside: kept, folded, with the reason; ``judged`` leads to another page that did."""

    voice: Voice
    reason: str
    because: str
    judged: Prose


def is_rejected_by_editor(context: Context, claim: Claim) -> bool:
    """Tell whether it is an editor who set a claim aside, and not its source."""
    return context.data.slot_of[claim.key].ranks[claim.key] is Rank.REJECTED


def find_rejected_claims(context: Context, slot: Slot) -> tuple[Claim, ...]:
    """Return the rejected claims that stand in the box of a slot: its own, and those rejected with it."""
    keys = [claim.key for claim in slot.claims if slot.ranks[claim.key] is Rank.REJECTED]
    if slot.judgement:
        keys.extend(rejection.claim for rejection in slot.judgement.reject)
    claims = context.data.find_claims(dict.fromkeys(keys))
    return tuple(claim for claim in claims if _stands_in_box(context, claim, slot))


def _stands_in_box(context: Context, claim: Claim, slot: Slot) -> bool:
    """Tell whether a claim that was set aside belongs into the box of a slot, be it its own or the one judged."""
    box_key = SlotKey.of(slot)
    judged_key = SlotKey.of(find_rejection_slot(context, claim))
    if judged_key == box_key:
        return True
    own_key = SlotKey.of(context.data.slot_of[claim.key])
    if own_key != box_key:
        return False
    # Rejected in the file of another subject it stands on that page, and here, where readers look for it.
    return _judging_subject(context, claim) not in slot.about


def _judging_subject(context: Context, claim: Claim) -> SubjectId | None:
    """Return the subject in whose file a claim is rejected."""
    if claim.key not in context.rejections:
        return None
    _, judgement = context.rejections[claim.key]
    return judgement.subject


def view_rejected(context: Context, claim: Claim, shown: Judgement | None, linker: Linker) -> RejectedClaim:
    """Return a claim that is set aside; ``shown`` is the judgement whose reading the box gives already."""
    voice = view_voice(context, claim, linker)
    if not is_rejected_by_editor(context, claim):
        return RejectedClaim(voice, removal_reason(context, claim), "", ())
    if claim.key not in context.rejections:
        return RejectedClaim(voice, "", "", ())
    rejection, judgement = context.rejections[claim.key]
    reason = context.labels.word("reason", rejection.reason)
    if judgement is shown:
        return RejectedClaim(voice, reason, "", ())
    # It stands within a sentence.
    because = judgement.because.rstrip(". ")
    return RejectedClaim(voice, reason, because, _judging_link(context, claim, because))


def _judging_link(context: Context, claim: Claim, because: str) -> Prose:
    """Return the link to the subject whose page judged a claim, where that is another and it says why."""
    # Without a reason there is nothing to read on that page.
    if not because:
        return ()
    subject = _judging_subject(context, claim)
    if not subject or subject in context.data.slot_of[claim.key].about:
        return ()
    return context.link(subject)
