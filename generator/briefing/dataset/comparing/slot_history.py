"""What each question was answered with as one source after the other spoke, by the days of the sources alone.

A source speaks on the last day of its `published`. What editors decided, and what sources took back, is known today;
how far that reaches into the past is a decision on record (decisions/, "What sources would have shown on a day").
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from operator import attrgetter

from briefing.dataset.comparing.corrections import corrected_claims
from briefing.dataset.comparing.group_order import day_of, is_echo
from briefing.dataset.comparing.judgements import gather_judgements
from briefing.dataset.comparing.slot_keys import SlotKey, SlotKeys
from briefing.dataset.comparing.slots import Judging, SlotMemo, build_slots
from briefing.dataset.linked.own_releases import is_own_release
from briefing.dataset.linked.records import Dataset, Rank, Slot, ValueGroup
from briefing.dataset.linked.subject_sets import judgements_of
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey
from briefing.model.values import Value


@dataclass(frozen=True, slots=True)
class Standing:
    """A slot as the sources made it from the day ``since`` on, until the next standing."""

    since: date
    slot: Slot


History = tuple[Standing, ...]
"""The standings of one slot, oldest first; each differs from the one before by a claim or by what is thought of one."""


def trace_slots(dataset: Dataset) -> tuple[History, ...]:
    """Return the history of every slot, in the order of the dataset; each ends with the slot that the dataset has."""
    hindsight = _Hindsight.of(dataset)
    return tuple(_trace_slot(slot, hindsight) for slot in dataset.slots)


def known_on(histories: Iterable[History], day: date) -> Iterator[Standing]:
    """Yield where every slot stood at the end of a day; one that nobody had spoken of by then is left out."""
    for history in histories:
        standing = standing_on(history, day)
        if standing is not None:
            yield standing


def standing_on(history: History, day: date) -> Standing | None:
    """Return where a slot stood at the end of a day, or None where nobody had spoken of it."""
    reached = [standing for standing in history if standing.since <= day]
    if not reached:
        return None
    return reached[-1]


def rival_groups(slot: Slot) -> tuple[ValueGroup, ...]:
    """Return the other values that stand beside the shown one: backed, not superseded, and no mere headline."""
    return tuple(group for group in slot.groups if _is_rival(slot, group))


def _is_rival(slot: Slot, group: ValueGroup) -> bool:
    if slot.ranks[group.claims[0].key] is not Rank.NORMAL:
        return False
    return group.doubt is None and not is_echo(group)


def day_spoken(claim: Claim) -> date:
    """Return the day on which the source of a claim spoke; of an interval, its last."""
    return day_of(claim.published)


@dataclass(frozen=True, slots=True)
class _Hindsight:
    """What today's editors and later sources think of claims, with the days from which that has a say.

    ``rejected_since`` has the day from which a rejected claim steps aside, ``errata`` the claims that take one back, or
    that say again what was taken back.
    """

    dataset: Dataset
    judging: Judging
    rejected_since: Mapping[ClaimKey, date]
    errata: Mapping[ClaimKey, Claim]

    @classmethod
    def of(cls, dataset: Dataset) -> "_Hindsight":
        """Gather all decisions and errata of a dataset."""
        judging, _ = gather_judgements(
            dataset.subjects.values(), dataset.claims, dataset.registry, _slot_keys_of_claims(dataset.slots)
        )
        return cls(dataset, judging, _days_of_rejection(dataset), _find_errata(dataset))

    def turning_days(self, slot: Slot) -> list[date]:
        """Return the days on which a slot may come to stand otherwise, in order."""
        claims = {claim.key for claim in slot.claims}
        first = min(map(day_spoken, slot.claims))
        days = set(map(day_spoken, slot.claims))
        days.update(self.rejected_since[key] for key in claims & self.rejected_since.keys())
        if claims & self.errata.keys():
            days.update(map(day_spoken, self.errata.values()))
        # Before anybody spoke there is no slot.
        return sorted(day for day in days if day >= first)

    def slot_on(self, slot: Slot, day: date) -> Slot:
        """Build a slot from the claims that had been made by the end of a day."""
        key = SlotKey.of(slot)
        claims = {claim.key: claim for claim in slot.claims if day_spoken(claim) <= day}
        judging, corrected = self._judging_on(key, day), self._corrected_on(day)
        releases = frozenset(name for name, claim in claims.items() if is_own_release(claim, self.dataset))
        memo = SlotMemo(by_key={key: claims}, judging=judging, releases=releases, corrected=corrected)
        build_slots((key,), self.dataset.registry, judging, releases, memo, corrected)
        return memo.slots[key]

    def _judging_on(self, key: SlotKey, day: date) -> Judging:
        # A preferred claim that is not there yet prefers nothing: no group holds it.
        preferred = self.judging.preferred.get(key, ())
        judgement = self.judging.by_slot.get(key)
        by_slot = {}
        if judgement is not None and _first_day(judgement.prefer, self.dataset) <= day:
            by_slot[key] = judgement
        rejected = {name: why for name, why in self.judging.rejected.items() if self._is_rejected(name, day)}
        return Judging(by_slot, {key: preferred}, rejected)

    def _is_rejected(self, name: ClaimKey, day: date) -> bool:
        return self.rejected_since.get(name, date.min) <= day

    def _corrected_on(self, day: date) -> frozenset[ClaimKey]:
        made = {name: claim for name, claim in self.errata.items() if day_spoken(claim) <= day}
        rejected = [name for name in made if name in self.judging.rejected and self._is_rejected(name, day)]
        return corrected_claims(made, rejected)


def _trace_slot(slot: Slot, hindsight: _Hindsight) -> History:
    # Most slots have one claim: nothing is built for them.
    *earlier, last = hindsight.turning_days(slot)
    standings = [Standing(day, hindsight.slot_on(slot, day)) for day in earlier]
    return (*standings, Standing(last, slot))


def _slot_keys_of_claims(slots: Iterable[Slot]) -> Mapping[ClaimKey, SlotKeys]:
    keys_of: dict[ClaimKey, SlotKeys] = {}
    for slot in slots:
        key = SlotKey.of(slot)
        for claim in slot.claims:
            keys_of[claim.key] = (*keys_of.get(claim.key, ()), key)
    return keys_of


def _days_of_rejection(dataset: Dataset) -> Mapping[ClaimKey, date]:
    """Return from when a rejected claim steps aside: once there is what its judge prefers to it, or else at once."""
    days: dict[ClaimKey, date] = {}
    for judgement in judgements_of(dataset.subjects.values()):
        for rejection in judgement.reject:
            day = _first_day(judgement.prefer, dataset)
            days[rejection.claim] = min(day, days.get(rejection.claim, date.max))
    return days


def _first_day(preferred: Iterable[ClaimKey], dataset: Dataset) -> date:
    """Return the day of the first preferred claim, the first of all days where a judgement prefers none."""
    return min(map(day_spoken, dataset.find_claims(preferred)), default=date.min)


def _find_errata(dataset: Dataset) -> Mapping[ClaimKey, Claim]:
    """Return the claims that take others back, those that are taken back, and what says the same of them again."""
    errata = [claim for claim in dataset.claims.values() if claim.corrects]
    if not errata:
        return {}
    named = set(chain.from_iterable(claim.corrects.claims for claim in errata if claim.corrects))
    involved = {*named, *map(attrgetter("key"), errata)}
    involved.update(claim.key for claim in dataset.claims.values() if claim.restates in named)
    return {name: claim for name, claim in dataset.claims.items() if name in involved}


@dataclass(frozen=True, slots=True)
class ShownSpell:
    """A spell in which a slot showed one value, or nothing at all; ``until`` is the day on which the next began."""

    since: date
    until: date | None
    shown: ValueGroup | None


def shown_spells(history: History) -> tuple[ShownSpell, ...]:
    """Return what a slot showed one after the other; sources that join a value begin no new spell."""
    turns: list[Standing] = []
    for standing in history:
        if not turns or answer_of(turns[-1].slot) != answer_of(standing.slot):
            turns.append(standing)
    ends = [*(standing.since for standing in turns[1:]), None]
    return tuple(ShownSpell(turn.since, end, turn.slot.shown) for turn, end in zip(turns, ends, strict=True))


def answer_of(slot: Slot) -> tuple[Value | None, bool] | None:
    """Return what a slot shows, and whether as a denial; None where it shows nothing."""
    shown = slot.shown
    if shown is None:
        return None
    return shown.value, shown.denied
