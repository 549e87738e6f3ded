"""magnitude-odd: figures that cannot be, and figures of one slot that differ by a factor of ten, thousand or so.

Both look like slips in typing: an error until ``printed_so`` says, of one of the claims, that the source prints it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice, product

from briefing.dataset.comparing.value_sets import printed_values
from briefing.dataset.rule_base.attribution import leave_out_middle, name_voice
from briefing.dataset.rule_base.compared import compared_claims, slots_with, statement_of
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
Figure = Money | Quantity
_Printed = tuple[Claim, Figure]
_FIGURES = (Money, Quantity)
_PEOPLE = frozenset({"people", "persons", "inhabitants", "workers", "jobs", "employees"})


@dataclass(frozen=True, slots=True)
class _Odd:
    """What is odd, and whose figures show it."""

    claims: tuple[Claim, ...]
    words: str

    @property
    def marked(self) -> bool:
        """True where an editor has confirmed one of the figures as printed."""
        return any(claim.qualifiers.get("printed_so") for claim in self.claims)


def find_magnitude_odd(context: RuleContext, thresholds: Thresholds) -> Iterator[Finding]:
    """Yield slots with figures that no slip of the world explains; those that nobody has confirmed by themselves."""
    largest = _largest_sums(context, thresholds["usd"])
    registry = context.data.registry.attributes
    counted = {name for name, one in registry.items() if "money" in one.values or "quantity" in one.values}
    for slot in slots_with(context, counted):
        claims = [claim for claim in compared_claims(slot) if isinstance(claim.value, _FIGURES)]
        found = [*_impossible(context, claims, largest, thresholds), *_factors_apart(context, claims)]
        for marked in (False, True):
            odd = [one for one in found if one.marked is marked]
            if odd:
                message = "; ".join(leave_out_middle(list(dict.fromkeys(one.words for one in odd))))
                involved = tuple(claim for one in odd for claim in one.claims)
                yield over_slots((slot,), involved, f"{thing(context, slot)}: {message}", slip=not marked)


def _largest_sums(context: RuleContext, usd: Decimal) -> Mapping[str, Decimal]:
    """Return by currency the sum beyond which nothing is plausible, at the most generous rate that is known."""
    found = {"USD": usd}
    for pair in {pair for pair, _ in context.rates.by_month}:
        base, _, quote = pair.partition("/")
        other = quote if base == "USD" else base
        factors = context.rates.months("USD", other).values()
        if factors:
            found[other] = usd * max(factors)
    return found


def _impossible(
    context: RuleContext, claims: Iterable[Claim], largest: Mapping[str, Decimal], thresholds: Thresholds
) -> Iterator[_Odd]:
    for claim in claims:
        for value in printed_values(claim):
            why = _why_impossible(claim, value, largest, thresholds)
            if why:
                yield _Odd((claim,), f"{value_words(value)} ({name_voice(context, claim)}) is more than {why}")


def _why_impossible(claim: Claim, value: Value, largest: Mapping[str, Decimal], thresholds: Thresholds) -> str:
    """Return what a figure exceeds that it cannot, or nothing."""
    match value:
        case Money() if nominal(value) > largest.get(value.currency, nominal(value)):
            return "any sum of money can be"
        case Quantity(unit="%") if claim.attribute == "share" and value.number > 100:
            return "the whole"
        case Quantity(unit=unit) if unit in _PEOPLE and value.number > thresholds["people"]:
            return "all people"
    return ""


def _factors_apart(context: RuleContext, claims: Sequence[Claim]) -> Iterator[_Odd]:
    if len(claims) < 2:
        return
    by_unit: dict[object, dict[Decimal, list[_Printed]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        for figure in printed_values(claim) if not claim.denied else ():
            if isinstance(figure, Money):
                by_unit[measure_of(figure), figure.amount < 0][abs(figure.amount)].append((claim, figure))
            elif isinstance(figure, Quantity):
                by_unit[measure_of(figure), figure.number < 0][abs(figure.number)].append((claim, figure))
    found: dict[frozenset[ClaimKey], _Odd] = {}
    for figures in (one for one in by_unit.values() if len(one) > 1):
        for (low, ours), (high, theirs) in _factor_pairs(figures):
            factor = next((one for one in FACTORS if abs(low * one - high) < high * _NEAR), None)
            apart = [pair for pair in product(ours, theirs) if _is_odd_pair(*pair, factor)] if factor else []
            if apart:
                said = " and ".join(f"{value_words(one.value)} ({name_voice(context, one)})" for one, _ in apart[0])
                claims = tuple({one.key: one for pair in apart for one, _ in pair}.values())
                odd = _Odd(claims, f"{said} are a factor of {factor:,} apart")
                found.setdefault(frozenset(one.key for one in claims), odd)
    yield from found.values()


def _is_odd_pair(small: _Printed, large: _Printed, factor: int) -> bool:
    """Tell whether a slip may be what tells two figures apart; a list that has both means both."""
    (a, x), (b, y) = small, large
    return statement_of(a) != statement_of(b) and _is_factor(x, y, factor) and not is_progress([a], [b])


_Sized = tuple[Decimal, list[_Printed]]
"""The size of a figure, and who prints it."""


def _factor_pairs(figures: Mapping[Decimal, list[_Printed]]) -> Iterator[tuple[_Sized, _Sized]]:
    """Yield the pairs of figures that may be a factor apart, the smaller first, with some of those who print them."""
    sizes = sorted(figures)
    for low in sizes:
        for factor in FACTORS:
            wanted = low * factor
            at = bisect_left(sizes, wanted / (1 + _NEAR))
            for high in islice(sizes, at, None):
                if high * (1 - _NEAR) > wanted:
                    break
                if high > low:
                    yield (low, figures[low][:FEW]), (high, figures[high][:FEW])


def _is_factor(small: Figure, large: Figure, factor: int) -> bool:
    """Tell whether one figure is the other with its point moved, which neither rounding nor bounds explain."""
    start, end = bare_interval(small)
    moved = (start and start * factor, end and end * factor)
    return intervals_meet(moved, bare_interval(large)) and not agree(small, large)


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
