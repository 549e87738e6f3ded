"""Which of the values of a slot is shown: a judgement's, else the best supported one, as an exact value where one fits.

A restatement never goes before what is said in its own right, and a stated span never before a value within it.
"""

from collections.abc import Sequence
from dataclasses import replace

from briefing.dataset.comparing.group_order import backed_groups, day_of, strength
from briefing.dataset.comparing.spans import lies_within
from briefing.dataset.linked.records import ValueGroup
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
    voices = backed_groups(groups)
    candidates = voices
    if attribute.varies:
        candidates = _newest(voices)
    best = min(candidates, key=strength)
    # A value within a span may be a span itself: the 2020s, 2025 to 2027, 2026.
    while narrower := _find_narrower(best, voices, attribute):
        best = narrower
    return best


def _find_preferred(groups: Sequence[ValueGroup], preferred: Sequence[ClaimKey]) -> ValueGroup | None:
    """Return the group of the first preferred claim that has one: the claim may be set aside, or of another slot."""
    # Hardly a slot is judged; only for one that is an index is worth its while.
    if not preferred:
        return None
    group_of: dict[ClaimKey, ValueGroup] = {}
    for group in groups:
        group_of.update(dict.fromkeys((claim.key for claim in group.claims), group))
    for key in preferred:
        if key in group_of:
            return group_of[key]
    return None


def _find_narrower(best: ValueGroup, voices: Sequence[ValueGroup], attribute: Attribute) -> ValueGroup | None:
    """Return the strongest of the values that lie within a stated span, whatever their dates and grades.

    Of what varies with time the newest, unless something else has been said since.
    """
    within: list[ValueGroup] = []
    outside: list[ValueGroup] = []
    for group in voices:
        if lies_within(group, best):
            within.append(group)
        # A value lies in itself no more exactly.
        elif group is not best:
            outside.append(group)
    if not within:
        return None
    if not attribute.varies:
        return min(within, key=strength)
    newest = _newest(within)
    newest_within = day_of(newest[0].as_of)
    # Then what lies within the span is what was true before.
    if any(day_of(group.as_of) > newest_within for group in outside):
        return None
    return min(newest, key=strength)


def with_spans_noted(groups: list[ValueGroup], shown: ValueGroup | None) -> tuple[list[ValueGroup], ValueGroup | None]:
    """Return groups of which the shown one says how many more originals give a span that it lies within."""
    if shown is None or len(groups) < 2:
        return groups, shown
    origins: set[str] = set()
    for group in backed_groups(groups):
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


def _newest(groups: Sequence[ValueGroup]) -> list[ValueGroup]:
    newest = max(day_of(group.as_of) for group in groups)
    return [group for group in groups if day_of(group.as_of) == newest]
