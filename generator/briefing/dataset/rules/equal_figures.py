"""equal-figures: one figure, or the same digits, for two different things, which a reader may take for one.

Neighbours are compared closely: things of one subject, look-alikes, related subjects, one payer and payee. Things of
one payer share equal sums only; so do all others, while a briefing has few sums and an equal one is hardly chance.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations, islice
from operator import itemgetter
from typing import Any, NamedTuple

from briefing.dataset.comparing.leading_claims import parties
from briefing.dataset.comparing.slot_keys import slot_order
from briefing.dataset.comparing.sum_tree import AMOUNT
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.sum_relations import LineRelations, line_of
from briefing.dataset.rule_base.attribution import name_voice
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

    @property
    def slot(self) -> Slot:
        """The slot that the figure stands in."""
        return self.figure.slot


Match = tuple[int, _Look, _Look]
_Figures = Sequence[_Look]


_Group = tuple[str, Any]
"""What figures share: one subject has them, one of two near ones, they have the same ends, a payer and sum, nothing."""


def _groups(context: RuleContext, slot: Slot) -> Iterator[_Group]:
    """Yield whose sums a slot has; who pays them, by sum; who pays them to whom; and everybody's."""
    looks = context.cached_of(_looks, slot)
    if looks:
        yield "of", slot.about[0]
        yield "all", None
    for look in looks:
        if look.payer:
            yield "paid", (look.payer, look.sum)
            if look.payee:
                yield "ends", (look.payer, look.payee)


def _near_groups(context: RuleContext, slot: Slot) -> Iterator[_Group]:
    """Yield the pairs of near subjects of one of which a slot may have sums, and the pair that it relates."""
    attribute = context.data.registry.attributes[slot.attribute]
    if "money" in attribute.values:
        yield from _near_pairs(context, slot.about[0])
    if attribute.is_relation:
        ends = {*slot.about}
        if slot.shown is not None and isinstance(slot.shown.value, EntityRef):
            ends.add(SubjectId(slot.shown.value.id))
        for pair in combinations(sorted(ends), 2):
            yield "near", pair


def _near_pairs(context: RuleContext, here: SubjectId) -> list[_Group]:
    pairs = context.cached(_no_pairs)
    if here not in pairs:
        pairs[here] = [("near", (min(here, there), max(here, there))) for there in _near(context, here)]
    return pairs[here]


def _no_pairs(_world: RuleContext) -> dict[SubjectId, list[_Group]]:
    """Return a cache to be filled: few subjects of many are ever asked for."""
    return {}


def _find_in(context: RuleContext, thresholds: Thresholds, group: _Group, slots: Sequence[Slot]) -> Iterator[Finding]:
    """Yield every pair of different things of a group that share a figure or its digits."""
    relations = line_relations(context)
    compared: set[tuple[int, int]] = set()
    for nominated in _nominated(context, thresholds, group, slots):
        a, b = sorted((look.slot for look in nominated), key=slot_order)
        if a is b or (id(a), id(b)) in compared:
            continue
        compared.add((id(a), id(b)))
        match = _closest(context, a, b)
        if match is None:
            continue
        kind, left, right = match
        if _confusable(kind, left.figure, right.figure, relations):
            yield _finding(context, kind, left.figure, right.figure)


def _closest(context: RuleContext, a: Slot, b: Slot) -> Match | None:
    """Return in what two slots are most alike."""
    looks = (*context.cached_of(_looks, a), *context.cached_of(_looks, b))
    matches = (*_overlapping(looks), *_same_digits(looks, len(looks)))
    across = [match for match in matches if match[1].slot is not match[2].slot]
    if not across:
        return None
    kind, left, right = min(across, key=itemgetter(0))
    return (kind, left, right) if left.slot is a else (kind, right, left)


def _looks(_world: RuleContext, slot: Slot) -> tuple[_Look, ...]:
    """Return every different sum of a slot."""
    if slot.opinion:
        return ()
    looks: dict[Sum, _Look] = {}
    for figure in figures_of(slot):
        printed = (figure.money.currency, figure.money.amount, figure.money.amount_max)
        if printed not in looks:
            looks[printed] = _look(figure, printed)
    return tuple(looks.values())


def _look(figure: Figure, printed: Sum) -> _Look:
    money, claim = figure.money, figure.claim
    # A figure rounded to one digit, such as 2 trillion, meets too many others.
    is_rough = bool(money.step) and money.amount.adjusted() <= money.step.adjusted()
    return _Look(
        figure,
        printed,
        money.amount - money.step / 2,
        nominal(money) + (money.step_max or money.step) / 2,
        _digits(money),
        is_rough,
        parties(claim, "payer"),
        parties(claim, "payee"),
    )


def _digits(money: Money) -> tuple[int, ...]:
    """Return the digits of a sum without the zeros around them; none of a range."""
    if money.amount_max is not None:
        return ()
    return money.amount.normalize(EXACT).as_tuple().digits


