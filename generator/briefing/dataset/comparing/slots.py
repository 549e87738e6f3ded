"""Builds slots out of claims: which claims answer the same question, and which value is shown.

The rules: excluded and rejected claims step aside; what varies with time is succeeded by what is
newer; a judgement's preference wins; otherwise grade, independent origins and date decide.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter

from briefing.dataset.comparing.choosing import choose_shown, with_spans_noted
from briefing.dataset.comparing.far_ends import far_value
from briefing.dataset.comparing.group_order import group_order, newest_day, rank_of
from briefing.dataset.comparing.slot_keys import SlotKey, SlotKeys, slot_keys, slot_order
from briefing.dataset.comparing.value_groups import GroupBuilder
from briefing.dataset.comparing.value_sets import claim_order
from briefing.dataset.linked.claim_sets import key_of, spread_over_claims
from briefing.dataset.linked.records import Rank, Slot, ValueGroup
from briefing.dataset.linked.selections import items_of
from briefing.dataset.linked.structural_sharing import changed_keys
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey
from briefing.model.records import Judgement
from briefing.model.registry import Attribute, Registry


@dataclass(frozen=True, slots=True)
class Judging:
    """Every editor's decision, ready to look up: on a slot, for claims of a slot, against single claims."""

    by_slot: Mapping[SlotKey, Judgement]
    preferred: Mapping[SlotKey, tuple[ClaimKey, ...]]
    rejected: Mapping[ClaimKey, str]


@dataclass(slots=True)
class SlotMemo:
    """The slots built last, and of what; empty at first. Whoever changes the registry begins with an empty one."""

    keys_of: dict[ClaimKey, SlotKeys] = field(default_factory=dict)
    by_key: dict[SlotKey, dict[ClaimKey, Claim]] = field(default_factory=dict)
    slots: dict[SlotKey, Slot] = field(default_factory=dict)
    judging: Judging = field(default_factory=lambda: Judging({}, {}, {}))
    releases: frozenset[ClaimKey] = frozenset()
    corrected: frozenset[ClaimKey] = frozenset()

    def take_in(
        self, claims: Mapping[ClaimKey, Claim], changed: Collection[ClaimKey], registry: Registry
    ) -> tuple[set[SlotKey], bool]:
        """Sort changed claims into their slots; return these slots, and whether any claim answers another question."""
        stale: set[SlotKey] = set()
        moved = False
        for name in changed:
            old_keys = self._take_out(name)
            new_keys: SlotKeys = ()
            # A claim that is gone is in no slot.
            if name in claims:
                new_keys = self._put_in(claims[name], registry)
            stale.update(old_keys, new_keys)
            if new_keys != old_keys:
                moved = True
        return stale, moved

    def _take_out(self, name: ClaimKey) -> SlotKeys:
        keys = self.keys_of.pop(name, ())
        for key in keys:
            del self.by_key[key][name]
        return keys

    def _put_in(self, claim: Claim, registry: Registry) -> SlotKeys:
        keys = slot_keys(claim, registry.attributes[claim.attribute])
        self.keys_of[claim.key] = keys
        for key in keys:
            self.by_key.setdefault(key, {})[claim.key] = claim
        return keys

    def slot_of(self, name: ClaimKey) -> Slot:
        """Return the slot of a claim; of a claim that says several pairs, the first of them."""
        keys = self.keys_of[name]
        # Nearly every claim has one slot, and this is asked of each claim.
        if len(keys) == 1:
            return self.slots[keys[0]]
        return self.slots[min(keys, key=slot_order)]

    def slots_with(self, names: Iterable[ClaimKey]) -> Iterator[SlotKey]:
        """Yield the slots in which some claims stand, or stood last."""
        return items_of(names, self.keys_of)


def build_slots(
    stale: Collection[SlotKey],
    registry: Registry,
    judging: Judging,
    releases: frozenset[ClaimKey],
    memo: SlotMemo,
    corrected: frozenset[ClaimKey] = frozenset(),
) -> set[SlotKey]:
    """Build the ``stale`` slots of ``memo`` anew, and those whose claims are judged otherwise; return all of these.

    ``releases`` are claims of an actor about its own done act, ``corrected`` those that their source took back.
    """
    reconsidered = (memo.releases ^ releases) | (memo.corrected ^ corrected)
    rebuilt = {*stale, *_find_rejudged(memo, judging, reconsidered)}
    slots = dict(memo.slots)
    for key in rebuilt:
        claims = memo.by_key.get(key)
        if claims:
            decisions = _Decisions(key, registry.attributes[key.attribute], judging, releases, corrected)
            slots[key] = _build_slot(tuple(sorted(claims.values(), key=claim_order)), decisions)
        else:
            slots.pop(key, None)
            memo.by_key.pop(key, None)
    # With the same slots as before the dictionary is in order as it is.
    if slots.keys() != memo.slots.keys():
        slots = {key: slots[key] for key in sorted(slots, key=slot_order)}
    memo.slots, memo.judging, memo.releases, memo.corrected = slots, judging, releases, corrected
    return rebuilt


