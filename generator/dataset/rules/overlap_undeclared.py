"""overlap-undeclared: two sums of one time that may be the same money, and nobody has declared how they relate."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from generator.dataset.money import leading_claim, parties
from generator.dataset.money_lines import LineRelations, line_of
from generator.dataset.records import Slot
from generator.dataset.rules.rule import Hit, Limits, World, over_slots
from generator.dataset.rules.sums import AMOUNT, figure_words, line_relations, money_slots, sums_of, thing
from generator.dataset.rules.terms import differing, terms_of
from generator.dataset.rules.voices import voice
from generator.model.claims import Claim

_PAID = frozenset({"disbursed", "spent", "built"})
_MOST_NEIGHBOURS = 40
"""So many sums of one time a subject hardly has; beyond, a list of pairs would help nobody."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """The shown sum of a slot and the days that it is about."""

    slot: Slot
    claim: Claim
    start: date
    end: date


def find_undeclared_overlaps(world: World, _limits: Limits) -> Iterator[Hit]:
    """Yield every pair of sums of one subject, or of one payer and payee, that may count the same money."""
    relations = line_relations(world)
    seen: set[tuple[str, str]] = set()
    for family in _families(world):
        for a, b in _meeting(family):
            pair = (min(a.claim.key, b.claim.key), max(a.claim.key, b.claim.key))
            if pair not in seen and _may_overlap(a, b, relations):
                seen.add(pair)
                yield over_slots((a.slot, b.slot), (a.claim, b.claim), _message(world, a, b))


def _families(world: World) -> Iterator[list[_Sum]]:
    families: dict[object, list[_Sum]] = defaultdict(list)
    for one in _sums(world):
        families[one.slot.about[0]].append(one)
        ends = parties(one.claim, "payer"), parties(one.claim, "payee")
        if all(ends):
            families[ends].append(one)
    yield from families.values()


def _sums(world: World) -> Iterator[_Sum]:
    for slot in money_slots(world, (AMOUNT,)):
        claim = leading_claim(slot.shown) if slot.shown else None
        if claim is None or not sums_of(claim) or claim.denied or claim.qualifier("stage") == "cancelled":
            continue
        # A sum without a period is of the time when it was agreed, at the latest of the time when it was told.
        time = claim.period or claim.when or claim.as_of
        yield _Sum(slot, claim, time.earliest or date.min, time.latest or date.max)


def _meeting(family: Sequence[_Sum]) -> Iterator[tuple[_Sum, _Sum]]:
    """Yield the pairs whose days meet."""
    by_start = sorted(family, key=lambda one: (one.start, one.claim.key))
    for place, one in enumerate(by_start):
        for other in islice(by_start, place + 1, place + 1 + _MOST_NEIGHBOURS):
            if other.start > one.end:
                break
            yield one, other


def _may_overlap(a: _Sum, b: _Sum, relations: LineRelations) -> bool:
    """Tell whether two sums can be the same money: both promised or both paid, by and to nobody else."""
    left, right = line_of(a.slot), line_of(b.slot)
    same_stage = (a.claim.qualifier("stage") in _PAID) == (b.claim.qualifier("stage") in _PAID)
    if not same_stage or relations.declared(left, right) or relations.siblings(left, right):
        return False
    return not {"payer", "payee"} & set(differing(terms_of(a.claim), terms_of(b.claim)))


def _message(world: World, a: _Sum, b: _Sum) -> str:
    sums = " and ".join(
        f"{figure_words(one.claim)} for {thing(world, one.slot, voice(world, one.claim))}" for one in (a, b)
    )
    return f"{sums} may count the same money; how they relate is not declared, so they are not added up"
