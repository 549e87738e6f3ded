"""two-causes: one figure that is put down to two things: a body says fabs, its summary says the whole programme.

Two sums of one subject that one article lists side by side are two sums, for `equal-figures` to tell apart.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product

from briefing.dataset.comparing.agreement import scope_words
from briefing.dataset.linked.records import Rank
from briefing.dataset.linked.sum_relations import Line, line_of
from briefing.dataset.rule_base.attribution import told
from briefing.dataset.rule_base.rule import Hit, RuleContext, Thresholds, over_slots, slot_place, slots_with, words
from briefing.dataset.rule_base.slot_names import thing
from briefing.dataset.rule_base.sums import AMOUNT, EFFECT, line_relations, money_slots, own_voices
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey
from briefing.model.intervals import intervals_meet
from briefing.model.key_names import same_key_name
from briefing.model.measures import bare_interval, in_measure_of, measure_of
from briefing.model.values import Money, Quantity, Value, print_value

_ASIDE = (Rank.EXCLUDED, Rank.SUPERSEDED)
_THINGS = ("line", "measure")
Pair = tuple[Claim, Claim]


def find_two_causes(context: RuleContext, _limits: Thresholds) -> Iterator[Hit]:
    """Yield every figure that two claims, or a claim and its restatement, put down to different things."""
    by_place: dict[tuple[str, ...], dict[ClaimKey, Claim]] = defaultdict(dict)
    for pair in (*_restated(context), *_in_two_lines(context), *_of_two_scopes(context)):
        slots = {slot_place(context.data.slot_of[claim.key]) for claim in pair}
        by_place[tuple(sorted(slots))] |= {claim.key: claim for claim in pair}
    for place in sorted(by_place):
        yield _hit(context, list(by_place[place].values()))


def _restated(context: RuleContext) -> Iterator[Pair]:
    """Yield restatements that say the figure again of something else."""
    for claim in context.data.claims.values():
        first = context.data.claims.get(claim.restates) if claim.restates else None
        if first is not None and put_elsewhere(context, first, claim):
            yield first, claim


def put_elsewhere(context: RuleContext, first: Claim, again: Claim) -> bool:
    """Tell whether a restatement puts the figure of its claim down to something else."""
    if first.denied != again.denied or not _same_figure(first.value, again.value):
        return False
    slots = [context.data.slot_of[one.key] for one in (first, again)]
    compared = all(slot.ranks[one.key] not in _ASIDE for slot, one in zip(slots, (first, again), strict=True))
    return compared and (_other_thing(first, again) or _other_scope(first, again))


def _same_figure(a: Value | None, b: Value | None) -> bool:
    match a, b:
        case (Money(), Money()):
            return _digits_meet(in_measure_of(a, b), b)
        case (Quantity(), Quantity()):
            return _digits_meet(in_measure_of(replace(a, of=b.of), b), b)
    return False


def _digits_meet(a: Money | Quantity | None, b: Money | Quantity) -> bool:
    return a is not None and intervals_meet(bare_interval(a), bare_interval(b))


def _other_thing(a: Claim, b: Claim) -> bool:
    if set(a.about).isdisjoint(b.about):
        return True
    lines = [(a.qualifier(name), b.qualifier(name)) for name in _THINGS]
    return any(one is not None and other is not None and not same_key_name(one, other) for one, other in lines)


def _other_scope(a: Claim, b: Claim) -> bool:
    """Tell whether two effects are said of different causes in so many words."""
    one, other = a.qualifier("scope"), b.qualifier("scope")
    if one is None or other is None or not a.attribute == b.attribute == EFFECT:
        return False
    return scope_words(one) != scope_words(other)


def _in_two_lines(context: RuleContext) -> Iterator[Pair]:
    """Yield equal figures of one subject in lines of which nothing is declared."""
    relations = line_relations(context)
    for slots in _by_figure(context).values():
        for (a, ones), (b, others) in combinations(slots.items(), 2):
            side_by_side = not {one.article for one in ones}.isdisjoint(other.article for other in others)
            if not side_by_side and not relations.declared(a, b):
                yield from product(ones, others)


def _by_figure(context: RuleContext) -> Mapping[object, Mapping[Line, list[Claim]]]:
    """Return the claims of sums and effects by subject and figure, then by line."""
    found: dict[object, dict[Line, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for slot in slots_with(context, (AMOUNT, EFFECT)):
        if not slot.opinion:
            for claim in own_voices(slot):
                figure = _figure(claim.value)
                if figure is not None:
                    found[slot.about[0], slot.attribute, figure][line_of(slot)].append(claim)
    return found


def _figure(value: Value | None) -> object:
    """Return a figure without its bound, so that equal ones are equal."""
    match value:
        case Money():
            return measure_of(value), value.amount, value.amount_max
        case Quantity():
            return measure_of(value), value.number, value.number_max
    return None


def _of_two_scopes(context: RuleContext) -> Iterator[Pair]:
    """Yield effects of one line whose sources name different causes."""
    for slot in money_slots(context, (EFFECT,)):
        wordings: dict[object, list[Claim]] = defaultdict(list)
        for claim in own_voices(slot):
            scope = claim.qualifier("scope")
            if scope and claim.value is not None:
                wordings[scope_words(scope), print_value(claim.value)].append(claim)
        for ones, others in combinations(wordings.values(), 2):
            if _other_scope(ones[0], others[0]) and _same_figure(ones[0].value, others[0].value):
                yield from product(ones, others)


def _hit(context: RuleContext, claims: Sequence[Claim]) -> Hit:
    slots = {slot_place(slot): slot for slot in (context.data.slot_of[claim.key] for claim in claims)}
    causes = told(context, ((_cause(context, claim), claim) for claim in claims), "; ")
    message = f"{words(claims[0].value)} is put down to more than one thing: {causes}"
    return over_slots(tuple(slots.values()), tuple(claims), message)


def _cause(context: RuleContext, claim: Claim) -> str:
    """Return what a claim says its figure is of, with the scope and the paragraph that it stands in."""
    scope = f': "{claim.qualifier("scope")}"' if claim.qualifier("scope") else ""
    par = f", par. {claim.par[0]}" if claim.par else ""
    return f"{thing(context, context.data.slot_of[claim.key])}{scope}{par}"
