"""What stands beside a shown value, or was superseded by it."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.dataset.comparing.agreement import contradicted
from briefing.dataset.comparing.uncompared import uncompared_groups
from briefing.dataset.linked.records import Doubt, Rank, Slot, ValueGroup
from briefing.model.claims import Claim
from briefing.model.measures import Hurdle
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.placed_entry import Entry
from briefing.views.base.tokens import Prose
from briefing.views.parts.date_words import as_of_words
from briefing.views.parts.entries import entry_value, shown_group
from briefing.views.parts.qualifiers import Detail, qualifiers_of, stage_label
from briefing.views.parts.sources import SourceRef, source_refs
from briefing.views.parts.values import group_value, lead_claim


@dataclass(frozen=True, slots=True)
class OtherValue:
    """A value beside the shown one: superseded by it, or standing next to it; ``as_of`` where it is another date.

    ``uncompared`` says what kept it from being held against the shown one, ``correction`` that its own source has
    corrected it, ``details`` are the qualifiers in which it contradicts it; each is empty where there is nothing.
    """

    value: Prose
    details: tuple[Detail, ...]
    stage: str
    as_of: str
    uncompared: str
    sources: tuple[SourceRef, ...]
    correction: str = ""


def view_other_values(ctx: Context, entry: Entry, rank: Rank, linker: Linker) -> tuple[OtherValue, ...]:
    slot = entry.slot
    groups = [group for group in slot.groups if slot.ranks[group.claims[0].key] is rank]
    if not ctx.attribute(slot).many:
        hurdles = {id(group): hurdle for group, hurdle in uncompared_groups(slot, ctx.attribute(slot), ctx.rates)}
        values = [(group, group_value(ctx, group, linker)) for group in groups]
        return tuple(_other(ctx, slot, group, value, linker, hurdles.get(id(group))) for group, value in values)
    # What has many values shows each in a row of its own; beside one stands only what else is said of the same.
    same = [group for group in groups if group.denied == shown_group(slot).denied]
    return tuple(_other(ctx, slot, group, entry_value(ctx, entry, linker), linker) for group in same)


def _other(
    ctx: Context, slot: Slot, group: ValueGroup, value: Prose, linker: Linker, hurdle: Hurdle | None = None
) -> OtherValue:
    uncompared = ctx.labels.say(f"uncompared-{hurdle}") if hurdle and hurdle is not Hurdle.WORDING else ""
    as_of = as_of_words(ctx, group)
    if slot.ranks[group.claims[0].key] is Rank.NORMAL and as_of == as_of_words(ctx, shown_group(slot)):
        as_of = ""
    differing = _differing(shown_group(slot), group)
    details = tuple(one for claim, names in differing for one in qualifiers_of(ctx, claim, linker, names))
    stage = stage_label(ctx, lead_claim(group))
    correction = ctx.labels.say("corrected-by-source") if group.doubt is Doubt.CORRECTED else ""
    return OtherValue(value, details, stage, as_of, uncompared, source_refs(ctx, group.claims), correction)


def contradicted_details(ctx: Context, slot: Slot, lead: Claim, linker: Linker) -> Iterator[Detail]:
    """Yield the qualifiers that other values contradict and that not the leading claim states, but one that agrees."""
    shown, told = shown_group(slot), set(lead.qualifiers)
    for group in slot.groups:
        for claim, names in _differing(group, shown) if group is not shown else ():
            yield from qualifiers_of(ctx, claim, linker, tuple(name for name in names if name not in told))
            told.update(names)


def _differing(group: ValueGroup, other: ValueGroup) -> Iterator[tuple[Claim, tuple[str, ...]]]:
    """Yield the claims of the other group with what they state otherwise than the first; each field once."""
    told: set[str] = set()
    for claim in sorted(other.claims, key=lambda one: one is not lead_claim(other)):
        names = dict.fromkeys(name for one in group.claims for name in contradicted(one, claim) if name not in told)
        if names:
            told.update(names)
            yield claim, tuple(names)
