"""Declared parts of a sum against their whole: both as intervals of one currency, each part counted once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from briefing.dataset.comparing.leading_claims import leading_claim
from briefing.dataset.comparing.sum_tree import AMOUNT
from briefing.dataset.linked.line_graph import Line
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.sum_relations import LineRelations, line_of
from briefing.dataset.rule_base.attribution import list_words, name_voice, name_voices
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots, slot_place
from briefing.dataset.rule_base.slot_names import thing
from briefing.dataset.rule_base.sums import figure_words, line_relations, money_slots, own_voices, sum_in, sums_of
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


def wholes(context: RuleContext) -> tuple[Whole, ...]:
    """Return every sum whose parts are declared and of which at least one is known."""
    return context.cached(_find_wholes)


def _find_wholes(context: RuleContext) -> tuple[Whole, ...]:
    return tuple(_wholes(context))


def _wholes(context: RuleContext) -> Iterator[Whole]:
    relations = line_relations(context)
    slots = {line_of(slot): slot for slot in money_slots(context, (AMOUNT,))}
    # Lines of one sum share their parts, which are looked at once, under the line that stands for all of them.
    stated_sums = {relations.sum_of(line) for line in slots}
    for line, declared in relations.parts_of.items():
        if line not in stated_sums:
            continue
        slot = _slot_of_sum(line, relations, slots)
        if slot is None:
            continue
        addends = _distinct(_listed_parts(line, declared, relations), relations)
        counted = tuple(_with_sums(addends, relations, slots))
        if counted:
            complete = line in relations.is_complete and len(counted) == len(addends)
            yield Whole(slot, counted, complete)


def _listed_parts(line: Line, declared: Sequence[Line], relations: LineRelations) -> Sequence[Line]:
    """Return the parts that a complete sum lists: whatever else is a part of it lies within them."""
    listed = [part for part in declared if line in relations.complete.get(part, ())]
    return listed or declared


def _slot_of_sum(line: Line, relations: LineRelations, slots: Mapping[Line, Slot]) -> Slot | None:
    """Return the slot of a line, else of one that is declared to be the same sum."""
    if line in slots:
        return slots[line]
    for other, first in relations.stands_for.items():
        if first == line and other in slots:
            return slots[other]
    return None


def _with_sums(addends: Sequence[Line], relations: LineRelations, slots: Mapping[Line, Slot]) -> Iterator[Part]:
    """Yield the parts whose sums are known."""
    for line in addends:
        slot = _slot_of_sum(line, relations, slots)
        if slot is None or slot.shown is None:
            continue
        claim = leading_claim(slot.shown)
        if sums_of(claim) and not claim.denied:
            yield Part(slot, claim)


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
    for claim in own_voices(whole.slot):
        sums = sums_of(claim)
        if not sums:
            continue
        currency, per = sums[0].currency, sums[0].per
        bounds = sum_in(context, claim, currency, per, tolerance)
        intervals = [sum_in(context, part.claim, currency, per, tolerance) for part in whole.parts]
        convertible = [part for part in intervals if part is not None]
        # Of a total that misses a part it can not be told how far it is from the whole.
        if bounds is not None and len(convertible) == len(intervals):
            yield Comparison(claim, bounds, _add(convertible))


def _add(intervals: Sequence[Interval]) -> Interval:
    """Return the interval of a total: a sum without a floor adds nothing for sure, one without a ceiling anything."""
    floors = [floor for floor, _ in intervals if floor is not None]
    ceilings = [ceiling for _, ceiling in intervals if ceiling is not None]
    low = sum(floors, Decimal(0))
    if len(ceilings) < len(intervals):
        return low, None
    return low, sum(ceilings, Decimal(0))


def _list_parts(context: RuleContext, whole: Whole) -> str:
    """Return the parts with their sums and who gives them."""
    parts = []
    for part in whole.parts:
        named = thing(context, part.slot, name_voice(context, part.claim))
        parts.append(f"{figure_words(part.claim)} for {named}")
    return list_words(parts)


def whole_finding(context: RuleContext, whole: Whole, claims: tuple[Claim, ...], relation: str) -> Finding:
    """Return a finding about a whole and all its parts; its place is the whole alone, since parts may join."""
    total = f"{figure_words(claims[0])} ({name_voices(context, claims)})"
    message = f"{thing(context, whole.slot)}: the parts, {_list_parts(context, whole)}, {relation} the whole, {total}"
    slots = [part.slot for part in whole.parts]
    part_claims = [part.claim for part in whole.parts]
    finding = over_slots((whole.slot, *slots), (*claims, *part_claims), message)
    return replace(finding, places=(slot_place(whole.slot),))
