"""magnitude-odd: figures that cannot be, and figures of one slot that differ by a factor of ten, thousand or so.

Both look like slips in typing: an error until ``printed_so`` says, of one of the claims, that the source prints it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, islice, product

from briefing.dataset.comparing.value_sets import printed_values
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import leave_out_middle, name_voice
from briefing.dataset.rule_base.compared import attributes_taking, compared_claims, slots_with, statement_of
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.crowds import FEW
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.message_words import value_words
from briefing.dataset.rule_base.progress import is_progress
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.dataset.rule_base.slot_names import thing
from briefing.dataset.rule_base.sums import nominal
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey
from briefing.model.intervals import intervals_meet
from briefing.model.measures import bare_interval, measure_of
from briefing.model.money import Money
from briefing.model.quantity import Quantity
from briefing.model.value_comparing import agree
from briefing.model.values import Value

FACTORS = (10, 1_000, 10_000)
"""A digit too many, a mag mistaken for the next, 億 for 兆: the slips that happen."""
_NEAR = Decimal("0.05")
"""By so much two figures may miss a factor: one of them is rounded more than the other."""
Figure = Money | Quantity
_Printed = tuple[Claim, Figure]
_BySize = Mapping[Decimal, list[_Printed]]
_Sized = tuple[Decimal, list[_Printed]]
"""The size of a figure, and who prints it."""
_FIGURES = (Money, Quantity)
_PEOPLE = frozenset({"people", "persons", "inhabitants", "workers", "jobs", "employees"})


@dataclass(frozen=True, slots=True)
class _Odd:
    """What is odd, and whose figures show it."""

    claims: tuple[Claim, ...]
    words: str

    @property
    def confirmed(self) -> bool:
        """True where an editor has confirmed one of the figures as printed."""
        return any(claim.qualifiers.get("printed_so") for claim in self.claims)


def find_magnitude_odd(context: RuleContext, thresholds: Thresholds) -> Iterator[Finding]:
    """Yield slots with figures that no slip of the world explains; those that nobody has confirmed by themselves."""
    largest = _largest_sums(context, thresholds["usd"])
    for slot in slots_with(context, attributes_taking(context, "money", "quantity")):
        claims = [claim for claim in compared_claims(slot) if isinstance(claim.value, _FIGURES)]
        oddities = [*_impossible(context, claims, largest, thresholds), *_factors_apart(context, claims)]
        if oddities:
            yield from _findings(context, slot, oddities)


def _findings(context: RuleContext, slot: Slot, oddities: Sequence[_Odd]) -> Iterator[Finding]:
    # What an editor has confirmed is no slip of ours any more, and must not hide one beside it.
    slips = [odd for odd in oddities if not odd.confirmed]
    if slips:
        yield _finding(context, slot, slips, slip=True)
    confirmed = [odd for odd in oddities if odd.confirmed]
    if confirmed:
        yield _finding(context, slot, confirmed, slip=False)


def _finding(context: RuleContext, slot: Slot, oddities: Sequence[_Odd], *, slip: bool) -> Finding:
    # Two claims may be odd in the same words.
    words = leave_out_middle(list(dict.fromkeys(odd.words for odd in oddities)))
    claims = tuple(chain.from_iterable(odd.claims for odd in oddities))
    return over_slots((slot,), claims, f"{thing(context, slot)}: {'; '.join(words)}", slip=slip)


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


def _impossible(
    context: RuleContext, claims: Iterable[Claim], largest: Mapping[str, Decimal], thresholds: Thresholds
) -> Iterator[_Odd]:
    for claim in claims:
        for value in printed_values(claim):
            limit = _exceeded_limit(claim, value, largest, thresholds)
            if limit:
                yield _Odd((claim,), f"{value_words(value)} ({name_voice(context, claim)}) is more than {limit}")


def _exceeded_limit(claim: Claim, value: Value, largest: Mapping[str, Decimal], thresholds: Thresholds) -> str:
    """Return in words what a figure exceeds that it cannot, or nothing."""
    match value:
        # Without a rate to the dollar no sum of a currency is known to be too large.
        case Money(currency=currency) if currency in largest:
            if nominal(value) > largest[currency]:
                return "any sum of money can be"
        # Growth may well be more than 100 %, a share may not.
        case Quantity(unit="%") if claim.attribute == "share":
            if value.number > 100:
                return "the whole"
        case Quantity(unit=unit) if unit in _PEOPLE:
            if value.number > thresholds["people"]:
                return "all people"
    return ""


def _factors_apart(context: RuleContext, claims: Sequence[Claim]) -> Iterator[_Odd]:
    if len(claims) < 2:
        return
    oddities: dict[frozenset[ClaimKey], _Odd] = {}
    for by_size in _by_unit_and_size(claims):
        for smaller, larger in _factor_pairs(by_size):
            odd = _odd_between(context, smaller, larger)
            if odd is None:
                continue
            keys = frozenset(claim.key for claim in odd.claims)
            # Claims that print two currencies may be a factor apart in each of them: that is one slip.
            oddities.setdefault(keys, odd)
    yield from oddities.values()


def _odd_between(context: RuleContext, smaller: _Sized, larger: _Sized) -> _Odd | None:
    low, ours = smaller
    high, theirs = larger
    factor = _factor_between(low, high)
    # The search takes in the very edge of the tolerance, which is not near enough.
    if not factor:
        return None
    apart = [pair for pair in product(ours, theirs) if _is_odd_pair(*pair, factor)]
    if not apart:
        return None
    return _odd(context, apart, factor)


def _by_unit_and_size(claims: Iterable[Claim]) -> Iterator[_BySize]:
    """Yield the printed figures of one unit and sign by their size, where there are several sizes."""
    by_unit: dict[object, dict[Decimal, list[_Printed]]] = defaultdict(lambda: defaultdict(list))
    for claim, figure in _printed_figures(claims):
        size = figure.amount if isinstance(figure, Money) else figure.number
        # A slip moves the point; it does not turn a profit into a loss.
        unit = measure_of(figure), size < 0
        by_unit[unit][abs(size)].append((claim, figure))
    for by_size in by_unit.values():
        if len(by_size) > 1:
            yield by_size


def _printed_figures(claims: Iterable[Claim]) -> Iterator[_Printed]:
    for claim in claims:
        # Who denies a figure does not state it.
        if claim.denied:
            continue
        for figure in printed_values(claim):
            if isinstance(figure, _FIGURES):
                yield claim, figure


def _factor_between(low: Decimal, high: Decimal) -> int:
    """Return the factor of a slip that two sizes are apart, or 0."""
    for factor in FACTORS:
        if abs(low * factor - high) < high * _NEAR:
            return factor
    return 0


def _odd(context: RuleContext, pairs: Sequence[tuple[_Printed, _Printed]], factor: int) -> _Odd:
    # Of many pairs that are the same factor apart, one shows what is odd.
    first_pair = [claim for claim, _ in pairs[0]]
    figures = " and ".join(f"{value_words(claim.value)} ({name_voice(context, claim)})" for claim in first_pair)
    claims = {claim.key: claim for claim, _ in chain.from_iterable(pairs)}
    return _Odd(tuple(claims.values()), f"{figures} are a factor of {factor:,} apart")


def _is_odd_pair(small: _Printed, large: _Printed, factor: int) -> bool:
    """Tell whether a slip may be what tells two figures apart."""
    (claim, figure), (other_claim, larger_figure) = small, large
    # A list that has both means both.
    if statement_of(claim) == statement_of(other_claim):
        return False
    if not _is_factor(figure, larger_figure, factor):
        return False
    # From what is proposed to what is spent, a sum may come down to a tenth.
    return not is_progress([claim], [other_claim])


def _factor_pairs(by_size: _BySize) -> Iterator[tuple[_Sized, _Sized]]:
    """Yield the pairs of figures that may be a factor apart, the smaller first, with some of those who print them."""
    sizes = sorted(by_size)
    for low, factor in product(sizes, FACTORS):
        multiple = low * factor
        # Hundreds of sources may give a figure: only sizes near the multiple are looked at, and few voices for each.
        start = bisect_left(sizes, multiple / (1 + _NEAR))
        for high in islice(sizes, start, None):
            if high * (1 - _NEAR) > multiple:
                break
            # Nothing times ten is nothing.
            if high > low:
                yield (low, by_size[low][:FEW]), (high, by_size[high][:FEW])


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
