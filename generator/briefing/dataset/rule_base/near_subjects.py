"""Which subjects stand near each other, so that what is told of one may be taken for the other's."""

from collections.abc import Iterator
from itertools import combinations

from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.relations import ends_of
from briefing.dataset.rule_base.context import RuleContext
from briefing.model.grouping import group_pairs
from briefing.model.ids import SubjectId

Pair = tuple[SubjectId, SubjectId]
"""Two subjects in the order of their ids, so that either of them names the pair alike."""


def near_subjects(context: RuleContext, subject: SubjectId) -> set[SubjectId]:
    """Return the subjects that are related to one, or that an editor tells apart from it."""
    relations = context.data.relations_of.get(subject, ())
    related = {relation.other for relation in relations if relation.other}
    told_apart = context.cached_from_records(_told_apart).get(subject, ())
    return related.union(told_apart) - {subject}


def near_pairs(context: RuleContext, here: SubjectId) -> list[Pair]:
    """Return a subject with each one that stands near it."""
    pairs = context.cached(_no_pairs)
    if here not in pairs:
        pairs[here] = [(min(here, there), max(here, there)) for there in near_subjects(context, here)]
    return pairs[here]


def _no_pairs(_context: RuleContext) -> dict[SubjectId, list[Pair]]:
    """Return a cache to be filled: few subjects of many are ever asked for."""
    return {}


def joined_pairs(slot: Slot) -> Iterator[Pair]:
    """Yield the subjects two by two that a slot joins if it is one of a relation."""
    return combinations(sorted(set(ends_of(slot))), 2)


def _told_apart(context: RuleContext) -> dict[SubjectId, tuple[SubjectId, ...]]:
    return group_pairs(_stated_differences(context))


def _stated_differences(context: RuleContext) -> Iterator[Pair]:
    for subject in context.data.subjects.values():
        # It is enough that one of the two records says so.
        for other in subject.not_same_as:
            yield subject.id, other
            yield other, subject.id
