"""In what figures are alike to a reader: the same sum, one that rounding makes the same, or the same digits."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations
from operator import attrgetter
from typing import NamedTuple

from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.crowds import pairs_while
from briefing.dataset.rule_base.looks import Look, looks_of_slot
from briefing.model.grouping import group_by

LIKENESSES = ("the same sum", "the same sum by rounding", "the same digits")
"""The likenesses in words, by their numbers."""
# Numbers and no enumeration, whose members are slow to look up; the closest likeness is the least.
EQUAL, ROUNDED, DIGITS = range(3)
_MOST_NEIGHBOURS = 40
"""So many overlapping figures of one family are looked at for each; more would be a list, not a confusion."""
Pair = tuple[Look, Look]


class Match(NamedTuple):
    """In what two figures are alike, and which they are."""

    likeness: int
    left: Look
    right: Look


def equal_sums(looks: Iterable[Look], common: int) -> Iterator[Pair]:
    """Yield the figures of equal sums two by two; what very many share, such as a round sum, confuses nobody."""
    for same in group_by(looks, attrgetter("sum")).values():
        if len(same) <= common:
            yield from combinations(same, 2)


def alike_figures(family: Sequence[Look], common: int) -> Iterator[Pair]:
    """Yield the figures that are alike in any way; digits count that no more than ``common`` of them share."""
    for match in chain(_overlapping(family), _same_digits(family, common)):
        yield match.left, match.right


def closest_match(context: RuleContext, slot: Slot, other: Slot) -> Match | None:
    """Return in what two slots are most alike, the figure of the first slot first."""
    looks = (*looks_of_slot(context, slot), *looks_of_slot(context, other))
    # However common the digits are among these two: what is too common was left out of the candidates.
    matches = chain(_overlapping(looks), _same_digits(looks, len(looks)))
    across = [match for match in matches if match.left.slot is not match.right.slot]
    if not across:
        return None
    closest = min(across, key=attrgetter("likeness"))
    if closest.left.slot is slot:
        return closest
    return Match(closest.likeness, closest.right, closest.left)


def _overlapping(family: Sequence[Look]) -> Iterator[Match]:
    """Yield equal sums, and those that rounding makes equal if both have two digits."""
    by_low = sorted(family, key=_currency_and_low)
    for look, other in pairs_while(by_low, _MOST_NEIGHBOURS, _overlap):
        if look.sum == other.sum:
            yield Match(EQUAL, look, other)
        elif not look.rough and not other.rough:
            yield Match(ROUNDED, look, other)


def _overlap(look: Look, other: Look) -> bool:
    """Tell whether the higher of two figures begins within the other; where not, all that follow begin higher still."""
    return other.low <= look.high and other.sum.currency == look.sum.currency


def _currency_and_low(look: Look) -> tuple[str, Decimal]:
    return look.sum.currency, look.low


def _same_digits(family: Iterable[Look], common: int) -> Iterator[Match]:
    for digits, same in group_by(family, attrgetter("digits")).items():
        # One digit alone is the same by chance, and the digits of a round sum are shared as widely as the sum.
        if len(digits) < 2 or len(same) > common:
            continue
        for left, right in combinations(same, 2):
            # Equal sums are yielded as such.
            if left.sum != right.sum:
                yield Match(DIGITS, left, right)
