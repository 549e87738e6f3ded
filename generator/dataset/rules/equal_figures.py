"""equal-figures: one figure, or the same digits, for two different things, which a reader may take for one.

An equal sum is enough by itself while few things share it. Sums that are equal only by rounding, and equal digits
in another currency or magnitude, count between neighbours: things of one subject, look-alikes, related subjects,
or one payer and payee.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, islice

from generator.dataset.money import parties
from generator.dataset.money_lines import LineRelations, line_of, link_lines
from generator.dataset.rules.rule import Hit, Limits, World, over_slots, words
from generator.dataset.rules.sums import AMOUNT, EFFECT, Figure, bare, figures_of, money_slots, thing
from generator.dataset.rules.terms import differing, terms_of
from generator.dataset.rules.terms_differ import HARD
from generator.dataset.rules.voices import voice
from generator.model.ids import SubjectId
from generator.model.numerals import EXACT
from generator.model.values import Money

_KINDS = ("the same sum", "the same sum by rounding", "the same digits")
_EQUAL, _ROUNDED, _DIGITS = range(3)
_MOST_NEIGHBOURS = 40
"""So many overlapping figures of one family are looked at for each; more would be a list, not a confusion."""

Match = tuple[int, Figure, Figure]
Pair = tuple[int, int]


def find_equal_figures(world: World, limits: Limits) -> Iterator[Hit]:
    """Yield every pair of different things that share a figure or its digits."""
    slots = list(money_slots(world))
    order = {id(slot): place for place, slot in enumerate(slots)}
    figures = [_distinct(figures_of(slot)) for slot in slots]
    relations = link_lines(world.data.subjects)
    best: dict[Pair, Match] = {}
    for kind, a, b in _matches(world, figures, int(limits["common"])):
        pair = (order[id(a.slot)], order[id(b.slot)])
        key, match = (pair, (kind, a, b)) if pair[0] < pair[1] else ((pair[1], pair[0]), (kind, b, a))
        if key not in best or kind < best[key][0]:
            best[key] = match
    for key in sorted(best):
        if _confusable(best[key], relations):
            yield _hit(world, best[key])


def _distinct(figures: Iterable[Figure]) -> list[Figure]:
    found: dict[object, Figure] = {}
    for one in figures:
        found.setdefault(_sum(one.money), one)
    return list(found.values())


def _sum(money: Money) -> tuple[str, Decimal, Decimal | None]:
    return money.currency, money.amount, money.amount_max


def _matches(world: World, figures: Sequence[Sequence[Figure]], common: int) -> Iterator[Match]:
    by_sum: dict[object, list[Figure]] = defaultdict(list)
    for one in (figure for several in figures for figure in several):
        by_sum[_sum(one.money)].append(one)
    for same in by_sum.values():
        if len(same) <= common:
            yield from ((_EQUAL, a, b) for a, b in combinations(same, 2))
    for family in _families(world, figures):
        yield from _overlapping(family)
        yield from _same_digits(family, common)


def _families(world: World, figures: Sequence[Sequence[Figure]]) -> Iterator[list[Figure]]:
    """Yield the figures of every subject, of every pair of subjects that stand near, and of every payer and payee."""
    by_subject: dict[SubjectId, list[Figure]] = defaultdict(list)
    by_parties: dict[object, list[Figure]] = defaultdict(list)
    for one in (figure for several in figures for figure in several):
        by_subject[one.slot.about[0]].append(one)
        ends = parties(one.claim, "payer"), parties(one.claim, "payee")
        if all(ends):
            by_parties[ends].append(one)
    yield from by_subject.values()
    yield from by_parties.values()
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


def _overlapping(family: Sequence[Figure]) -> Iterator[Match]:
    """Yield equal sums, and those that rounding makes equal if both have two digits."""
    spread = [
        (low, high, one) for one in family for low, high in [bare(one.money)] if low is not None and high is not None
    ]
    spread.sort(key=lambda one: (one[2].money.currency, one[0]))
    for place, (_, high, one) in enumerate(spread):
        for low, _, other in islice(spread, place + 1, place + 1 + _MOST_NEIGHBOURS):
            if one.money.currency != other.money.currency or low > high:
                break
            equal = _sum(one.money) == _sum(other.money)
            if equal or (_two_digits(one.money) and _two_digits(other.money)):
                yield (_EQUAL if equal else _ROUNDED), one, other


def _two_digits(money: Money) -> bool:
    return not money.step or money.amount.adjusted() > money.step.adjusted()


def _same_digits(family: Sequence[Figure], common: int) -> Iterator[Match]:
    by_digits: dict[tuple[int, ...], list[Figure]] = defaultdict(list)
    for one in family:
        digits = one.money.amount.normalize(EXACT).as_tuple().digits
        if len(digits) >= 2 and one.money.amount_max is None:
            by_digits[digits].append(one)
    for same in by_digits.values():
        if len({_sum(one.money) for one in same}) > 1 and len(same) <= common:
            yield from ((_DIGITS, a, b) for a, b in combinations(same, 2) if _sum(a.money) != _sum(b.money))


def _confusable(match: Match, relations: LineRelations) -> bool:
    """Tell whether two figures are of different things, and no other rule speaks of the pair."""
    kind, a, b = match
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


def _hit(world: World, match: Match) -> Hit:
    kind, a, b = match
    both = " and ".join(
        f"{words(one.money)} for {thing(world, one.slot)} ({voice(world, one.claim)})" for one in (a, b)
    )
    return over_slots((a.slot, b.slot), (a.claim, b.claim), f"{both}: {_KINDS[kind]} for different things")
