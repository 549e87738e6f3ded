"""Which of the values of a slot is shown: a judgement's, else the best supported one, as an exact value where one fits.

A restatement never goes before what is said in its own right, and a stated span never before a value within it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from briefing.dataset.comparing.spans import lies_within
from briefing.dataset.linked.records import Rank, ValueGroup
from briefing.model.dates import PartialDate
from briefing.model.ids import ClaimKey
from briefing.model.registry import Attribute


def choose_shown(
    groups: Sequence[ValueGroup], attribute: Attribute, preferred: Sequence[ClaimKey]
) -> ValueGroup | None:
    """Return the group that is shown, or None where there is none."""
    preferred_group = _find_preferred(groups, preferred)
    if preferred_group is not None:
        return preferred_group
    if len(groups) < 2:
        return next(iter(groups), None)
    voices = _voices(groups)
    candidates = voices
    if attribute.varies:
        candidates = _newest(voices)
    best = min(candidates, key=strength)
    # A value within a span may be a span itself: the 2020s, 2025 to 2027, 2026.
    while narrower := _find_narrower(best, voices, attribute):
        best = narrower
    return best


def _find_preferred(groups: Sequence[ValueGroup], preferred: Iterable[ClaimKey]) -> ValueGroup | None:
    """Return the group of the first preferred claim that has one: the claim may be set aside, or of another slot."""
    for key in preferred:
        for group in groups:
            if any(claim.key == key for claim in group.claims):
                return group
    return None


def _voices(groups: Sequence[ValueGroup]) -> list[ValueGroup]:
    """Return the groups that something backs: no mere restatements, no copies of what was withdrawn; or else all."""
    if len(groups) < 2:
        return list(groups)
    # Where nothing is backed, something has to be shown all the same.
    backed = [group for group in groups if not group.doubt] or list(groups)
    voices = [group for group in backed if not is_echo(group)]
    return voices or backed


def _newest(groups: Sequence[ValueGroup]) -> list[ValueGroup]:
    newest = max(day_of(group.as_of) for group in groups)
    return [group for group in groups if day_of(group.as_of) == newest]


def _find_narrower(best: ValueGroup, voices: Sequence[ValueGroup], attribute: Attribute) -> ValueGroup | None:
    """Return the strongest of the values that lie within a stated span, whatever their dates and grades.

    Of what varies with time the newest, unless something else has been said since.
    """
    within = [group for group in voices if group is not best and lies_within(group, best)]
    if not within:
        return None
    if not attribute.varies:
        return min(within, key=strength)
    outside = [group for group in voices if group is not best and group not in within]
    newest = _newest(within)
    # Then what lies within the span is what was true before.
    if any(day_of(group.as_of) > day_of(newest[0].as_of) for group in outside):
        return None
    return min(newest, key=strength)


def with_spans_noted(groups: list[ValueGroup], shown: ValueGroup | None) -> tuple[list[ValueGroup], ValueGroup | None]:
    """Return groups of which the shown one says how many more originals give a span that it lies within."""
    if shown is None or len(groups) < 2:
        return groups, shown
    origins: set[str] = set()
    for group in _voices(groups):
        if lies_within(shown, group):
            origins.update(group.origins)
    # An origin that gives both is counted by its exact value.
    origins.difference_update(shown.origins)
    if not origins:
        return groups, shown
    noted = replace(shown, reason=f"{shown.reason}; {_less_exactly(len(origins))}")
    return [noted if group is shown else group for group in groups], noted


def _less_exactly(origins: int) -> str:
    if origins == 1:
        return "1 more origin says it less exactly"
    return f"{origins} more origins say it less exactly"


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
        min(claim.key for claim in group.claims),
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
    return max((day_of(group.as_of) for group in _voices(groups)), default=date.min)


def day_of(moment: PartialDate) -> date:
    """Return the last day of a date that is known, or its first where the end is open."""
    return moment.last_day or date.min
