"""The voices that say one value, with why it stands where it stands in its box."""

from dataclasses import dataclass, replace

from briefing.dataset.comparing.far_ends import value_of
from briefing.dataset.linked.records import Confidence, Rank, Slot, ValueGroup
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
    """The voices that say one value; ``rank`` is a `Rank` as the pages write it."""

    value: Prose
    rank: str
    rank_reason: str
    confidence: str
    confidence_word: str
    reason: str
    voices: tuple[Voice, ...]


def view_group(
    context: Context, slot: Slot, group: ValueGroup, judgement: Judgement | None, linker: Linker
) -> VoiceGroup:
    """Return a value of a slot with the voices that say it; ``judgement`` is the one printed with these values."""
    # A headline or summary that restates a claim of this value is no second voice.
    keys = {claim.key for claim in group.claims}
    voices = [claim for claim in group.claims if claim.restates is None or claim.restates not in keys]
    return VoiceGroup(
        value=group_value(context, group, linker),
        rank=slot.ranks[group.claims[0].key],
        rank_reason=rank_reason(context, slot, group, judgement),
        confidence=group.confidence,
        confidence_word=context.labels.word("confidence", group.confidence),
        reason=group.reason,
        voices=tuple(view_voice(context, claim, linker) for claim in voices),
    )


def view_lone_claim(context: Context, claim: Claim, linker: Linker) -> VoiceGroup:
    """Return one claim of a finding over several slots, with what it is about and whether its slot shows it."""
    slot = context.data.slot_of[claim.key]
    rank = slot.ranks[claim.key]
    confidence = slot.confidences.get(claim.key)
    return VoiceGroup(
        value=_named_value(context, claim, slot, linker),
        rank=rank,
        rank_reason=_lone_reason(context, rank),
        confidence=confidence or "",
        confidence_word=_confidence_word(context, confidence),
        reason="",
        voices=(view_voice(context, claim, linker),),
    )


def _confidence_word(context: Context, confidence: Confidence | None) -> str:
    # A claim that was set aside has no confidence.
    if confidence is None:
        return ""
    return context.labels.word("confidence", confidence)


def _lone_reason(context: Context, rank: Rank) -> str:
    """Return the standing of a claim; what its slot shows is not what the box shows."""
    if rank is Rank.SHOWN:
        return context.labels.say("shown-apart")
    return context.labels.word("rank", rank)


def _named_value(context: Context, claim: Claim, slot: Slot, linker: Linker) -> Prose:
    """Return the value of a claim, in brackets the name of its slot and a link to its subject."""
    label, _ = slot_label(context, slot)
    # A relation may be written from its far end; its label is that of the near one.
    near_claim = replace(claim, value=value_of(slot, claim))
    return (
        *claim_value(context, near_claim, linker),
        *words(f" ({label}, "),
        *context.link(slot.about[0]),
        *words(")"),
    )
