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
        return self._sorted_in(context, context.data.slots)

    def members(self, context: RuleContext, group: G) -> Sequence[Slot]:
        """Return the slots of one group."""
        found: Sequence[Slot] = context.once(self).get(group, ())
        return found

    def renew(self, before: RuleContext, after: RuleContext, sides: Sides) -> Collection[G]:
        """Hand the index on to the world after a change; return the groups that have changed."""
        found = dict(before.once(self))
        gone, new = self._sorted_in(before, sides[0]), self._sorted_in(after, sides[1])
        for group in gone.keys() | new.keys():
            out = set(map(id, gone.get(group, ())))
            members = [one for one in found.pop(group, ()) if id(one) not in out]
            for slot in new.get(group, ()):
                insort(members, slot, key=slot_order)
            if members:
                found[group] = members
        after.keep(self, found)
        return gone.keys() | new.keys()

    def _sorted_in(self, context: RuleContext, slots: Iterable[Slot]) -> dict[G, list[Slot]]:
        wanted = self.watches(context.data.registry)
        found: dict[G, list[Slot]] = defaultdict(list)
        for slot in slots:
            if slot.attribute in wanted:
                for group in dict.fromkeys(self.groups_of(context, slot)):
                    found[group].append(slot)
        return dict(found)


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
        found = (
            self.find_in(context, thresholds, group, self.index.members(context, group))
            for group in self.groups(context)
        )
        yield from dict.fromkeys(chain.from_iterable(found))

    def groups(self, context: RuleContext) -> dict[G, None]:
        """Return all groups; one that no slot of the index belongs or leads to has nothing to find."""
        found = dict.fromkeys(context.once(self.index))
        if self.leads_to is not None:
            members = {id(slot): slot for slots in context.once(self.index).values() for slot in slots}
            found.update(dict.fromkeys(self.led_to(context, members.values())))
        return found

    def led_to(self, context: RuleContext, slots: Iterable[Slot]) -> Iterator[G]:
        """Yield the groups that some slots lead to without belonging to them."""
        return (group for slot in slots for group in self.leads_to(context, slot)) if self.leads_to else iter(())
