"""What differs between the dataset before a change and after it, and what speaks of that.

What has not changed is the same object in both, by structural sharing.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain, compress, count
from operator import attrgetter, is_not

from briefing.dataset.conflicts.claim_indexes import claims_by_article, claims_by_holder, renew_claim_indexes
from briefing.dataset.conflicts.related_subjects import index_related, related_subjects, subjects_with_other_sums
from briefing.dataset.linked.claim_sets import articles_of, claims_of, key_of
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.selections import items_of
from briefing.dataset.linked.structural_sharing import changed_keys
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.sums import link_declared_lines, related_lines
from briefing.model.claims import Claim
from briefing.model.grouping import distinct_by
from briefing.model.ids import ArticleId, ClaimKey, SubjectId

_LARGEST_PART = 2
"""Where more than one slot of so many has changed, looking at everything takes less than at each twice."""
SlotsOfSides = tuple[tuple[Slot, ...], tuple[Slot, ...]]
"""Slots before a change and after it."""


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What changed, and what speaks of it: ``slots`` before and after, claims, subjects, articles, and files.

    ``records`` are subjects whose own records changed, ``subjects`` all that a changed slot is about, too.
    """

    slots: SlotsOfSides
    claims: frozenset[ClaimKey]
    records: frozenset[SubjectId]
    subjects: frozenset[SubjectId]
    articles: frozenset[ArticleId]
    holders: frozenset[str]


def find_change_set(before: RuleContext, after: RuleContext) -> ChangeSet | None:
    """Return what differs between two contexts, or None where all of it has to be looked at anew."""
    if _surroundings(before) != _surroundings(after):
        return None
    old, new = before.data, after.data
    records = frozenset(changed_keys(old.subjects, new.subjects))
    articles = frozenset(changed_keys(old.articles, new.articles))
    gone, added = _changed_slots(old.slots, new.slots)
    if len(gone) + len(added) + len(records) > len(new.slots) // _LARGEST_PART:
        return None
    claims = _changed_claims(before, after, chain(gone, added))
    renew_claim_indexes(before, after, claims)
    near = records.union(related_subjects(subjects_with_other_sums(before, after, records), before, after))
    seeds = _Seeds(claims, near, articles)
    sides = (seeds.find_speaking(before, gone), seeds.find_speaking(after, added))
    return _with_owners(sides, claims, records, articles)


def _surroundings(context: RuleContext) -> tuple[object, ...]:
    """Return what every rule may look at, whatever it is about."""
    data = context.data
    return data.briefing, data.registry, data.publishers, data.rates, context.today


def _changed_claims(before: RuleContext, after: RuleContext, slots: Iterable[Slot]) -> frozenset[ClaimKey]:
    old, new = before.data.claims, after.data.claims
    keys = set(map(key_of, claims_of(slots)))
    return frozenset(key for key in keys if old.get(key) is not new.get(key))


def _with_owners(
    sides: SlotsOfSides,
    claims: frozenset[ClaimKey],
    records: frozenset[SubjectId],
    articles: frozenset[ArticleId],
) -> ChangeSet:
    """Return the change set with the subjects, articles and files to which its slots and their claims belong."""
    slots = list(chain(*sides))
    speaking = list(claims_of(slots))
    return ChangeSet(
        slots=sides,
        claims=claims,
        records=records,
        subjects=records.union(*map(attrgetter("about"), slots)),
        articles=articles | articles_of(speaking),
        holders=frozenset(map(attrgetter("holder"), speaking)),
    )


def _changed_slots(before: Sequence[Slot], after: Sequence[Slot]) -> tuple[list[Slot], list[Slot]]:
    """Return the slots that only one side has; what both begin and end with is passed over quickly."""
    if len(before) == len(after):
        old, new = _differing_slots(before, after)
    else:
        old, new = _differing_stretch(before, after)
    # By identity: a slot that has only moved is on both sides.
    return _without(old, new), _without(new, old)


def _differing_slots(before: Sequence[Slot], after: Sequence[Slot]) -> SlotsOfSides:
    # Most edits change no slot's place, and the two sides are compared in one pass.
    positions = list(compress(count(), map(is_not, before, after)))
    old = tuple([before[position] for position in positions])
    new = tuple([after[position] for position in positions])
    return old, new


def _differing_stretch(before: Sequence[Slot], after: Sequence[Slot]) -> SlotsOfSides:
    shorter = min(len(before), len(after))
    start = _count_shared(before, after, shorter)
    # What the beginnings share is not counted again from the end.
    end = min(_count_shared(reversed(before), reversed(after), shorter), shorter - start)
    return tuple(before[start : len(before) - end]), tuple(after[start : len(after) - end])


def _without(slots: Iterable[Slot], others: Iterable[Slot]) -> list[Slot]:
    other_ids = set(map(id, others))
    return [slot for slot in slots if id(slot) not in other_ids]


def _count_shared(slots: Iterable[Slot], others: Iterable[Slot], most: int) -> int:
    """Return how many slots two rows have in common before they differ."""
    return next(compress(count(), map(is_not, slots, others)), most)


@dataclass(frozen=True, slots=True)
class _Seeds:
    """Changed claims, subjects and articles, from which other slots are found that speak of them."""

    claims: Set[ClaimKey]
    subjects: Set[SubjectId]
    articles: Set[ArticleId]

    def find_speaking(self, context: RuleContext, changed: Iterable[Slot]) -> tuple[Slot, ...]:
        """Return changed slots, and those whose claims restate a changed one, name a changed subject or article."""
        data = context.data
        near = map(data.slot_of.__getitem__, self._speaking_claims(context))
        # By identity, which is cheaper than to compare slots.
        return distinct_by(chain(changed, near, data.find_slots(self.subjects)), id)

    def _speaking_claims(self, context: RuleContext) -> Iterator[ClaimKey]:
        yield from self._restating(context)
        yield from items_of(self.subjects, context.data.incoming_of)
        # Hardly a change touches an article; without one the index need not be made.
        if self.articles:
            yield from map(key_of, items_of(self.articles, context.cached(claims_by_article)))

    def _restating(self, context: RuleContext) -> Iterator[ClaimKey]:
        """Yield the claims that restate changed ones, and those that these restate: they stand in the same file."""
        by_holder = context.cached(claims_by_holder)
        holders = {key.partition("#")[0] for key in self.claims}
        for claim in items_of(holders, by_holder):
            if claim.restates in self.claims:
                yield claim.key
            elif claim.key in self.claims:
                yield from _restated(claim, context)


def _restated(claim: Claim, context: RuleContext) -> Iterator[ClaimKey]:
    # What a claim restates may have been taken out of the data.
    if claim.restates is not None and claim.restates in context.data.claims:
        yield claim.restates


def carry_over(before: RuleContext, after: RuleContext, change_set: ChangeSet) -> None:
    """Let the context after a change keep what was made of whatever has not changed."""
    claims = before.data.find_claims(change_set.claims)
    after.adopt_things(before, (*chain(*change_set.slots), *claims))
    if not change_set.records:
        after.adopt_records(before)
    # Where no sum is declared otherwise, what relates to what is as it was.
    elif not subjects_with_other_sums(before, after, change_set.records):
        after.adopt_records(before, (link_declared_lines, related_lines, index_related))
