"""What the rules about money share: whose sums count as a voice, printed figures as intervals, other currencies.

Knows no thresholds and finds nothing by itself.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from briefing.dataset.comparing.leading_claims import leading_claim
from briefing.dataset.linked.exchange_rates import Rates, convert, money_like, month_of, nearest_month
from briefing.dataset.linked.line_graph import Line, ordered
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.sum_relations import LineRelations, link_lines, state_relations
from briefing.dataset.rule_base.compared import compared_claims, facts_with
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.message_words import value_words
from briefing.model.claims import Claim
from briefing.model.intervals import Interval, intervals_meet
from briefing.model.measures import bare_interval, in_measure_of, in_one_measure
from briefing.model.money import Money
from briefing.model.registry import Registry
from briefing.model.value_comparing import interval

EFFECT = "effect"
_OF_ONE_SUM = ("part_of", "sum_of", "overlaps", "same_sum_as")
"""Relations of sums that share money."""


class Figure(NamedTuple):
    """One printed sum of a claim, with the slot that it answers."""

    slot: Slot
    claim: Claim
    money: Money


def money_attributes(registry: Registry) -> set[str]:
    """Return the attributes that may hold money."""
    return {name for name, attribute in registry.attributes.items() if "money" in attribute.values}


def money_slots(context: RuleContext, attributes: Collection[str] | None = None, voices: int = 1) -> Iterator[Slot]:
    """Yield the slots that may hold money, as `facts_with` does; of all attributes unless some are named."""
    wanted = money_attributes(context.data.registry)
    if attributes is not None:
        wanted &= set(attributes)
    return facts_with(context, wanted, voices)


def line_relations(context: RuleContext) -> LineRelations:
    """Return all declared relations between sums, of the whole dataset."""
    return context.entire.cached_from_records(link_declared_lines)


def link_declared_lines(context: RuleContext) -> LineRelations:
    """Return the declared relations between the sums of a context."""
    return link_lines(context.data.subjects)


def own_voices(slot: Slot) -> tuple[Claim, ...]:
    """Return the compared claims that say something of their own: no echo of another one, nothing denied."""
    claims = compared_claims(slot)
    # Of most slots every claim does.
    if all(map(_is_own_word, claims)):
        return claims
    keys = {claim.key for claim in claims}
    # A restatement of a claim that is not compared is the only voice for it.
    return tuple([claim for claim in claims if claim.restates not in keys and not claim.denied])


def _is_own_word(claim: Claim) -> bool:
    return claim.restates is None and "denied" not in claim.qualifiers


def sums_of(claim: Claim) -> tuple[Money, ...]:
    """Return the sums that a claim prints, its own currency first."""
    printed = (claim.value, claim.also_printed)
    return tuple([money for money in printed if isinstance(money, Money)])


def leading_sum(slot: Slot) -> Claim | None:
    """Return the claim that leads for the sum that a slot shows; None where it shows none, or one that is denied."""
    if slot.shown is None:
        return None
    claim = leading_claim(slot.shown)
    if claim.denied or not sums_of(claim):
        return None
    return claim


def leading_sums(slots: Iterable[Slot]) -> Iterator[tuple[Slot, Claim]]:
    """Yield the slots that show a sum, each with the claim that leads for it."""
    for slot in slots:
        claim = leading_sum(slot)
        if claim is not None:
            yield slot, claim


def figures_of(slot: Slot) -> Iterator[Figure]:
    """Yield every sum that a slot's own voices print."""
    for claim in own_voices(slot):
        for money in sums_of(claim):
            yield Figure(slot, claim, money)


def nominal(money: Money) -> Decimal:
    """Return the printed sum without its sign, of a range its larger end."""
    return sizes_of(money)[1]


def sizes_of(money: Money) -> tuple[Decimal, Decimal]:
    """Return the ends of a printed sum without their signs, the smaller first; of one number it twice."""
    if money.amount_max is None:
        return abs(money.amount), abs(money.amount)
    # The larger end of a range of losses is the lower number.
    smaller, larger = sorted((abs(money.amount), abs(money.amount_max)))
    return smaller, larger


def near_factor(rates: Rates, start: str, to: str, month: str) -> Decimal | None:
    """Return the rate of a month, else of the nearest known one within a year; enough for magnitudes."""
    if start == to:
        return Decimal(1)
    exact = rates.factor(start, to, month)
    if exact is not None:
        return exact
    months = rates.months(start, to)
    return months.get(nearest_month(months, month) or "")


def sum_in(
    context: RuleContext, claim: Claim, currency: str, per: str | None, tolerance: Decimal, *, bounded: bool = True
) -> Interval | None:
    """Return what a claim's sum is in a currency: as printed, else converted, or None where nothing tells."""
    read = interval if bounded else bare_interval
    sums = _sums_per(claim, per)
    # What the source prints itself is nearer to what it means than any conversion.
    for money in sums:
        if money.currency == currency:
            return read(money)
    for money in sums:
        factor = near_factor(context.rates, money.currency, currency, month_of(claim))
        if factor is not None:
            return convert(read(money), factor, tolerance)
    return None


def _sums_per(claim: Claim, per: str | None) -> list[Money]:
    """Return the sums of a claim per a unit of time, without those that nothing converts to it."""
    paced = [in_measure_of(money, replace(money, per=per)) for money in sums_of(claim)]
    return list(filter(None, paced))


def rough_sum(context: RuleContext, claim: Claim) -> Decimal:
    """Return about what a claim's sum is in the briefing's currency, for its size among others."""
    home, sums = context.data.briefing.currency, sums_of(claim)
    for money in sums:
        factor = near_factor(context.rates, money.currency, home, month_of(claim))
        if factor is not None:
            return nominal(money) * factor
    # Without any rate the digits alone have to do: they order sums of this currency among themselves.
    return nominal(sums[0])


def amounts_meet(context: RuleContext, a: Claim, b: Claim, tolerance: Decimal, *, bounded: bool) -> bool:
    """Tell whether two claims may print one sum; ``bounded`` heeds `up to` and the like, else digits alone count."""
    read = interval if bounded else bare_interval
    left, right = sums_of(a), sums_of(b)
    in_one = list(in_one_measure(left, right))
    if in_one:
        # Where both print a currency, no conversion can tell more.
        return any(intervals_meet(read(x), read(y)) for x, y in in_one)
    months = sorted({month_of(a), month_of(b)})
    for x, y in product(left, right):
        converted = money_like(x, y, context.rates, months, tolerance, read)
        if any_meets(converted, read(y)):
            return True
    return False


def any_meets(intervals: Iterable[Interval], other: Interval) -> bool:
    """Tell whether any of some intervals meets another one."""
    return any(intervals_meet(interval, other) for interval in intervals)


def figure_words(claim: Claim) -> str:
    """Return a claim's sum and the one printed beside it: ``¥68 trillion or over US$420 billion``."""
    words = value_words(claim.value)
    if claim.also_printed is None:
        return words
    return f"{words} or {value_words(claim.also_printed)}"


def related_lines(context: RuleContext) -> set[tuple[Line, Line]]:
    """Return every pair of lines of which a fact file says how they relate."""
    # Either of the two may declare it, or both.
    stated = state_relations(context.data.subjects.values())
    return {ordered(line, other) for line, name, other in stated if name in _OF_ONE_SUM}
