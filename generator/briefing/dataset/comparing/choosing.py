"""Which of the values of a slot is shown: a judgement's, else the best supported one, as an exact value where one fits.

A restatement never goes before what is said in its own right, and a stated span never before a value within it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain
from operator import attrgetter

from briefing.dataset.comparing.group_order import backed_groups, day_of, strength
from briefing.dataset.comparing.spans import lies_within
from briefing.dataset.linked.claim_sets import spread_over_claims
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
    best = min(_candidates(voices, attribute), key=strength)
    # A value within a span may be a span itself: the 2020s, 2025 to 2027, 2026.
    while narrower := _find_narrower(best, voices, attribute):
        best = narrower
    return best


def _candidates(voices: Sequence[ValueGroup], attribute: Attribute) -> Sequence[ValueGroup]:
    """Return the values that may be shown: of what varies with time none but the newest."""
    if not attribute.varies:
        return voices
    newest = max(map(_last_day, voices))
    return [group for group in voices if _last_day(group) == newest]


def _last_day(group: ValueGroup) -> date:
    return day_of(group.as_of)


def _find_preferred(groups: Sequence[ValueGroup], preferred: Sequence[ClaimKey]) -> ValueGroup | None:
    """Return the group of the first preferred claim that has one: the claim may be set aside, or of another slot."""
    # Hardly a slot is judged; only for one that is an index is worth its while.
    if not preferred:
        return None
    group_of = spread_over_claims(groups, lambda group: group)
    return next(filter(None, map(group_of.get, preferred)), None)


def _find_narrower(best: ValueGroup, voices: Sequence[ValueGroup], attribute: Attribute) -> ValueGroup | None:
    """Return the strongest of the values that lie within a stated span, whatever their dates and grades.

    Of what varies with time the newest, unless something else has been said since.
    """
    within = [group for group in voices if lies_within(group, best)]
    if not within:
        return None
    candidates = _candidates(within, attribute)
    if attribute.varies and _is_succeeded(candidates[0], best, voices):
        return None
    return min(candidates, key=strength)


def _is_succeeded(within: ValueGroup, span: ValueGroup, voices: Sequence[ValueGroup]) -> bool:
    """Tell whether something else has been said since, so that what lies within a span is what was true before."""
    newer = [group for group in voices if _last_day(group) > _last_day(within)]
    # The span itself says nothing else.
    return any(group is not span for group in newer)


def with_spans_noted(groups: list[ValueGroup], shown: ValueGroup | None) -> tuple[list[ValueGroup], ValueGroup | None]:
    """Return groups of which the shown one says how many more originals give a span that it lies within."""
    if shown is None or len(groups) < 2:
        return groups, shown
    spans = filter(partial(lies_within, shown), backed_groups(groups))
    # An origin that gives both is counted by its exact value.
    origins = set(chain.from_iterable(map(attrgetter("origins"), spans))).difference(shown.origins)
    if not origins:
        return groups, shown
    noted = replace(shown, reason=f"{shown.reason}; {_less_exactly(len(origins))}")
    return [noted if group is shown else group for group in groups], noted


def _less_exactly(origins: int) -> str:
    if origins == 1:
        return "1 more origin says it less exactly"
    return f"{origins} more origins say it less exactly"
