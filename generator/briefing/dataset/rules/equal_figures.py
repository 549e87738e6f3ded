"""equal-figures: one figure, or the same digits, for two different things, which a reader may take for one.

Neighbours are compared closely: things of one subject, look-alikes, related subjects, one payer and payee. Things of
one payer share equal sums only; so do all others, while a briefing has few sums and an equal one is hardly chance.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, islice
from typing import Any, NamedTuple

from briefing.dataset.comparing.leading_claims import parties
from briefing.dataset.comparing.slot_keys import slot_order
from briefing.dataset.comparing.sum_tree import AMOUNT
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.sum_relations import LineRelations, line_of
from briefing.dataset.rule_base.attribution import voice
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.groups import ByGroup, Index
from briefing.dataset.rule_base.message_words import value_words
from briefing.dataset.rule_base.question import ask_of_owned_sums
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Summary, Thresholds
from briefing.dataset.rule_base.slot_names import thing
from briefing.dataset.rule_base.sums import EFFECT, Figure, figures_of, line_relations, money_attributes, nominal
from briefing.dataset.rule_base.terms import HARD, differing, terms_of
from briefing.model.ids import SubjectId
from briefing.model.money import Money
from briefing.model.numerals import EXACT
from briefing.model.values import EntityRef

_KINDS = ("the same sum", "the same sum by rounding", "the same digits")
_EQUAL, _ROUNDED, _DIGITS = range(3)
_MOST_NEIGHBOURS = 40
"""So many overlapping figures of one family are looked at for each; more would be a list, not a confusion."""

Sum = tuple[str, Decimal, Decimal | None]


class _Look(NamedTuple):
    """A figure as a reader sees it: its sum, what rounding makes of it, and the digits that catch the eye."""

    figure: Figure
    sum: Sum
    low: Decimal
    high: Decimal
    digits: tuple[int, ...]
    rough: bool
    payer: tuple[str, ...]
    payee: tuple[str, ...]


Match = tuple[int, _Look, _Look]
_Figures = Sequence[_Look]


_Group = tuple[str, Any]
"""What figures share: one subject has them, one of two near ones, they have the same ends, a payer and sum, nothing."""


def _groups(context: RuleContext, slot: Slot) -> Iterator[_Group]:
    """Yield whose sums a slot has; who pays them, by sum; who pays them to whom; and everybody's."""
    looks = context.of(_looks, slot)
    if looks:
        yield "of", slot.about[0]
        yield "all", None
    for one in looks:
        if one.payer:
            yield "paid", (one.payer, one.sum)
            if one.payee:
                yield "ends", (one.payer, one.payee)


def _near_groups(context: RuleContext, slot: Slot) -> Iterator[_Group]:
    """Yield the pairs of near subjects of one of which a slot may have sums, and the pair that it relates."""
    attribute = context.data.registry.attributes[slot.attribute]
    if "money" in attribute.values:
        yield from _near_pairs(context, slot.about[0])
    if attribute.is_relation:
        far = slot.shown.value if slot.shown else None
        ends = {*slot.about, *([far.id] if isinstance(far, EntityRef) else [])}
        yield from (("near", pair) for pair in combinations(sorted(ends), 2))


def _near_pairs(context: RuleContext, here: SubjectId) -> list[_Group]:
    known = context.once(_no_pairs)
    if here not in known:
        known[here] = [("near", (here, there) if here < there else (there, here)) for there in _near(context, here)]
    return known[here]


def _no_pairs(_world: RuleContext) -> dict[SubjectId, list[_Group]]:
    return {}


def _find_in(context: RuleContext, thresholds: Thresholds, group: _Group, slots: Sequence[Slot]) -> Iterator[Finding]:
    """Yield every pair of different things of a group that share a figure or its digits."""
    relations = line_relations(context)
    seen: set[tuple[int, int]] = set()
    for nominated in _nominated(context, thresholds, group, slots):
        a, b = sorted((one.figure.slot for one in nominated), key=slot_order)
        if a is b or (id(a), id(b)) in seen:
            continue
        seen.add((id(a), id(b)))
        match = _closest(context, a, b)
        if match and _confusable(match[0], match[1].figure, match[2].figure, relations):
            yield _finding(context, match[0], match[1].figure, match[2].figure)


def _closest(context: RuleContext, a: Slot, b: Slot) -> Match | None:
    """Return in what two slots are most alike."""
    both = (*context.of(_looks, a), *context.of(_looks, b))
    matches = (*_overlapping(both), *_same_digits(both, len(both)))
    across = (one for one in matches if one[1].figure.slot is not one[2].figure.slot)
    found = min(across, key=lambda one: one[0], default=None)
    return found if found is None or found[1].figure.slot is a else (found[0], found[2], found[1])


def _looks(_world: RuleContext, slot: Slot) -> tuple[_Look, ...]:
    """Return every different sum of a slot."""
    found: dict[Sum, _Look] = {}
    for figure in figures_of(slot) if not slot.opinion else ():
        printed = (figure.money.currency, figure.money.amount, figure.money.amount_max)
        if printed not in found:
            found[printed] = _look(figure, printed)
    return tuple(found.values())


def _look(figure: Figure, printed: Sum) -> _Look:
    money, claim = figure.money, figure.claim
    return _Look(
        figure,
        printed,
        money.amount - money.step / 2,
        nominal(money) + (money.step_max or money.step) / 2,
        _digits(money),
        bool(money.step) and money.amount.adjusted() <= money.step.adjusted(),
        parties(claim, "payer"),
        parties(claim, "payee"),
    )


