"""Whether two sets of claims of one slot say what can not both be so: rounding, bounds and exchange rates respected."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, product, starmap

from briefing.dataset.comparing.qualifiers import contradicted
from briefing.dataset.linked.exchange_rates import money_like, month_of
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.rule import Thresholds
from briefing.dataset.rule_base.sums import any_meets, sums_of
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.intervals import intervals_meet
from briefing.model.measures import bare_interval, bounds_exclude, in_one_measure
from briefing.model.money import Money
from briefing.model.numerals import Bound
from briefing.model.quantity import Quantity
from briefing.model.value_comparing import agree, interval
from briefing.model.values import EntityName, EntityRef, Nothing, Text, Unknown, Value

_NAMES = (EntityRef, EntityName)
_Printed = tuple[Money, Claim]
"""A sum, and the claim that prints it."""


def nominal_size(claims: Sequence[Claim]) -> Decimal:
    """Return the printed size of a figure, whatever its unit; nought of what is no figure."""
    match claims[0].value:
        case Money(amount=amount):
            return amount
        case Quantity(number=number):
            return number
    return Decimal(0)


def values_apart(
    context: RuleContext, slot: Slot, left: list[Claim], right: list[Claim], thresholds: Thresholds
) -> bool:
    """Tell whether two sets of claims of a slot say what can not both be so, stages and times aside."""
    a, b = left[0], right[0]
    if a.denied or b.denied:
        return _denials_apart(left, right)
    # What has many values says one of them here, from whichever end of a relation.
    if slot.many_value is not None:
        return False
    match a.value, b.value:
        case (None | Unknown(), _) | (_, None | Unknown()):
            return False
        case (Nothing(), _) | (_, Nothing()):
            return True
        case Money(), Money():
            return not _sums_meet(context, left, right, thresholds)
        case (Text(), _) | (_, Text()):
            # Two wordings are not two facts, unless the words come from a list.
            return bool(context.data.registry.attributes[slot.attribute].options)
        case Quantity(), Quantity():
            return _quantities_apart(left, right)
        case PartialDate(), _:
            # Dates have a rule of their own, which knows fiscal years.
            return False
        case value, other:
            return _comparable(value, other) and not agree(value, other)


def _denials_apart(left: list[Claim], right: list[Claim]) -> bool:
    """Tell whether a denial and a statement exclude each other."""
    # Two denials can both be so, whatever they deny; so can a share that is denied and another one that is stated.
    if left[0].denied == right[0].denied:
        return False
    return not all(contradicted(claim, other) for claim, other in product(left, right))


def _quantities_apart(left: list[Claim], right: list[Claim]) -> bool:
    """Tell whether no two quantities of two sets can both be so; 5 and 5.0 are one value, and rounded otherwise."""
    pairs = list(in_one_measure(_quantities(left), _quantities(right)))
    if not pairs:
        # What has no common measure can not be held against each other.
        return False
    return not any(starmap(_figures_meet, pairs))


def _quantities(claims: Iterable[Claim]) -> Iterator[Quantity]:
    for claim in claims:
        if isinstance(claim.value, Quantity):
            yield claim.value


def _figures_meet(a: Money | Quantity, b: Money | Quantity) -> bool:
    """Tell whether two figures of one measure can both be so.

    `up to 940bn` may be a rounded 943bn, which is for another rule; `over 940bn` and `up to 940bn` exclude each other.
    """
    if bounds_exclude(a, b):
        return False
    if intervals_meet(bare_interval(a), bare_interval(b)):
        return True
    # Without a bound the digits have told all there is.
    if a.bound is b.bound is Bound.EXACT:
        return False
    return intervals_meet(interval(a), interval(b))


def _comparable(a: Value, b: Value) -> bool:
    """Tell whether two values can disagree at all: years are not compared with nanometres."""
    if isinstance(a, _NAMES) and isinstance(b, _NAMES):
        return True
    return type(a) is type(b)


def _sums_meet(context: RuleContext, left: list[Claim], right: list[Claim], thresholds: Thresholds) -> bool:
    in_one = list(in_one_measure(_sums(left), _sums(right)))
    if in_one:
        # Where both print a currency, no conversion can tell more.
        return any(starmap(_figures_meet, in_one))
    pairs = product(_printed_sums(left), _printed_sums(right))
    return any(_may_convert(context, printed, other, thresholds) for printed, other in pairs)


def _may_convert(context: RuleContext, printed: _Printed, other: _Printed, thresholds: Thresholds) -> bool:
    """Tell whether a sum may be another one in the other's currency, at the rate of either month."""
    (money, claim), (other_money, other_claim) = printed, other
    months = sorted({month_of(claim), month_of(other_claim)})
    converted = money_like(money, other_money, context.rates, months, thresholds["rate"])
    if not converted:
        # Without a rate nothing can be said, so nothing is.
        return True
    return any_meets(converted, interval(other_money))


def _sums(claims: Iterable[Claim]) -> Iterator[Money]:
    return chain.from_iterable(map(sums_of, claims))


def _printed_sums(claims: Iterable[Claim]) -> Iterator[_Printed]:
    for claim in claims:
        yield from product(sums_of(claim), (claim,))
