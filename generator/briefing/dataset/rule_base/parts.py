"""Declared parts of a sum against their whole: both as intervals of one currency, each part counted once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefing.dataset.comparing.leading_claims import leading_claim
from briefing.dataset.comparing.sum_tree import AMOUNT
from briefing.dataset.linked.line_graph import Line
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.sum_relations import LineRelations, line_of
from briefing.dataset.rule_base.attribution import listed, voice, voices
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
    return context.once(_find_wholes)


def _find_wholes(context: RuleContext) -> tuple[Whole, ...]:
    return tuple(_wholes(context))


def _wholes(context: RuleContext) -> Iterator[Whole]:
    relations = line_relations(context)
    slots = {line_of(slot): slot for slot in money_slots(context, (AMOUNT,))}
    known_sums = {relations.sum_of(line) for line in slots}
    for line, declared in relations.parts_of.items():
        if line not in known_sums:
            continue
        # Whatever else is a part of a complete sum lies within its listed parts.
        listed_parts = [one for one in declared if line in relations.complete.get(one, ())]
        parts = listed_parts or declared
        known = _counted(parts, relations, slots)
        slot = next((slots[one] for one in _names(line, relations) if one in slots), None)
        if slot and known:
            complete = line in relations.is_complete and len(known) == len(_distinct(parts, relations))
            yield Whole(slot, known, complete)


def _names(line: Line, relations: LineRelations) -> Sequence[Line]:
    """Return a line and those that are the same sum."""
    return [line, *(other for other, first in relations.stands_for.items() if first == line and other != line)]


def _counted(parts: Sequence[Line], relations: LineRelations, slots: Mapping[Line, Slot]) -> tuple[Part, ...]:
    found = []
    for line in _distinct(parts, relations):
        slot = next((slots[one] for one in _names(line, relations) if one in slots), None)
        claim = leading_claim(slot.shown) if slot and slot.shown else None
        if slot and claim and sums_of(claim) and not claim.denied:
            found.append(Part(slot, claim))
    return tuple(found)


def _distinct(parts: Sequence[Line], relations: LineRelations) -> list[Line]:
    """Return the parts that may be added: none inside another one, none superseded, none sharing with one before."""
    found: list[Line] = []
    for line in parts:
        nested = any(relations.holds(other, line) for other in parts)
        shared = any(relations.overlap(other, line) for other in found)
        if not nested and not shared and not relations.newer.get(line):
            found.append(line)
    return found


@dataclass(frozen=True, slots=True)
class Comparison:
    """One voice for the whole, in a currency that its parts can be told in."""

    claim: Claim
    whole: Interval
    parts: Interval


def comparisons(context: RuleContext, whole: Whole, tolerance: Decimal) -> Iterator[Comparison]:
    """Yield what each voice says of the whole against what its parts add up to, where currencies allow."""
    for claim in own_voices(whole.slot):
        for money in sums_of(claim)[:1]:
            bounds = sum_in(context, claim, money.currency, money.per, tolerance)
            found = [sum_in(context, part.claim, money.currency, money.per, tolerance) for part in whole.parts]
            known = [one for one in found if one is not None]
            if bounds is not None and len(known) == len(found):
                yield Comparison(claim, bounds, _added(known))


def _added(intervals: Sequence[Interval]) -> Interval:
    """Return the interval of a total: a sum without a floor adds nothing for sure, one without a ceiling anything."""
    low = sum((one[0] or Decimal(0) for one in intervals), Decimal(0))
    highs = [one[1] for one in intervals]
    return low, None if None in highs else sum((one for one in highs if one is not None), Decimal(0))


def parts_told(context: RuleContext, whole: Whole) -> str:
    """Return the parts with their sums and who gives them."""
    rows = (
        f"{figure_words(one.claim)} for {thing(context, one.slot, voice(context, one.claim))}" for one in whole.parts
    )
    return listed(list(rows))


def whole_finding(context: RuleContext, whole: Whole, claims: tuple[Claim, ...], relation: str) -> Finding:
    """Return a finding about a whole and all its parts; its place is the whole alone, since parts may join."""
    said = f"{figure_words(claims[0])} ({voices(context, claims)})"
    message = f"{thing(context, whole.slot)}: the parts, {parts_told(context, whole)}, {relation} the whole, {said}"
    parts = tuple(one.slot for one in whole.parts)
    finding = over_slots((whole.slot, *parts), (*claims, *(one.claim for one in whole.parts)), message)
    return Finding((slot_place(whole.slot),), finding.about, finding.claims, finding.message)