def _find_rejudged(memo: SlotMemo, judging: Judging, reconsidered: frozenset[ClaimKey]) -> set[SlotKey]:
    """Return the slots on which, or on whose claims, something else has been decided, and those of other claims."""
    # Without a change of judgements there is nothing to hold against each other.
    if judging is memo.judging:
        return set(memo.slots_with(reconsidered))
    before, after = memo.judging, judging
    rejudged = changed_keys(before.by_slot, after.by_slot)
    rejudged.update(map(itemgetter(0), before.preferred.items() ^ after.preferred.items()))
    rejected_otherwise = before.rejected.keys() ^ after.rejected.keys()
    return rejudged.union(memo.slots_with(reconsidered | rejected_otherwise))


@dataclass(frozen=True, slots=True)
class _Decisions:
    """What decides about the claims of one slot, beside the claims themselves."""

    key: SlotKey
    attribute: Attribute
    judging: Judging
    releases: frozenset[ClaimKey]
    corrected: frozenset[ClaimKey]

    def set_aside_as(self, claim: Claim) -> Rank | None:
        """Return where a claim stands that can not be shown, or None for one that can."""
        if claim.excluded:
            return Rank.EXCLUDED
        if claim.key in self.corrected:
            return Rank.SUPERSEDED
        if claim.key in self.judging.rejected:
            return Rank.REJECTED
        return None


def _build_slot(claims: tuple[Claim, ...], decisions: _Decisions) -> Slot:
    key, attribute, judging = decisions.key, decisions.attribute, decisions.judging
    aside = _set_aside(claims, decisions)
    standing = [claim for claim in claims if claim.key not in aside]
    builder = GroupBuilder(far_value(key, attribute), decisions.releases)
    groups = builder.build_groups(standing)
    shown = choose_shown(groups, attribute, judging.preferred.get(key, ()))
    groups, shown = with_spans_noted(groups, shown)
    ranks = aside | _rank_claims(groups, shown, attribute)
    # Listed below all others: what their source took back has no say in what is shown.
    taken_back = [claim for claim in claims if claim.key in decisions.corrected and not claim.excluded]
    groups.extend(builder.build_corrected(taken_back))
    groups.sort(key=lambda group: group_order(group, ranks[group.claims[0].key], shown))
    return Slot(
        about=key.about,
        attribute=key.attribute,
        key=key.key,
        many_value=key.many_value,
        opinion=key.opinion,
        claims=claims,
        groups=tuple(groups),
        ranks=ranks,
        confidences=spread_over_claims(groups, attrgetter("confidence")),
        disputed=False,
        judgement=judging.by_slot.get(key),
    )


def _set_aside(claims: Iterable[Claim], decisions: _Decisions) -> dict[ClaimKey, Rank]:
    aside: dict[ClaimKey, Rank] = {}
    for claim in claims:
        rank = decisions.set_aside_as(claim)
        if rank is not None:
            aside[claim.key] = rank
    return aside


def _rank_claims(groups: Sequence[ValueGroup], shown: ValueGroup | None, attribute: Attribute) -> dict[ClaimKey, Rank]:
    newest = newest_day(groups)
    return spread_over_claims(groups, lambda group: rank_of(group, shown, attribute, newest))


def choose_unjudged(slot: Slot, attribute: Attribute, among: Collection[ClaimKey] | None = None) -> ClaimKey | None:
    """Return the first claim of the value that a slot would show if nobody had judged it; ``among`` leaves some out."""
    corrected = slot.corrected
    claims = [claim for claim in slot.claims if not claim.excluded and claim.key not in corrected]
    if among is not None:
        claims = [claim for claim in claims if claim.key in among]
    shown = choose_shown(GroupBuilder().build_groups(claims), attribute, ())
    if shown is None:
        return None
    return min(map(key_of, shown.claims))
