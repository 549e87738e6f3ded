"""Rules that compare what shares something: slots in, each group of them by itself, findings out.

What such a rule finds in a group depends on no slot that does not lead to it, so after a change it looks again only at
the groups that changed slots lead to, or led to before.
"""

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

from briefing.dataset.comparing.slot_keys import slot_order
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding
from briefing.dataset.rule_base.rule import Thresholds
from briefing.model.registry import Registry

G = TypeVar("G", bound=Hashable)
"""What slots share: a subject, the two ends of a payment, a month and a pair of currencies."""
Sides = tuple[Sequence[Slot], Sequence[Slot]]
"""Slots as they were before a change, and what they are after it."""


@dataclass(frozen=True, slots=True, eq=False)
class Index(Generic[G]):
    """The slots of the watched attributes by group, in their order."""

    watches: Callable[[Registry], Collection[str]]
    groups_of: Callable[[RuleContext, Slot], Iterable[G]]

    def __call__(self, context: RuleContext) -> dict[G, list[Slot]]:
        """Return what the index holds of a world."""
        return self._sort_into_groups(context, context.data.slots)

    def members(self, context: RuleContext, group: G) -> Sequence[Slot]:
        """Return the slots of one group."""
        slots: Sequence[Slot] = context.cached(self).get(group, ())
        return slots

    def renew(self, before: RuleContext, after: RuleContext, sides: Sides) -> Collection[G]:
        """Hand the index on to the world after a change; return the groups that have changed."""
        index = dict(before.cached(self))
        gone, new = self._sort_into_groups(before, sides[0]), self._sort_into_groups(after, sides[1])
        changed = gone.keys() | new.keys()
        for group in changed:
            # By identity: a slot that was made anew may equal the one that it replaces.
            gone_ids = set(map(id, gone.get(group, ())))
            members = [slot for slot in index.pop(group, ()) if id(slot) not in gone_ids]
            for slot in new.get(group, ()):
                insort(members, slot, key=slot_order)
            if members:
                index[group] = members
        after.store(self, index)
        return changed

    def _sort_into_groups(self, context: RuleContext, slots: Iterable[Slot]) -> dict[G, list[Slot]]:
        watched = self.watches(context.data.registry)
        groups: dict[G, list[Slot]] = defaultdict(list)
        for slot in slots:
            if slot.attribute not in watched:
                continue
            for group in dict.fromkeys(self.groups_of(context, slot)):
                groups[group].append(slot)
        return dict(groups)


@dataclass(frozen=True, slots=True, eq=False)
class ByGroup(Generic[G]):
    """A rule over groups: ``find_in`` finds what there is in one of them.

    ``leads_to`` are the groups in which a slot of any attribute has a say without belonging to them.
    """

    index: Index[G]
    find_in: Callable[[RuleContext, Thresholds, G, Sequence[Slot]], Iterator[Finding]]
    leads_to: Callable[[RuleContext, Slot], Iterable[G]] | None = None

    def __call__(self, context: RuleContext, thresholds: Thresholds) -> Iterator[Finding]:
        """Yield what there is in all groups, each finding once."""
        findings: dict[Finding, None] = {}
        for group in self.groups(context):
            members = self.index.members(context, group)
            findings.update(dict.fromkeys(self.find_in(context, thresholds, group, members)))
        yield from findings

    def groups(self, context: RuleContext) -> dict[G, None]:
        """Return all groups; one that no slot of the index belongs or leads to has nothing to find."""
        members = context.cached(self.index)
        groups = dict.fromkeys(members)
        if self.leads_to is not None:
            slots = {id(slot): slot for slot in chain.from_iterable(members.values())}
            groups.update(dict.fromkeys(self.led_to(context, slots.values())))
        return groups

    def led_to(self, context: RuleContext, slots: Iterable[Slot]) -> Iterator[G]:
        """Yield the groups that some slots lead to without belonging to them."""
        if self.leads_to is not None:
            for slot in slots:
                yield from self.leads_to(context, slot)
