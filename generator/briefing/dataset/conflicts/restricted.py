"""The part of a dataset that the rules of a scope look at again after a change."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from typing import TypeVar

from briefing.dataset.conflicts.change_set import ChangeSet
from briefing.dataset.conflicts.claim_indexes import claims_by_article, claims_by_holder
from briefing.dataset.conflicts.related_subjects import related_subjects
from briefing.dataset.linked.claim_sets import claims_of, key_of
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.selections import items_of
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.rule import Scope
from briefing.model.grouping import distinct_by
from briefing.model.ids import SubjectId

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class _Part(Mapping[K, V]):
    """A mapping that is gone through in part and looked up as a whole."""

    whole: Mapping[K, V]
    keys_here: tuple[K, ...]

    def __getitem__(self, key: K) -> V:
        return self.whole[key]

    def __contains__(self, key: object) -> bool:
        return key in self.whole

    def __iter__(self) -> Iterator[K]:
        return iter(self.keys_here)

    def __len__(self) -> int:
        return len(self.keys_here)


def restrict(
    before: RuleContext, after: RuleContext, change_set: ChangeSet, scope: Scope
) -> tuple[RuleContext, RuleContext]:
    """Return the parts of two contexts that rules of a scope have to look at again."""
    subjects: Set[SubjectId] = change_set.subjects
    if scope is Scope.SUBJECT:
        # A sum counts at every whole that it is a part of, whosever that is.
        subjects = related_subjects(subjects, before, after)
    slots_before, slots_after = change_set.slots
    return (
        _restricted(before, change_set, slots_before, subjects, scope),
        _restricted(after, change_set, slots_after, subjects, scope),
    )


def _restricted(
    context: RuleContext, change_set: ChangeSet, slots: tuple[Slot, ...], subjects: Set[SubjectId], scope: Scope
) -> RuleContext:
    if scope is Scope.SUBJECT:
        slots = _slots_of(context, subjects)
    match scope:
        case Scope.HOLDER:
            claims = items_of(sorted(change_set.holders), context.cached(claims_by_holder))
        case Scope.ARTICLE:
            claims = items_of(sorted(change_set.articles), context.cached(claims_by_article))
        case _:
            claims = claims_of(slots)
    data = context.data
    keys = tuple(dict.fromkeys(map(key_of, claims)))
    # A subject that is gone may still be named by what changed.
    names = tuple(filter(data.subjects.__contains__, sorted(subjects)))
    here = replace(data, slots=slots, claims=_Part(data.claims, keys), subjects=_Part(data.subjects, names))
    return RuleContext(here, context.rates, context.today, context)


def _slots_of(context: RuleContext, subjects: Iterable[SubjectId]) -> tuple[Slot, ...]:
    return distinct_by(context.data.find_slots(sorted(subjects)), id)
