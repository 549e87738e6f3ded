"""Values within stated spans: a day within a year, an amount within a range."""

from briefing.dataset.linked.records import ValueGroup
from briefing.model.date_points import Precision
from briefing.model.dates import PartialDate, contains
from briefing.model.measures import Figure, in_measure_of
from briefing.model.values import Money, Quantity, Value

_POINT_BOUNDS = frozenset({"exact", "about", "nearly"})
_SPANS = frozenset({Precision.INTERVAL, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM})


def lies_within(group: ValueGroup, other: ValueGroup) -> bool:
    """Tell whether the value of a group is more exact than the span that the other one states, and lies in it."""
    # That something is not so states no span, nor a value within one.
    if group.denied or other.denied:
        return False
    return _is_part(group.value, other.value)


def _is_part(value: Value | None, span: Value | None) -> bool:
    match value, span:
        case PartialDate(), PartialDate():
            return _is_date_within(value, span)
        case Money(), Money():
            return _is_between(in_measure_of(value, span), span)
        case Quantity(), Quantity():
            return _is_between(in_measure_of(value, span), span)
    return False


def _is_date_within(moment: PartialDate, span: PartialDate) -> bool:
    if span.precision not in _SPANS or moment.precision is Precision.OPEN:
        return False
    # What takes as long is no more exact.
    if (moment.earliest, moment.latest) == (span.earliest, span.latest):
        return False
    return contains(span, moment)


def _is_between(value: Figure | None, span: Figure) -> bool:
    """Tell whether a figure lies in a range; ``value`` is in the measure of the range, or None where it has none."""
    if value is None or span.high is None:
        return False
    # Beside a span a bound such as `up to` is another span, open at one end.
    if value.bound not in _POINT_BOUNDS:
        return False
    least, most = span.low.value, span.high.value
    low, high = value.low.value, (value.high or value.low).value
    if (low, high) == (least, most):
        return False
    return least <= low and high <= most
