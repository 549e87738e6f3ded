"""equal-figures: one figure, or the same digits, for two different things, which a reader may take for one.

Neighbours are compared closely: things of one subject, look-alikes, related subjects, one payer and payee. Things of
one payer share equal sums only; so do all others, while a briefing has few sums and an equal one is hardly chance.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, islice

from generator.dataset.money import parties
from generator.dataset.money_lines import LineRelations, line_of
from generator.dataset.rules.rule import Hit, Limits, World, over_slots, words
from generator.dataset.rules.sums import (
    AMOUNT,
    EFFECT,
    Figure,
    figures_of,
    line_relations,
    money_attributes,
    money_slots,
    nominal,
    thing,
)
from generator.dataset.rules.terms import differing, terms_of
from generator.dataset.rules.terms_differ import HARD
from generator.dataset.rules.voices import voice
from generator.model.ids import SubjectId
from generator.model.numerals import EXACT
from generator.model.registry import Registry
from generator.model.values import Money

_KINDS = ("the same sum", "the same sum by rounding", "the same digits")
_EQUAL, _ROUNDED, _DIGITS = range(3)
_MOST_NEIGHBOURS = 40
"""So many overlapping figures of one family are looked at for each; more would be a list, not a confusion."""

Sum = tuple[str, Decimal, Decimal | None]


@dataclass(frozen=True, slots=True)
class _Look:
    """A figure as a reader sees it: its sum, what rounding makes of it, and the digits that catch the eye."""

    slot: int
    figure: Figure
    sum: Sum
    low: Decimal
    high: Decimal
    digits: tuple[int, ...]
    rough: bool
    payer: tuple[str, ...]
    payee: tuple[str, ...]


Match = tuple[int, _Look, _Look]


def money_and_relations(registry: Registry) -> set[str]:
    """Return the attributes that hold sums, and those that make two subjects neighbours."""
    return money_attributes(registry) | {name for name, one in registry.attributes.items() if one.is_relation}


def find_equal_figures(world: World, limits: Limits) -> Iterator[Hit]:
    """Yield every pair of different things that share a figure or its digits."""
    looks = list(_looks(world))
    relations = line_relations(world)
    best: dict[tuple[int, int], Match] = {}
    for kind, one, other in _matches(world, looks, limits):
        a, b = (one, other) if one.slot < other.slot else (other, one)
        if (a.slot, b.slot) not in best or kind < best[a.slot, b.slot][0]:
            best[a.slot, b.slot] = (kind, a, b)
    for key in sorted(best):
        kind, a, b = best[key]
        if _confusable(kind, a.figure, b.figure, relations):
            yield _hit(world, kind, a.figure, b.figure)


def _looks(world: World) -> Iterator[_Look]:
    """Yield every different sum of every slot."""
    for place, slot in enumerate(money_slots(world)):
        seen: set[Sum] = set()
        for figure in figures_of(slot):
            printed = (figure.money.currency, figure.money.amount, figure.money.amount_max)
            if printed not in seen:
                seen.add(printed)
                yield _look(place, figure, printed)


def _look(place: int, figure: Figure, printed: Sum) -> _Look:
    money, claim = figure.money, figure.claim
    return _Look(
        slot=place,
        figure=figure,
        sum=printed,
        low=money.amount - money.step / 2,
        high=nominal(money) + (money.step_max or money.step) / 2,
        digits=_digits(money),
        rough=bool(money.step) and money.amount.adjusted() <= money.step.adjusted(),
        payer=parties(claim, "payer"),
        payee=parties(claim, "payee"),
    )


def _digits(money: Money) -> tuple[int, ...]:
    """Return the digits of a sum without the zeros around them; none of a range."""
    return () if money.amount_max is not None else money.amount.normalize(EXACT).as_tuple().digits


def _matches(world: World, looks: Sequence[_Look], limits: Limits) -> Iterator[Match]:
    common = int(limits["common"])
    for family in _families(world, looks):
        yield from _overlapping(family)
        yield from _same_digits(family, common)
    by_payer: dict[object, list[_Look]] = defaultdict(list)
    for one in looks:
        by_payer[one.payer].append(one)
    everybody = [looks] if len(looks) <= limits["few"] else []
    for group in (*(group for payer, group in by_payer.items() if payer), *everybody):
        yield from _same_sums(group, common)


def _same_sums(group: Sequence[_Look], common: int) -> Iterator[Match]:
    by_sum: dict[Sum, list[_Look]] = defaultdict(list)
    for one in group:
        by_sum[one.sum].append(one)
    for same in by_sum.values():
        if len(same) <= common:
            yield from ((_EQUAL, a, b) for a, b in combinations(same, 2))


def _families(world: World, looks: Sequence[_Look]) -> Iterator[list[_Look]]:
    """Yield the figures of every subject, of every pair of subjects that stand near, and of every payer and payee."""
    by_subject: dict[SubjectId, list[_Look]] = defaultdict(list)
    by_parties: dict[object, list[_Look]] = defaultdict(list)
    for one in looks:
        by_subject[one.figure.slot.about[0]].append(one)
        if one.payer and one.payee:
            by_parties[one.payer, one.payee].append(one)
    yield from (family for family in (*by_subject.values(), *by_parties.values()) if len(family) > 1)
    for a, b in sorted(_near(world, by_subject)):
        yield by_subject[a] + by_subject[b]


def _near(world: World, by_subject: Mapping[SubjectId, object]) -> set[tuple[SubjectId, SubjectId]]:
    """Return the pairs of subjects with sums that are related, or that an editor tells apart."""
    found: set[tuple[SubjectId, SubjectId]] = set()
    for here in by_subject:
        subject = world.data.subjects.get(here)
        others = {*(subject.not_same_as if subject else ())}
        others |= {one.other for one in world.data.relations_of.get(here, ()) if one.other}
        found |= {(min(here, there), max(here, there)) for there in others if there in by_subject and there != here}
    return found


def _overlapping(family: Sequence[_Look]) -> Iterator[Match]:
    """Yield equal sums, and those that rounding makes equal if both have two digits."""
    spread = sorted(family, key=lambda one: (one.sum[0], one.low))
    for place, one in enumerate(spread):
        for other in islice(spread, place + 1, place + 1 + _MOST_NEIGHBOURS):
            if one.sum[0] != other.sum[0] or other.low > one.high:
                break
            if one.sum == other.sum:
                yield _EQUAL, one, other
            elif not one.rough and not other.rough:
                yield _ROUNDED, one, other


def _same_digits(family: Sequence[_Look], common: int) -> Iterator[Match]:
    by_digits: dict[tuple[int, ...], list[_Look]] = defaultdict(list)
    for one in family:
        if len(one.digits) >= 2:
            by_digits[one.digits].append(one)
    for same in by_digits.values():
        if 1 < len(same) <= common:
            yield from ((_DIGITS, a, b) for a, b in combinations(same, 2) if a.sum != b.sum)


def _confusable(kind: int, a: Figure, b: Figure, relations: LineRelations) -> bool:
    """Tell whether two figures are of different things, and no other rule speaks of the pair."""
    if a.slot is b.slot or {a.claim.restates, b.claim.restates} & {a.claim.key, b.claim.key}:
        return False
    left, right = line_of(a.slot), line_of(b.slot)
    if {a.slot.attribute, b.slot.attribute} - {AMOUNT, EFFECT}:
        return True
    if left != right and relations.same(left, right):
        return False
    if relations.supersedes(left, right) or relations.supersedes(right, left):
        return False
    undeclared = a.slot.attribute == b.slot.attribute and left.subject == right.subject
    return not undeclared or relations.declared(left, right) or _told_apart(kind, a, b)


def _told_apart(kind: int, a: Figure, b: Figure) -> bool:
    """Tell whether two sums of a subject are surely two; else they are for `two-causes` and `terms-differ`."""
    if kind == _EQUAL:
        return a.claim.article == b.claim.article
    return kind == _DIGITS or not set(HARD) & set(differing(terms_of(a.claim), terms_of(b.claim)))


def _hit(world: World, kind: int, a: Figure, b: Figure) -> Hit:
    both = " and ".join(f"{words(one.money)} for {thing(world, one.slot, voice(world, one.claim))}" for one in (a, b))
    return over_slots((a.slot, b.slot), (a.claim, b.claim), f"{both}: {_KINDS[kind]} for different things")
