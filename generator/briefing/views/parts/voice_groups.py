"""The voices that say one value."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefing.dataset.comparing.far_ends import value_of
from briefing.dataset.linked.records import Rank, Slot, ValueGroup
from briefing.model.claims import Claim
from briefing.model.records import Judgement
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import Prose, words
from briefing.views.parts.rank_reason import rank_reason
from briefing.views.parts.slot_labels import slot_label
from briefing.views.parts.values import claim_value, group_value
from briefing.views.parts.voices import Voice, view_voice


@dataclass(frozen=True, slots=True)
class VoiceGroup:
    """The voices that say one value; ``rank`` is shown, standing or superseded."""

    value: Prose
    rank: str
    rank_reason: str
    confidence: str
    confidence_word: str
    reason: str
    voices: tuple[Voice, ...]


def view_group(ctx: Context, slot: Slot, group: ValueGroup, judgement: Judgement | None, linker: Linker) -> VoiceGroup:
    rank = slot.ranks[group.claims[0].key]
    return VoiceGroup(
        value=group_value(ctx, group, linker),
        rank=rank,
        rank_reason=rank_reason(ctx, slot, group, judgement),
        confidence=group.confidence,
        confidence_word=ctx.labels.word("confidence", group.confidence),
        reason=group.reason,
        voices=tuple(view_voice(ctx, claim, linker) for claim in group.claims if not _echo(claim, group.claims)),
    )


def _echo(claim: Claim, claims: Iterable[Claim]) -> bool:
    """True for a restatement that stands beside what it restates."""
    return claim.restates is not None and any(one.key == claim.restates for one in claims)


def view_lone_claim(ctx: Context, claim: Claim, linker: Linker) -> VoiceGroup:
    slot = ctx.data.slot_of[claim.key]
    rank = slot.ranks[claim.key]
    label, _ = slot_label(ctx, slot)
    about = ctx.link(slot.about[0])
    # A relation may be written from its far end; its label is that of the near one.
    seen = replace(claim, value=value_of(slot, claim))
    confidence = slot.confidences.get(claim.key)
    return VoiceGroup(
        value=(*claim_value(ctx, seen, linker), *words(f" ({label}, "), *about, *words(")")),
        rank=rank,
        rank_reason=ctx.labels.say("shown-apart") if rank is Rank.SHOWN else ctx.labels.word("rank", rank),
        confidence=confidence or "",
        confidence_word=ctx.labels.word("confidence", confidence) if confidence else "",
        reason="",
        voices=(view_voice(ctx, claim, linker),),
    )
