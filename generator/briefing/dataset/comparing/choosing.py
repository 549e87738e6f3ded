"""Which of the values of a slot is shown: a judgement's, else the best supported one, as an exact value where one fits.

A restatement never goes before what is said in its own right, and a stated span never before a value within it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefing.dataset.linked.records import Rank, ValueGroup
from briefing.model.date_points import Precision
from briefing.model.dates import PartialDate, contains
from briefing.model.ids import ClaimKey
from briefing.model.measures import Figure, in_measure_of
from briefing.model.registry import Attribute
from briefing.model.values import Money, Quantity, Value

_SPANS = frozenset({Precision.INTERVAL, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM})


def choose_shown(
    groups: Sequence[ValueGroup], attribute: Attribute, preferred: Sequence[ClaimKey]
) -> ValueGroup | None:
    """Return the group that is shown, or None where there is none."""
    for key in preferred:
        for group in groups:
            if any(claim.key == key for claim in group.claims):
                return group
    if len(groups) < 2:
        return groups[0] if groups else None
    voices = _voices(groups)
    newest = max(day_of(group.as_of) for group in voices)
    candidates = [group for group in voices if day_of(group.as_of) == newest] if attribute.varies else voices
    best = min(candidates, key=strength)
    while narrower := _narrower(best, voices, attribute):
        best = narrower
    return best


def _voices(groups: Sequence[ValueGroup]) -> list[ValueGroup]:
    """Return the groups that something backs: no mere restatements, no copies of what was withdrawn; or else all."""
    if len(groups) < 2:
        return list(groups)
    backed = [group for group in groups if not group.doubt] or list(groups)
    return [group for group in backed if not is_echo(group)] or backed


def _narrower(best: ValueGroup, voices: Sequence[ValueGroup], attribute: Attribute) -> ValueGroup | None:
    """Return the strongest of the values that lie within a stated span, whatever their dates and grades.

    Of what varies with time the newest, unless something else has been said since.
    """
    within = [one for one in voices if one is not best and lies_within(one, best)]
    if not attribute.varies or not within:
        return min(within, key=strength, default=None)
    newest = max(day_of(one.as_of) for one in within)
    others = [one for one in voices if one is not best and one not in within]
    if any(day_of(one.as_of) > newest for one in others):
        return None
    return min((one for one in within if day_of(one.as_of) == newest), key=strength)


def with_spans_noted(groups: list[ValueGroup], shown: ValueGroup | None) -> tuple[list[ValueGroup], ValueGroup | None]:
    """Return groups of which the shown one says how many more originals give a span that it lies within."""
    if shown is None or len(groups) < 2:
        return groups, shown
    spans = [group for group in _voices(groups) if lies_within(shown, group)]
    more = frozenset[str]().union(*(group.origins for group in spans)).difference(shown.origins)
    if not more:
        return groups, shown
    many = "1 more origin says" if len(more) == 1 else f"{len(more)} more origins say"
    exact = replace(shown, reason=f"{shown.reason}; {many} it less exactly")
    return [exact if group is shown else group for group in groups], exact


def lies_within(group: ValueGroup, other: ValueGroup) -> bool:
    """Tell whether the value of a group is more exact than the span that the other one states, and lies in it."""
    return not group.denied and not other.denied and _is_part(group.value, other.value)


def _is_part(value: Value | None, span: Value | None) -> bool:
    match value, span:
        case PartialDate(), PartialDate():
            wider = span.precision in _SPANS and (value.earliest, value.latest) != (span.earliest, span.latest)
            return wider and value.precision is not Precision.OPEN and contains(span, value)
        case Money(), Money():
            return _is_between(in_measure_of(value, span), span)
        case Quantity(), Quantity():
            return _is_between(in_measure_of(value, span), span)
    return False


def _is_between(value: Figure | None, span: Figure) -> bool:
    if value is None:
        return False
    low, high = value.low.value, (value.high or value.low).value
    if span.high is None or (low, high) == (span.low.value, span.high.value):
        return False
    # Beside a span a bound such as `up to` is another span, open at one end.
    return value.bound in ("exact", "about", "nearly") and span.low.value <= low and high <= span.high.value


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
        min(one.key for one in group.claims),
    )


def rank_of(group: ValueGroup, shown: ValueGroup | None, attribute: Attribute, newest: date) -> Rank:
    """Return where the claims of a group stand; ``newest`` is the last day that any voice of the slot holds for."""
    if group is shown:
        return Rank.SHOWN
    return Rank.SUPERSEDED if attribute.varies and day_of(group.as_of) < newest else Rank.NORMAL


def group_order(group: ValueGroup, rank: Rank, shown: ValueGroup | None) -> tuple[object, ...]:
    """Return a sort key of the groups of a slot: the shown one, those beside it, then those before it in time."""
    echo, around = is_echo(group), shown is not None and lies_within(shown, group)
    return rank is not Rank.SHOWN, rank is Rank.SUPERSEDED, echo, around, strength(group)


def newest_day(groups: Sequence[ValueGroup]) -> date:
    """Return the day of the newest group that something backs; a late copy or headline makes nothing newer."""
    return max((day_of(group.as_of) for group in _voices(groups)), default=date.min)


def day_of(moment: PartialDate) -> date:
    """Return the last day of a date that is known, or its first where the end is open."""
    return moment.last_day or date.min
