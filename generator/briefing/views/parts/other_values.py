"""What stands beside a shown value, or was superseded by it, and in what the two contradict each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.dataset.comparing.qualifiers import contradicted
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


def view_other_values(context: Context, entry: Entry, rank: Rank, linker: Linker) -> tuple[OtherValue, ...]:
    """Return the values of a rank, normal or superseded, that stand beside the one that an entry shows."""
    slot = entry.slot
    groups = [group for group in slot.groups if slot.ranks[group.claims[0].key] is rank]
    if not groups:
        return ()
    if context.attribute(slot).many:
        # What has many values shows each in a row of its own; beside one stands only what else is said of the same.
        denied = shown_group(slot).denied
        same_value = [group for group in groups if group.denied == denied]
        return tuple(
            _view_other(context, slot, group, entry_value(context, entry, linker), linker) for group in same_value
        )
    return _view_beside(context, slot, groups, linker)


def _view_beside(context: Context, slot: Slot, groups: Sequence[ValueGroup], linker: Linker) -> tuple[OtherValue, ...]:
    """Return groups that stand beside the shown one with what kept them from being compared with it."""
    # All values come before all details: a linker links a name where it first stands.
    values = [group_value(context, group, linker) for group in groups]
    # By identity: groups hold their claims, and to compare them takes long.
    hurdle_of: dict[int, Hurdle] = {}
    for group, hurdle in uncompared_groups(slot, context.attribute(slot), context.rates):
        hurdle_of[id(group)] = hurdle
    views: list[OtherValue] = []
    for group, value in zip(groups, values, strict=True):
        views.append(_view_other(context, slot, group, value, linker, hurdle_of.get(id(group))))
    return tuple(views)


def _view_other(
    context: Context, slot: Slot, group: ValueGroup, value: Prose, linker: Linker, hurdle: Hurdle | None = None
) -> OtherValue:
    """Return a group beside the shown one; ``hurdle`` is what kept the two from being compared."""
    details: list[Detail] = []
    for claim, names in _differing_qualifiers(shown_group(slot), group):
        details.extend(qualifiers_of(context, claim, linker, names))
    return OtherValue(
        value=value,
        details=tuple(details),
        stage=stage_label(context, lead_claim(group)),
        as_of=_other_day(context, slot, group),
        uncompared=_hurdle_words(context, hurdle),
        sources=source_refs(context, group.claims),
        correction=_correction_words(context, group),
    )


def _correction_words(context: Context, group: ValueGroup) -> str:
    if group.doubt is not Doubt.CORRECTED:
        return ""
    return context.labels.say("corrected-by-source")


def _other_day(context: Context, slot: Slot, group: ValueGroup) -> str:
    """Return the day of a value; nothing where it is that of the shown one, unless it was superseded by it."""
    day = as_of_words(context, group)
    if slot.ranks[group.claims[0].key] is not Rank.NORMAL:
        return day
    if day == as_of_words(context, shown_group(slot)):
        return ""
    return day


def _hurdle_words(context: Context, hurdle: Hurdle | None) -> str:
    """Return what kept a value from being compared, such as a currency without a rate; nothing where it was."""
    # That a text is worded in another way readers see themselves.
    if hurdle in (None, Hurdle.WORDING):
        return ""
    return context.labels.say(f"uncompared-{hurdle}")


def contradicted_details(context: Context, slot: Slot, lead: Claim, linker: Linker) -> Iterator[Detail]:
    """Yield the qualifiers that other values contradict and that not the leading claim states, but one that agrees."""
    shown = shown_group(slot)
    stated = set(lead.qualifiers)
    for group in slot.groups:
        if group is shown:
            continue
        for claim, names in _differing_qualifiers(group, shown):
            unstated = tuple(name for name in names if name not in stated)
            yield from qualifiers_of(context, claim, linker, unstated)
            stated.update(names)


def _differing_qualifiers(group: ValueGroup, other: ValueGroup) -> Iterator[tuple[Claim, tuple[str, ...]]]:
    """Yield the claims of the other group with what they state otherwise than the first; each field once."""
    lead = lead_claim(other)
    seen: set[str] = set()
    # The leading claim speaks for its group wherever it can.
    for claim in sorted(other.claims, key=lambda claim: claim is not lead):
        contradictions = dict.fromkeys(_contradicted_by(group, claim))
        names = tuple(name for name in contradictions if name not in seen)
        if names:
            seen.update(names)
            yield claim, names


def _contradicted_by(group: ValueGroup, claim: Claim) -> Iterator[str]:
    """Yield the qualifiers in which a claim contradicts any claim of a group, some of them several times."""
    for own_claim in group.claims:
        yield from contradicted(own_claim, claim)