def _digits(money: Money) -> tuple[int, ...]:
    """Return the digits of a sum without the zeros around them; none of a range."""
    return () if money.amount_max is not None else money.amount.normalize(EXACT).as_tuple().digits


def _nominated(
    context: RuleContext, thresholds: Thresholds, group: _Group, slots: Sequence[Slot]
) -> Iterator[tuple[_Look, _Look]]:
    """Yield the figures of a group that are alike: of a family closely, of all others equal sums that are few."""
    common = int(thresholds["common"])
    kind, which = group
    if kind == "near":
        slots = _near_slots(context, which)
    if len(slots) < 2 or (kind == "all" and len(slots) > thresholds["few"]):
        return
    looks = [one for slot in slots for one in context.of(_looks, slot)]
    if kind == "all":
        yield from _same_sums(looks if len(looks) <= thresholds["few"] else [], common)
    elif kind == "paid":
        yield from _same_sums([one for one in looks if (one.payer, one.sum) == which], common)
    else:
        family = [one for one in looks if (one.payer, one.payee) == which] if kind == "ends" else looks
        yield from ((a, b) for _, a, b in (*_overlapping(family), *_same_digits(family, common)))


def _near_slots(context: RuleContext, pair: tuple[SubjectId, SubjectId]) -> Sequence[Slot]:
    """Return the slots of two subjects if they stand near and both have sums."""
    both = [_BY_GROUP.members(context, ("of", one)) for one in pair]
    return [*both[0], *both[1]] if all(both) and pair[1] in _near(context, pair[0]) else ()


def _same_sums(group: _Figures, common: int) -> Iterator[tuple[_Look, _Look]]:
    by_sum: dict[Sum, list[_Look]] = defaultdict(list)
    for one in group:
        by_sum[one.sum].append(one)
    for same in by_sum.values():
        if len(same) <= common:
            yield from combinations(same, 2)


def _near(context: RuleContext, subject: SubjectId) -> set[SubjectId]:
    """Return the subjects that are related to one, or that an editor tells apart from it."""
    related = {one.other for one in context.data.relations_of.get(subject, ()) if one.other}
    return (related | context.told(_not_the_same).get(subject, set())) - {subject}


def _not_the_same(context: RuleContext) -> dict[SubjectId, set[SubjectId]]:
    found: dict[SubjectId, set[SubjectId]] = defaultdict(set)
    for subject in context.data.subjects.values():
        for other in subject.not_same_as:
            found[subject.id].add(other)
            found[other].add(subject.id)
    return dict(found)


def _overlapping(family: _Figures) -> Iterator[Match]:
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


def _same_digits(family: _Figures, common: int) -> Iterator[Match]:
    by_digits: dict[tuple[int, ...], list[_Look]] = defaultdict(list)
    for one in family:
        if len(one.digits) >= 2:
            by_digits[one.digits].append(one)
    for same in by_digits.values():
        if 1 < len(same) <= common:
            yield from ((_DIGITS, a, b) for a, b in combinations(same, 2) if a.sum != b.sum)


def _confusable(kind: int, a: Figure, b: Figure, relations: LineRelations) -> bool:
    """Tell whether two figures are of different things, and no other rule speaks of the pair."""
    if {a.claim.restates, b.claim.restates} & {a.claim.key, b.claim.key}:
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


def _finding(context: RuleContext, kind: int, a: Figure, b: Figure) -> Finding:
    both = " and ".join(
        f"{value_words(one.money)} for {thing(context, one.slot, voice(context, one.claim))}" for one in (a, b)
    )
    return over_slots((a.slot, b.slot), (a.claim, b.claim), f"{both}: {_KINDS[kind]} for different things")


_BY_GROUP = Index(money_attributes, _groups)
find_equal_figures = ByGroup(_BY_GROUP, _find_in, _near_groups)
"""Finds every pair of different things that share a figure or its digits."""


RULE = Rule(
    code="equal-figures",
    find=find_equal_figures,
    explanation=Explanation(
        title="one figure, or the same digits, for two different things",
        why=(
            "A reader may take two sums for one, or a source may have carried a figure over. Equal sums count "
            "while few things share them; sums equal by rounding, and at least two equal digits in another "
            "currency or magnitude, count between look-alikes, related subjects, and sums of one payer and "
            "payee. Declare `same_sum_as` if they are one."
        ),
        wrong=(
            "- {id: c1, about: plan-2024, attribute: amount, line: total, value: USD 65bn, …}\n"
            "- {id: c2, about: plan-2026, attribute: amount, line: robots, value: USD 65bn, …}"
        ),
        right=(
            "- {id: c1, about: plan-2024, attribute: amount, line: total, value: USD 65bn, …}\n"
            "- {id: c2, about: plan-2026, attribute: amount, line: robots, value: USD 71bn, …}"
        ),
    ),
    presentation=Presentation(
        label="equal figures for different things",
        category=Category.LOOKALIKE,
        questions={
            "question-equal-figures": "{choice}: one sum, or two?",
        },
        ask=ask_of_owned_sums,
        summary=Summary.NOTHING,
    ),
    order=70,
    thresholds={"common": Decimal(6), "few": Decimal(200)},
)
