"""Where the values of a slot stand among each other: which are voices, which is stronger, which is newer."""

from collections.abc import Sequence
from datetime import date
from operator import attrgetter

from briefing.dataset.comparing.spans import lies_within
from briefing.dataset.linked.claim_sets import key_of
from briefing.dataset.linked.records import Rank, ValueGroup
from briefing.dataset.linked.selections import without_or_all
from briefing.model.dates import PartialDate
from briefing.model.registry import Attribute


def backed_groups(groups: Sequence[ValueGroup]) -> list[ValueGroup]:
    """Return the groups that something backs: no mere restatements, no copies of what was withdrawn; or else all."""
    if len(groups) < 2:
        return list(groups)
    # Where nothing is backed, something has to be shown all the same.
    backed = without_or_all(groups, attrgetter("doubt"))
    return without_or_all(backed, is_echo)


def is_echo(group: ValueGroup) -> bool:
    """Tell whether a group has nothing but restatements."""
    return all(claim.restates is not None for claim in group.claims)


def strength(group: ValueGroup) -> tuple[bool, str, int, int, str]:
    """Return a sort key that puts the best supported value first: grade, origins, newness, then claim ids."""
    return (
        group.doubt is not None,
        group.grade,
        -group.independent,
        -day_of(group.as_of).toordinal(),
        min(map(key_of, group.claims)),
    )


def rank_of(group: ValueGroup, shown: ValueGroup | None, attribute: Attribute, newest: date) -> Rank:
    """Return where the claims of a group stand; ``newest`` is the last day that any voice of the slot holds for."""
    if group is shown:
        return Rank.SHOWN
    if attribute.varies and day_of(group.as_of) < newest:
        return Rank.SUPERSEDED
    return Rank.NORMAL


def group_order(group: ValueGroup, rank: Rank, shown: ValueGroup | None) -> tuple[object, ...]:
    """Return a sort key of the groups of a slot: the shown one, those beside it, then those before it in time."""
    is_around_shown = shown is not None and lies_within(shown, group)
    return rank is not Rank.SHOWN, rank is Rank.SUPERSEDED, is_echo(group), is_around_shown, strength(group)


def newest_day(groups: Sequence[ValueGroup]) -> date:
    """Return the day of the newest group that something backs; a late copy or headline makes nothing newer."""
    return max((day_of(group.as_of) for group in backed_groups(groups)), default=date.min)


def day_of(moment: PartialDate) -> date:
    """Return the last day of a date that is known, or its first where the end is open."""
    return moment.last_day or date.min