def _nominated(
    context: RuleContext, thresholds: Thresholds, group: _Group, slots: Sequence[Slot]
) -> Iterator[tuple[_Look, _Look]]:
    """Yield the figures of a group that are alike: of a family closely, of all others equal sums that are few."""
    common, few = int(thresholds["common"]), thresholds["few"]
    kind, which = group
    if kind == "near":
        slots = _near_slots(context, which)
    if len(slots) < 2 or (kind == "all" and len(slots) > few):
        return
    looks = list(chain.from_iterable(context.cached_of(_looks, slot) for slot in slots))
    match kind:
        case "all":
            if len(looks) <= few:
                yield from _same_sums(looks, common)
        case "paid":
            yield from _same_sums([look for look in looks if (look.payer, look.sum) == which], common)
        case "ends":
            yield from _alike([look for look in looks if (look.payer, look.payee) == which], common)
        case _:
            yield from _alike(looks, common)


def _alike(family: _Figures, common: int) -> Iterator[tuple[_Look, _Look]]:
    for _, a, b in (*_overlapping(family), *_same_digits(family, common)):
        yield a, b


def _near_slots(context: RuleContext, pair: tuple[SubjectId, SubjectId]) -> Sequence[Slot]:
    """Return the slots of two subjects if they stand near and both have sums."""
    here, there = pair
    ours, theirs = _BY_GROUP.members(context, ("of", here)), _BY_GROUP.members(context, ("of", there))
    if not ours or not theirs or there not in _near(context, here):
        return ()
    return [*ours, *theirs]


def _same_sums(looks: _Figures, common: int) -> Iterator[tuple[_Look, _Look]]:
    by_sum: dict[Sum, list[_Look]] = defaultdict(list)
    for look in looks:
        by_sum[look.sum].append(look)
    for same in by_sum.values():
        # What very many share, such as a round sum, confuses nobody.
        if len(same) <= common:
            yield from combinations(same, 2)


def _near(context: RuleContext, subject: SubjectId) -> set[SubjectId]:
    """Return the subjects that are related to one, or that an editor tells apart from it."""
    related = {relation.other for relation in context.data.relations_of.get(subject, ()) if relation.other}
    told_apart = context.cached_from_records(_not_the_same).get(subject, set())
    return (related | told_apart) - {subject}


def _not_the_same(context: RuleContext) -> dict[SubjectId, set[SubjectId]]:
    told_apart: dict[SubjectId, set[SubjectId]] = defaultdict(set)
    for subject in context.data.subjects.values():
        for other in subject.not_same_as:
            told_apart[subject.id].add(other)
            told_apart[other].add(subject.id)
    return dict(told_apart)


def _overlapping(family: _Figures) -> Iterator[Match]:
    """Yield equal sums, and those that rounding makes equal if both have two digits."""
    by_low = sorted(family, key=lambda look: (look.sum[0], look.low))
    for rank, look in enumerate(by_low):
        for other in islice(by_low, rank + 1, rank + 1 + _MOST_NEIGHBOURS):
            if look.sum[0] != other.sum[0] or other.low > look.high:
                break
            if look.sum == other.sum:
                yield _EQUAL, look, other
            elif not look.rough and not other.rough:
                yield _ROUNDED, look, other


def _same_digits(family: _Figures, common: int) -> Iterator[Match]:
    by_digits: dict[tuple[int, ...], list[_Look]] = defaultdict(list)
    for look in family:
        # One digit alone is the same by chance.
        if len(look.digits) >= 2:
            by_digits[look.digits].append(look)
    for same in by_digits.values():
        if len(same) > common:
            continue
        for a, b in combinations(same, 2):
            if a.sum != b.sum:
                yield _DIGITS, a, b


def _confusable(kind: int, a: Figure, b: Figure, relations: LineRelations) -> bool:
    """Tell whether two figures are of different things, and no other rule speaks of the pair."""
    if a.claim.restates == b.claim.key or b.claim.restates == a.claim.key:
        return False
    left, right = line_of(a.slot), line_of(b.slot)
    if not {a.slot.attribute, b.slot.attribute} <= {AMOUNT, EFFECT}:
        return True
    if left != right and relations.same(left, right):
        return False
    if relations.supersedes(left, right) or relations.supersedes(right, left):
        return False
    if a.slot.attribute != b.slot.attribute or left.subject != right.subject:
        return True
    return relations.declared(left, right) or _told_apart(kind, a, b)


def _told_apart(kind: int, a: Figure, b: Figure) -> bool:
    """Tell whether two sums of a subject are surely two; else they are for `two-causes` and `terms-differ`."""
    if kind == _EQUAL:
        # One article that lists them both means two sums.
        return a.claim.article == b.claim.article
    return kind == _DIGITS or set(HARD).isdisjoint(differing(terms_of(a.claim), terms_of(b.claim)))


def _finding(context: RuleContext, kind: int, a: Figure, b: Figure) -> Finding:
    left, right = _word_figure(context, a), _word_figure(context, b)
    message = f"{left} and {right}: {_KINDS[kind]} for different things"
    return over_slots((a.slot, b.slot), (a.claim, b.claim), message)


def _word_figure(context: RuleContext, figure: Figure) -> str:
    return f"{value_words(figure.money)} for {thing(context, figure.slot, name_voice(context, figure.claim))}"


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
