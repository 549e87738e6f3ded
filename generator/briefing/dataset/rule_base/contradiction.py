"""Whether two sets of claims of one slot say what can not both be so: rounding, bounds and exchange rates respected."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import product

from briefing.dataset.comparing.qualifiers import contradicted
from briefing.dataset.comparing.value_sets import printed_values
from briefing.dataset.linked.exchange_rates import money_like, month_of
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.rule import Thresholds
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.intervals import intervals_meet
from briefing.model.measures import bare_interval, bounds_exclude, in_measure_of, in_one_measure
from briefing.model.money import Money
from briefing.model.numerals import Bound
from briefing.model.quantity import Quantity
from briefing.model.value_comparing import agree, interval
from briefing.model.values import EntityName, EntityRef, Nothing, Text, Unknown, Value

NAMES = (EntityRef, EntityName)


def nominal_size(claims: Sequence[Claim]) -> Decimal:
    """Return the printed size of a figure, whatever its unit; nought of what is no figure."""
    value = claims[0].value
    if isinstance(value, Money):
        return value.amount
    return value.number if isinstance(value, Quantity) else Decimal(0)


def values_apart(
    context: RuleContext, slot: Slot, left: list[Claim], right: list[Claim], thresholds: Thresholds
) -> bool:
    """Tell whether two sets of claims of a slot say what can not both be so, stages and times aside."""
    a, b = left[0], right[0]
    if a.denied or b.denied:
        # Two denials can both be so, whatever they deny; so can a share that is denied and another one that is stated.
        return a.denied != b.denied and not all(contradicted(one, other) for one in left for other in right)
    if a.value is None or b.value is None or isinstance(a.value, Unknown) or isinstance(b.value, Unknown):
        return False
    if slot.many_value is not None:
        # What has many values says one of them here, from whichever end of a relation.
        return False
    if isinstance(a.value, Nothing) or isinstance(b.value, Nothing):
        return True
    if isinstance(a.value, Money) and isinstance(b.value, Money):
        return not _sums_meet(context, left, right, thresholds)
    if isinstance(a.value, Text) or isinstance(b.value, Text):
        # Two wordings are not two facts, unless the words come from a list.
        return bool(context.data.registry.attributes[slot.attribute].options)
    # Dates have a rule of their own, which knows fiscal years.
    if isinstance(a.value, Quantity) and isinstance(b.value, Quantity):
        return _quantities_apart(left, right)
    return not isinstance(a.value, PartialDate) and comparable(a.value, b.value) and not agree(a.value, b.value)


def _quantities_apart(left: list[Claim], right: list[Claim]) -> bool:
    """Tell whether no two quantities of two sets can both be so; 5 and 5.0 are one value, and rounded otherwise."""
    ours, theirs = (_quantities(claims) for claims in (left, right))
    pairs = list(in_one_measure(ours, theirs))
    return bool(pairs) and not any(_figures_meet(a, b) for a, b in pairs)


def _quantities(claims: Iterable[Claim]) -> list[Quantity]:
    return [claim.value for claim in claims if isinstance(claim.value, Quantity)]


def _figures_meet(a: Money | Quantity, b: Money | Quantity) -> bool:
    """Tell whether two figures of one measure can both be so.

    `up to 940bn` may be a rounded 943bn, which is for another rule; `over 940bn` and `up to 940bn` exclude each other.
    """
    if bounds_exclude(a, b):
        return False
    if intervals_meet(bare_interval(a), bare_interval(b)):
        return True
    return (a.bound is not Bound.EXACT or b.bound is not Bound.EXACT) and intervals_meet(interval(a), interval(b))


def comparable(a: Value, b: Value) -> bool:
    """Tell whether two values can disagree at all: years are not compared with nanometres."""
    if isinstance(a, NAMES) and isinstance(b, NAMES):
        return True
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return in_measure_of(a, b) is not None
    return type(a) is type(b)


def _sums_meet(context: RuleContext, left: list[Claim], right: list[Claim], thresholds: Thresholds) -> bool:
    sums_a, sums_b = (list(_printed_sums(claims)) for claims in (left, right))
    same = list(in_one_measure((x for x, _ in sums_a), (y for y, _ in sums_b)))
    if same:
        return any(_figures_meet(x, y) for x, y in same)
    verdicts = [_converted_meet(context, x, y, (a, b), thresholds) for (x, a), (y, b) in product(sums_a, sums_b)]
    # Without a rate nothing can be said, so nothing is.
    return not verdicts or any(verdict is not False for verdict in verdicts)


def _printed_sums(claims: Iterable[Claim]) -> Iterator[tuple[Money, Claim]]:
    for claim in claims:
        yield from ((value, claim) for value in printed_values(claim) if isinstance(value, Money))


def _converted_meet(
    context: RuleContext, x: Money, y: Money, claims: tuple[Claim, Claim], thresholds: Thresholds
) -> bool | None:
    months = sorted({month_of(claim) for claim in claims})
    converted = money_like(x, y, context.rates, months, thresholds["rate"])
    return any(intervals_meet(one, interval(y)) for one in converted) if converted else None
