"""Declared parts of a sum against their whole: both as intervals of one currency, each part counted once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from itertools import starmap
from operator import attrgetter

from briefing.dataset.comparing.sum_tree import AMOUNT
from briefing.dataset.linked.line_graph import Line
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.sum_relations import LineRelations, line_of
from briefing.dataset.rule_base.attribution import list_words, name_voice, name_voices
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots, slot_place
from briefing.dataset.rule_base.slot_names import thing
from briefing.dataset.rule_base.sums import (
    figure_words,
    leading_sums,
    line_relations,
    money_slots,
    own_voices,
    sum_in,
    sums_of,
)
from briefing.model.claims import Claim
from briefing.model.intervals import Interval


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a sum with the claim that is shown for it."""

    slot: Slot
    claim: Claim


@dataclass(frozen=True, slots=True)
class Whole:
    """A sum with its declared parts; ``complete`` where they are all of it and each one's sum is known."""

    slot: Slot
    parts: tuple[Part, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class _StatedSums:
    """The slots of sums by their lines, and how these lines relate."""

    relations: LineRelations
    slots: Mapping[Line, Slot]

    def slot_of(self, line: Line) -> Slot | None:
        """Return the slot of a line, else of one that is declared to be the same sum."""
        if line in self.slots:
            return self.slots[line]
        for other, first in self.relations.stands_for.items():
            if first == line and other in self.slots:
                return self.slots[other]
        return None

    def parts_of(self, lines: Iterable[Line]) -> Iterator[Part]:
        """Yield the parts whose sums are known."""
        return starmap(Part, leading_sums(filter(None, map(self.slot_of, lines))))

    def listed_parts(self, line: Line, declared: Sequence[Line]) -> Sequence[Line]:
        """Return the parts that a complete sum lists: whatever else is a part of it lies within them."""
        complete = self.relations.complete
        listed = [part for part in declared if line in complete.get(part, ())]
        return listed or declared

    def whole(self, line: Line, declared: Sequence[Line]) -> Whole | None:
        """Return a sum with its parts; None where nobody states it, or none of them."""
        slot = self.slot_of(line)
        if slot is None:
            return None
        addends = _distinct(self.listed_parts(line, declared), self.relations)
        counted = tuple(self.parts_of(addends))
        if not counted:
            return None
        complete = line in self.relations.is_complete and len(counted) == len(addends)
        return Whole(slot, counted, complete)


def wholes(context: RuleContext) -> tuple[Whole, ...]:
    """Return every sum whose parts are declared and of which at least one is known."""
    return context.cached(_find_wholes)


def _find_wholes(context: RuleContext) -> tuple[Whole, ...]:
    relations = line_relations(context)
    sums = _StatedSums(relations, {line_of(slot): slot for slot in money_slots(context, (AMOUNT,))})
    # Lines of one sum share their parts, which are looked at once, under the line that stands for all of them.
    stated = set(map(relations.sum_of, sums.slots))
    candidates = [sums.whole(line, declared) for line, declared in relations.parts_of.items() if line in stated]
    return tuple(filter(None, candidates))


def _distinct(parts: Sequence[Line], relations: LineRelations) -> list[Line]:
    """Return the parts that may be added: none inside another one, none superseded, none sharing with one before."""
    distinct: list[Line] = []
    for line in parts:
        if relations.newer.get(line):
            continue
        is_inside = any(relations.holds(other, line) for other in parts)
        if not is_inside and not any(relations.overlap(other, line) for other in distinct):
            distinct.append(line)
    return distinct


@dataclass(frozen=True, slots=True)
class Comparison:
    """One voice for the whole, in a currency that its parts can be told in."""

    claim: Claim
    whole: Interval
    parts: Interval


def comparisons(context: RuleContext, whole: Whole, tolerance: Decimal) -> Iterator[Comparison]:
    """Yield what each voice says of the whole against what its parts add up to, where currencies allow."""
    voices = own_voices(whole.slot)
    return filter(None, (_compare(context, whole, claim, tolerance) for claim in voices))


def _compare(context: RuleContext, whole: Whole, claim: Claim, tolerance: Decimal) -> Comparison | None:
    sums = sums_of(claim)
    if not sums:
        return None
    currency, per = sums[0].currency, sums[0].per
    bounds = sum_in(context, claim, currency, per, tolerance)
    parts = [sum_in(context, part.claim, currency, per, tolerance) for part in whole.parts]
    # Of a total that misses a part it can not be told how far it is from the whole.
    if bounds is None or None in parts:
        return None
    return Comparison(claim, bounds, _add(filter(None, parts)))


def _add(intervals: Iterable[Interval]) -> Interval:
    """Return the interval of a total: a sum without a floor adds nothing for sure, one without a ceiling anything."""
    floors, ceilings = zip(*intervals, strict=True)
    low = sum(filter(None, floors), Decimal(0))
    if None in ceilings:
        return low, None
    return low, sum(filter(None, ceilings), Decimal(0))


def _word_part(context: RuleContext, part: Part) -> str:
    """Return a part with its sum and who gives it."""
    named = thing(context, part.slot, name_voice(context, part.claim))
    return f"{figure_words(part.claim)} for {named}"


def whole_finding(context: RuleContext, whole: Whole, claims: tuple[Claim, ...], relation: str) -> Finding:
    """Return a finding about a whole and all its parts; its place is the whole alone, since parts may join."""
    total = f"{figure_words(claims[0])} ({name_voices(context, claims)})"
    parts = list_words(list(map(partial(_word_part, context), whole.parts)))
    message = f"{thing(context, whole.slot)}: the parts, {parts}, {relation} the whole, {total}"
    slots = map(attrgetter("slot"), whole.parts)
    part_claims = map(attrgetter("claim"), whole.parts)
    finding = over_slots((whole.slot, *slots), (*claims, *part_claims), message)
    return replace(finding, places=(slot_place(whole.slot),))
