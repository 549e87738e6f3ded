"""magnitude-odd: figures that cannot be, and figures of one slot that differ by a factor of ten, thousand or so.

Both look like slips in typing: an error until ``printed_so`` says, of one of the claims, that the source prints it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, filterfalse, islice, product, takewhile
from operator import attrgetter
from typing import NamedTuple

from briefing.dataset.comparing.value_sets import printed_values
from briefing.dataset.linked.claim_sets import is_confirmed
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import leave_out_middle, name_voice
from briefing.dataset.rule_base.compared import attributes_taking, compared_claims, slots_with, statement_of
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.crowds import FEW
from briefing.dataset.rule_base.digits import digits_of
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.message_words import value_words
from briefing.dataset.rule_base.progress import is_progress
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import thing
from briefing.dataset.rule_base.sums import nominal
from briefing.model.claims import Claim
from briefing.model.grouping import distinct_by, group_by
from briefing.model.intervals import intervals_meet
from briefing.model.measures import Figure, Measure, bare_interval, measure_of
from briefing.model.money import Money
from briefing.model.quantity import Quantity
from briefing.model.value_comparing import agree
from briefing.model.values import Value

FACTORS = (10, 1_000, 10_000)
"""A digit too many, a mag mistaken for the next, 億 for 兆: the slips that happen."""
_NEAR = Decimal("0.05")
"""By so much two figures may miss a factor: one of them is rounded more than the other."""


class _Printed(NamedTuple):
    """A figure, and the claim that prints it."""

    claim: Claim
    figure: Figure

    @property
    def words(self) -> str:
        """The value of the claim as a message names it, whichever of its figures is meant."""
        return value_words(self.claim.value)


_BySize = Mapping[Decimal, Sequence[_Printed]]


class _Sized(NamedTuple):
    """The size of a figure, and who prints it."""

    size: Decimal
    printed: Sequence[_Printed]


_PEOPLE = frozenset({"people", "persons", "inhabitants", "workers", "jobs", "employees"})


@dataclass(frozen=True, slots=True)
class _Odd:
    """What is odd, and whose figures show it."""

    claims: tuple[Claim, ...]
    words: str


def _is_confirmed(odd: _Odd) -> bool:
    """Tell whether an editor has confirmed one of the figures as printed."""
    return any(map(is_confirmed, odd.claims))


@dataclass(frozen=True, slots=True)
class _Limits:
    """What no figure can exceed: sums by currency, and people."""

    largest_sums: Mapping[str, Decimal]
    people: Decimal

    def exceeded(self, value: Value, attribute: str) -> str:
        """Return in words what a figure exceeds that it cannot, or nothing."""
        match value:
            case Money():
                return self._exceeded_by_sum(value)
            # Growth may well be more than 100 %, a share may not.
            case Quantity(unit="%") if attribute == "share" and value.number > 100:
                return "the whole"
            case Quantity(unit=unit) if unit in _PEOPLE and value.number > self.people:
                return "all people"
        return ""

    def _exceeded_by_sum(self, money: Money) -> str:
        largest = self.largest_sums.get(money.currency)
        # Without a rate to the dollar no sum of a currency is known to be too large.
        if largest is None or nominal(money) <= largest:
            return ""
        return "any sum of money can be"


def find_magnitude_odd(context: RuleContext, thresholds: Thresholds) -> Iterator[Finding]:
    """Yield slots with figures that no slip of the world explains; those that nobody has confirmed by themselves."""
    limits = _Limits(_largest_sums(context, thresholds["usd"]), thresholds["people"])
    for slot in slots_with(context, attributes_taking(context, "money", "quantity")):
        claims = list(filter(_gives_figure, compared_claims(slot)))
        oddities = [*_impossible(context, claims, limits), *_factors_apart(context, claims)]
        # What an editor has confirmed is no slip of ours any more, and must not hide one beside it.
        yield from _findings(context, slot, list(filterfalse(_is_confirmed, oddities)), is_slip=True)
        yield from _findings(context, slot, list(filter(_is_confirmed, oddities)), is_slip=False)


def _gives_figure(claim: Claim) -> bool:
    return isinstance(claim.value, Figure)


def _findings(context: RuleContext, slot: Slot, oddities: Sequence[_Odd], *, is_slip: bool) -> Iterator[Finding]:
    """Yield one finding on all that is odd in a slot, where anything is."""
    if not oddities:
        return
    # Two claims may be odd in the same words.
    words = leave_out_middle(list(dict.fromkeys(map(attrgetter("words"), oddities))))
    claims = chain.from_iterable(map(attrgetter("claims"), oddities))
    yield over_slots((slot,), claims, f"{thing(context, slot)}: {'; '.join(words)}", slip=is_slip)


def _largest_sums(context: RuleContext, usd: Decimal) -> Mapping[str, Decimal]:
    """Return by currency the sum beyond which nothing is plausible, at the most generous rate that is known."""
    largest = {"USD": usd}
    for pair in {pair for pair, _ in context.rates.by_month}:
        base, _, quote = pair.partition("/")
        # A pair is written either way round: USD/JPY and EUR/USD.
        other = quote if base == "USD" else base
        factors = context.rates.months("USD", other).values()
        if factors:
            largest[other] = usd * max(factors)
    return largest


def _impossible(context: RuleContext, claims: Iterable[Claim], limits: _Limits) -> Iterator[_Odd]:
    for claim, figure in _printed_figures(claims):
        limit = limits.exceeded(figure, claim.attribute)
        if limit:
            yield _Odd((claim,), f"{value_words(figure)} ({name_voice(context, claim)}) is more than {limit}")


def _factors_apart(context: RuleContext, claims: Sequence[Claim]) -> Iterable[_Odd]:
    if len(claims) < 2:
        return ()
    pairs = chain.from_iterable(map(_factor_pairs, _by_unit_and_size(claims)))
    oddities = [_odd_between(context, smaller, larger) for smaller, larger in pairs]
    # Claims that print two currencies may be a factor apart in each of them: that is one slip.
    return distinct_by(chain.from_iterable(oddities), lambda odd: frozenset(map(attrgetter("key"), odd.claims)))


def _odd_between(context: RuleContext, smaller: _Sized, larger: _Sized) -> Iterator[_Odd]:
    factor = _factor_between(smaller.size, larger.size)
    # The search takes in the very edge of the tolerance, which is not near enough.
    if not factor:
        return
    pairs = product(smaller.printed, larger.printed)
    apart = [pair for pair in pairs if _is_odd_pair(*pair, factor)]
    if apart:
        yield _odd(context, apart, factor)


def _by_unit_and_size(claims: Iterable[Claim]) -> Iterator[_BySize]:
    """Yield the printed figures of one unit and sign by their size, where there are several sizes."""
    # Who denies a figure does not state it.
    figures = _printed_figures(filterfalse(attrgetter("denied"), claims))
    for printed in group_by(figures, _unit_and_sign).values():
        by_size = group_by(printed, _size)
        if len(by_size) > 1:
            yield by_size


def _unit_and_sign(printed: _Printed) -> tuple[Measure, bool]:
    size, _ = digits_of(printed.figure)
    # A slip moves the point; it does not turn a profit into a loss.
    return measure_of(printed.figure), size < 0


def _size(printed: _Printed) -> Decimal:
    size, _ = digits_of(printed.figure)
    return abs(size)


def _printed_figures(claims: Iterable[Claim]) -> Iterator[_Printed]:
    for claim in claims:
        for figure in printed_values(claim):
            if isinstance(figure, Figure):
                yield _Printed(claim, figure)


def _factor_between(low: Decimal, high: Decimal) -> int:
    """Return the factor of a slip that two sizes are apart, or 0."""
    for factor in FACTORS:
        if abs(low * factor - high) < high * _NEAR:
            return factor
    return 0


def _odd(context: RuleContext, pairs: Sequence[tuple[_Printed, _Printed]], factor: int) -> _Odd:
    # Of many pairs that are the same factor apart, one shows what is odd.
    figures = [f"{printed.words} ({name_voice(context, printed.claim)})" for printed in pairs[0]]
    claims = distinct_by(map(attrgetter("claim"), chain.from_iterable(pairs)), attrgetter("key"))
    return _Odd(claims, f"{' and '.join(figures)} are a factor of {factor:,} apart")


def _is_odd_pair(small: _Printed, large: _Printed, factor: int) -> bool:
    """Tell whether a slip may be what tells two figures apart."""
    # A list that has both means both.
    if statement_of(small.claim) == statement_of(large.claim):
        return False
    if not _is_factor(small.figure, large.figure, factor):
        return False
    # From what is proposed to what is spent, a sum may come down to a tenth.
    return not is_progress([small.claim], [large.claim])


def _factor_pairs(by_size: _BySize) -> Iterator[tuple[_Sized, _Sized]]:
    """Yield the pairs of figures that may be a factor apart, the smaller first, with some of those who print them."""
    sizes = sorted(by_size)
    for low, factor in product(sizes, FACTORS):
        for high in _sizes_near(low * factor, sizes):
            # Nothing times ten is nothing.
            if high > low:
                yield _Sized(low, by_size[low][:FEW]), _Sized(high, by_size[high][:FEW])


def _sizes_near(multiple: Decimal, sizes: Sequence[Decimal]) -> Iterator[Decimal]:
    """Yield those of the sorted sizes that are nearly a multiple: hundreds of sources may give a figure."""
    start = bisect_left(sizes, multiple / (1 + _NEAR))
    return takewhile(lambda high: high * (1 - _NEAR) <= multiple, islice(sizes, start, None))


def _is_factor(small: Figure, large: Figure, factor: int) -> bool:
    """Tell whether one figure is the other with its point moved, which neither rounding nor bounds explain."""
    start, end = bare_interval(small)
    moved = _times(start, factor), _times(end, factor)
    if not intervals_meet(moved, bare_interval(large)):
        return False
    # `Over 1m jobs` and `10m jobs` can both be true.
    return not agree(small, large)


def _times(bound: Decimal | None, factor: int) -> Decimal | None:
    # An open end stays open.
    if bound is None:
        return None
    return bound * factor


RULE = Rule(
    code="magnitude-odd",
    find=find_magnitude_odd,
    explanation=Explanation(
        title="a figure that cannot be, or a point in the wrong place",
        why=(
            "A share above 100 %, more people than live, a sum beyond all money; or two claims of one thing a "
            "factor of 10, 1,000 or 10,000 apart. It looks like a slip in typing and is an error until "
            "`printed_so: true` on one of the claims says that the source prints it."
        ),
        wrong=(
            "- {id: c1, about: fab, attribute: figure, measure: cost, value: USD 3.9bn}  # herald\n"
            "- {id: c1, about: fab, attribute: figure, measure: cost, value: USD 39bn}  # gazette"
        ),
        right=(
            "- {id: c1, about: fab, attribute: figure, measure: cost, value: USD 3.9bn}\n"
            "- {id: c1, about: fab, attribute: figure, measure: cost, value: USD 39bn, printed_so: true}  # a "
            "conflict now"
        ),
    ),
    presentation=Presentation(
        label="an odd magnitude",
        category=Category.DISPUTE,
        questions={
            "question-magnitude-odd": "{subject}, {what}: can {value} be right?",
        },
    ),
    order=110,
    thresholds={"usd": Decimal(10**14), "people": Decimal(10**10)},
    disputes=True,
    by_slot=True,
    scope=Scope.SLOT,
)
