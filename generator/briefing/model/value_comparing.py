"""Whether two values say the same or can both be true, what numbers a value stands for, and the order of values."""

from decimal import Decimal

from briefing.model.dates import PartialDate, date_order, disjoint
from briefing.model.intervals import Interval, intervals_meet
from briefing.model.measures import bounds_exclude, in_measure_of, measure_marks
from briefing.model.money import Money, money_interval
from briefing.model.quantity import Quantity, quantity_interval
from briefing.model.values import EntityName, EntityRef, Nothing, Text, Unknown, Value

Order = tuple[int, str, Decimal, Decimal, str]


def same_value(a: Value, b: Value) -> bool:
    """Tell whether two literals say the same, however they are spelled: `3兆9000億` and `3.9tn`."""
    match a, b:
        case Money() | Quantity(), Money() | Quantity():
            marks = measure_marks((a, b))
            return marks[a] == marks[b]
        case PartialDate(), PartialDate():
            return a.edtf == b.edtf
    return a == b


def interval(value: Value) -> Interval:
    """Return the numbers that a sum or quantity stands for.

    Ends are included and None where open; every other value gives (None, None).
    """
    match value:
        case Money():
            return money_interval(value)
        case Quantity():
            return quantity_interval(value)
    return None, None


def agree(a: Value, b: Value) -> bool:
    """Tell whether both can be true at once, rounding and bounds respected.

    Figures are converted to one measure first; what cannot be compared does not agree. No exchange rate is known
    here. Names and texts agree where they are equal.
    """
    match a, b:
        case Money(), Money():
            return _meet(in_measure_of(a, b), b)
        case Quantity(), Quantity():
            return _meet(in_measure_of(a, b), b)
        case PartialDate(), PartialDate():
            return not disjoint(a, b)
    return a == b


def _meet(a: Money | Quantity | None, b: Money | Quantity) -> bool:
    """Tell whether two figures of one measure can both be true; a floor above a ceiling leaves nothing between."""
    if a is None or bounds_exclude(a, b):
        return False
    return intervals_meet(interval(a), interval(b))


def value_order(value: Value) -> Order:
    """Return a sort key that is total over all values: sums by currency and amount, dates by time, names by text.

    The first part tells the types apart, so that the others only ever meet their like.
    """
    zero, printed = Decimal(0), value.printed
    match value:
        case Money():
            return 0, value.currency, value.amount, value.amount_max or value.amount, printed
        case Quantity():
            return 1, value.unit or "", value.number, value.number_max or value.number, printed
        case PartialDate():
            start, fineness, end, _ = date_order(value)
            return 2, start.isoformat(), Decimal(fineness), Decimal(end.toordinal()), printed
        # An id, a name and a paraphrase may be spelled alike: the type keeps the order total.
        case EntityRef() | EntityName() | Text():
            return 3, printed, zero, zero, type(value).__name__
        case Unknown():
            return 4, "", zero, zero, printed
        case Nothing():
            return 5, "", zero, zero, printed
