"""magnitude-odd: figures that cannot be, and figures of one slot that differ by a factor of ten, thousand or so.

Both look like slips in typing: an error until ``printed_so`` says, of one of the claims, that the source prints it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from generator.dataset.rules.rule import Hit, Limits, World, compared_claims, over_slots, words
from generator.dataset.rules.sums import bare, nominal, thing
from generator.dataset.rules.voices import voice
from generator.dataset.slots import printed_values
from generator.model.claims import Claim
from generator.model.numerals import intervals_meet
from generator.model.values import Money, Quantity, Value, agree

FACTORS = (10, 1_000, 10_000)
"""A digit too many, a mag mistaken for the next, 億 for 兆: the slips that happen."""
_NEAR = Decimal("0.05")
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


def find_odd_magnitudes(world: World, limits: Limits) -> Iterator[Hit]:
    """Yield slots with figures that no slip of the world explains; those that nobody has confirmed by themselves."""
    largest = _largest_sums(world, limits["usd"])
    for slot in world.data.slots:
        claims = [claim for claim in compared_claims(slot) if isinstance(claim.value, Money | Quantity)]
        found = [*_impossible(world, claims, largest, limits), *_factors_apart(world, claims)]
        for marked in (False, True):
            odd = [one for one in found if one.marked is marked]
            if odd:
                message = "; ".join(dict.fromkeys(one.words for one in odd))
                involved = tuple(claim for one in odd for claim in one.claims)
                yield over_slots((slot,), involved, f"{thing(world, slot)}: {message}", slip=not marked)


def _largest_sums(world: World, usd: Decimal) -> Mapping[str, Decimal]:
    """Return by currency the sum beyond which nothing is plausible, at the most generous rate that is known."""
    found = {"USD": usd}
    for pair in {pair for pair, _ in world.rates.by_month}:
        base, _, quote = pair.partition("/")
        other = quote if base == "USD" else base
        factors = world.rates.months("USD", other).values()
        if factors:
            found[other] = usd * max(factors)
    return found


def _impossible(
    world: World, claims: Iterable[Claim], largest: Mapping[str, Decimal], limits: Limits
) -> Iterator[_Odd]:
    for claim in claims:
        for value in printed_values(claim):
            why = _why_impossible(claim, value, largest, limits)
            if why:
                yield _Odd((claim,), f"{words(value)} ({voice(world, claim)}) is more than {why}")


def _why_impossible(claim: Claim, value: Value, largest: Mapping[str, Decimal], limits: Limits) -> str:
    """Return what a figure exceeds that it cannot, or nothing."""
    match value:
        case Money() if nominal(value) > largest.get(value.currency, nominal(value)):
            return "any sum of money can be"
        case Quantity(unit="%") if claim.attribute == "share" and value.number > 100:
            return "the whole"
        case Quantity(unit=unit) if unit in _PEOPLE and value.number > limits["people"]:
            return "all people"
    return ""


def _factors_apart(world: World, claims: Sequence[Claim]) -> Iterator[_Odd]:
    distinct: dict[object, Claim] = {}
    for claim in claims:
        if not claim.denied:
            distinct.setdefault(tuple(one.printed for one in _figures(claim)), claim)
    for a, b in combinations(distinct.values(), 2):
        factor = next((one for x in _figures(a) for y in _figures(b) for one in FACTORS if _is_factor(x, y, one)), None)
        if factor:
            said = " and ".join(f"{words(one.value)} ({voice(world, one)})" for one in (a, b))
            yield _Odd((a, b), f"{said} are a factor of {factor:,} apart")


def _figures(claim: Claim) -> list[Money | Quantity]:
    return [one for one in printed_values(claim) if isinstance(one, Money | Quantity)]


def _is_factor(x: Money | Quantity, y: Money | Quantity, factor: int) -> bool:
    """Tell whether one figure is the other with its point moved, which neither rounding nor bounds explain."""
    small, large = (x, y) if x.low.value <= y.low.value else (y, x)
    scaled = small.low.value * factor
    if abs(scaled - large.low.value) >= scaled * _NEAR or not _comparable(x, y) or agree(x, y):
        return False
    start, end = bare(small)
    return intervals_meet((start and start * factor, end and end * factor), bare(large))


def _comparable(x: Money | Quantity, y: Money | Quantity) -> bool:
    """Tell whether two figures are in one unit."""
    match x, y:
        case (Money(), Money()):
            return (x.currency, x.per) == (y.currency, y.per)
        case (Quantity(), Quantity()):
            return (x.unit, x.of, x.per) == (y.unit, y.of, y.per)
    return False
