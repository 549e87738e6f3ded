"""equal-figures: one figure, or the same digits, for two different things, which a reader may take for one.

Neighbours are compared closely: things of one subject, look-alikes, related subjects, one payer and payee. Things of
one payer share equal sums only; so do all others, while a briefing has few sums and an equal one is hardly chance.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations, islice
from operator import itemgetter
from typing import Literal, NamedTuple

from briefing.dataset.comparing.leading_claims import parties
from briefing.dataset.comparing.slot_keys import slot_order
from briefing.dataset.comparing.sum_tree import AMOUNT
from briefing.dataset.linked.line_graph import Line
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
from briefing.dataset.rule_base.sums import EFFECT, Figure, figures_of, line_relations, money_attributes, sizes_of
from briefing.dataset.rule_base.terms import HARD, differing, terms_of
from briefing.model.ids import SubjectId
from briefing.model.money import Money
from briefing.model.numerals import EXACT
from briefing.model.values import EntityRef

_LIKENESSES = ("the same sum", "the same sum by rounding", "the same digits")
# Numbers and no enumeration, whose members are slow to look up; the closest likeness is the least.
_EQUAL, _ROUNDED, _DIGITS = range(3)
_MOST_NEIGHBOURS = 40
"""So many overlapping figures of one family are looked at for each; more would be a list, not a confusion."""

_OF_LINES = frozenset({AMOUNT, EFFECT})
"""Attributes of the lines of money that a fact file declares."""

_Parties = tuple[str, ...]
Sum = tuple[str, Decimal, Decimal | None]
"""Currency, amount, and of a range its upper end."""


class _Look(NamedTuple):
    """A figure as a reader sees it: its sum, what rounding makes of it, and the digits that catch the eye."""

    figure: Figure
    sum: Sum
    low: Decimal
    high: Decimal
    digits: tuple[int, ...]
    rough: bool
    payer: _Parties
    payee: _Parties

    @property
    def slot(self) -> Slot:
        """The slot that the figure stands in."""
        return self.figure.slot


Match = tuple[int, _Look, _Look]
"""In what two figures are alike, and which they are."""
_Figures = Sequence[_Look]
_Pair = tuple[SubjectId, SubjectId]
_Group = (
    tuple[Literal["of"], SubjectId]
    | tuple[Literal["near"], _Pair]
    | tuple[Literal["paid"], tuple[_Parties, Sum]]
    | tuple[Literal["ends"], tuple[_Parties, _Parties]]
    | tuple[Literal["all"], None]
)
"""What figures share: one subject has them, one of two near ones, they have a payer and sum, the same ends, nothing."""


def _groups(context: RuleContext, slot: Slot) -> Iterator[_Group]:
    """Yield whose sums a slot has; who pays them, by sum; who pays them to whom; and everybody's."""
    looks = context.cached_of(_looks, slot)
    if looks:
        yield "of", slot.about[0]
        yield "all", None
    for look in looks:
        if not look.payer:
            continue
        yield "paid", (look.payer, look.sum)
        if look.payee:
            yield "ends", (look.payer, look.payee)


def _near_groups(context: RuleContext, slot: Slot) -> Iterator[_Group]:
    """Yield the pairs of near subjects of one of which a slot may have sums, and the pair that it relates."""
    attribute = context.data.registry.attributes[slot.attribute]
    if "money" in attribute.values:
        yield from _near_pairs(context, slot.about[0])
    if attribute.is_relation:
        # When a relation changes, the pair that it joins is to be compared anew.
        for pair in combinations(sorted(_ends(slot)), 2):
            yield "near", pair


def _ends(slot: Slot) -> set[SubjectId]:
    ends = {*slot.about}
    if slot.shown is not None and isinstance(slot.shown.value, EntityRef):
        ends.add(SubjectId(slot.shown.value.id))
    return ends


def _near_pairs(context: RuleContext, here: SubjectId) -> list[_Group]:
    pairs = context.cached(_no_pairs)
    if here not in pairs:
        # In order, so that either subject names the pair alike.
        pairs[here] = [("near", (min(here, there), max(here, there))) for there in _near(context, here)]
    return pairs[here]


def _no_pairs(_context: RuleContext) -> dict[SubjectId, list[_Group]]:
    """Return a cache to be filled: few subjects of many are ever asked for."""
    return {}


def _find_in(context: RuleContext, thresholds: Thresholds, group: _Group, slots: Sequence[Slot]) -> Iterator[Finding]:
    """Yield every pair of different things of a group that share a figure or its digits."""
    relations = line_relations(context)
    candidates = _nominated(context, thresholds, group, slots)
    for slot, other in _distinct_slot_pairs(candidates):
        match = _closest(context, slot, other)
        if match is None:
            continue
        likeness, left, right = match
        if _confusable(likeness, left.figure, right.figure, relations):
            yield _finding(context, likeness, left.figure, right.figure)


def _distinct_slot_pairs(candidates: Iterable[tuple[_Look, _Look]]) -> Iterator[tuple[Slot, Slot]]:
    compared: set[tuple[int, int]] = set()
    for looks in candidates:
        first, second = sorted((look.slot for look in looks), key=slot_order)
        if first is second:
            continue
        # By identity: to compare whole slots takes much longer.
        ids = id(first), id(second)
        if ids not in compared:
            compared.add(ids)
            yield first, second


def _closest(context: RuleContext, slot: Slot, other: Slot) -> Match | None:
    """Return in what two slots are most alike, the figure of the first slot first."""
    looks = (*context.cached_of(_looks, slot), *context.cached_of(_looks, other))
    # However common the digits are among these two: what is too common was left out of the candidates.
    matches = (*_overlapping(looks), *_same_digits(looks, len(looks)))
    across = [match for match in matches if match[1].slot is not match[2].slot]
    if not across:
        return None
    likeness, left, right = min(across, key=itemgetter(0))
    if left.slot is slot:
        return likeness, left, right
    return likeness, right, left


def _looks(_context: RuleContext, slot: Slot) -> tuple[_Look, ...]:
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
    # What was rounded may have been half a step away; a range may be rounded more coarsely at its end.
    step_max = money.step_max or money.step
    smaller, larger = sizes_of(money)
    return _Look(
        figure,
        printed,
        smaller - money.step / 2,
        larger + step_max / 2,
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
    common = int(thresholds["common"])
    kind, shared = group
    if group[0] == "near":
        slots = _near_slots(context, group[1])
    if len(slots) < 2:
        return
    # A slot of several payers is in a group with all its sums, of which some are of others.
    match kind:
        case "all":
            yield from _same_sums(_few_looks(context, slots, thresholds["few"]), common)
        case "paid":
            paid = [look for look in _looks_of(context, slots) if (look.payer, look.sum) == shared]
            yield from _same_sums(paid, common)
        case "ends":
            between_ends = [look for look in _looks_of(context, slots) if (look.payer, look.payee) == shared]
            yield from _alike(between_ends, common)
        case "of" | "near":
            yield from _alike(_looks_of(context, slots), common)


def _few_looks(context: RuleContext, slots: Sequence[Slot], few: Decimal) -> _Figures:
    """Return the figures of all slots while they are few; among many an equal one may be chance."""
    # Every slot of the index has a sum, so those of too many need not even be gathered.
    if len(slots) > few:
        return ()
    looks = _looks_of(context, slots)
    return looks if len(looks) <= few else ()


def _looks_of(context: RuleContext, slots: Iterable[Slot]) -> _Figures:
    return list(chain.from_iterable(context.cached_of(_looks, slot) for slot in slots))


def _alike(family: _Figures, common: int) -> Iterator[tuple[_Look, _Look]]:
    for _, left, right in (*_overlapping(family), *_same_digits(family, common)):
        yield left, right


def _near_slots(context: RuleContext, pair: _Pair) -> Sequence[Slot]:
    """Return the slots of two subjects if they stand near and both have sums."""
    here, there = pair
    ours = _BY_GROUP.members(context, ("of", here))
    theirs = _BY_GROUP.members(context, ("of", there))
    if not ours or not theirs:
        return ()
    # A slot of a relation leads to its pair whether or not the relation holds.
    if there not in _near(context, here):
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
    relations = context.data.relations_of.get(subject, ())
    related = {relation.other for relation in relations if relation.other}
    told_apart = context.cached_from_records(_not_the_same).get(subject, set())
    return (related | told_apart) - {subject}


def _not_the_same(context: RuleContext) -> dict[SubjectId, set[SubjectId]]:
    told_apart: dict[SubjectId, set[SubjectId]] = defaultdict(set)
    for subject in context.data.subjects.values():
        # It is enough that one of the two records says so.
        for other in subject.not_same_as:
            told_apart[subject.id].add(other)
            told_apart[other].add(subject.id)
    return dict(told_apart)


def _overlapping(family: _Figures) -> Iterator[Match]:
    """Yield equal sums, and those that rounding makes equal if both have two digits."""
    by_low = sorted(family, key=_currency_and_low)
    for rank, look in enumerate(by_low):
        currency = look.sum[0]
        for other in islice(by_low, rank + 1, rank + 1 + _MOST_NEIGHBOURS):
            # In this order, all that follow begin higher still, or are of another currency.
            if other.low > look.high or other.sum[0] != currency:
                break
            if look.sum == other.sum:
                yield _EQUAL, look, other
            elif not look.rough and not other.rough:
                yield _ROUNDED, look, other


def _currency_and_low(look: _Look) -> tuple[str, Decimal]:
    return look.sum[0], look.low


def _same_digits(family: _Figures, common: int) -> Iterator[Match]:
    by_digits: dict[tuple[int, ...], list[_Look]] = defaultdict(list)
    for look in family:
        # One digit alone is the same by chance.
        if len(look.digits) >= 2:
            by_digits[look.digits].append(look)
    for same in by_digits.values():
        # The digits of a round sum are shared as widely as the sum.
        if len(same) > common:
            continue
        for left, right in combinations(same, 2):
            # Equal sums are yielded as such.
            if left.sum != right.sum:
                yield _DIGITS, left, right


def _confusable(likeness: int, left: Figure, right: Figure, relations: LineRelations) -> bool:
    """Tell whether two figures are of different things, and no other rule speaks of the pair."""
    if left.claim.restates == right.claim.key or right.claim.restates == left.claim.key:
        return False
    attributes = {left.slot.attribute, right.slot.attribute}
    # Other money, such as a revenue, has no line and is declared nowhere.
    if not attributes <= _OF_LINES:
        return True
    line, other = line_of(left.slot), line_of(right.slot)
    if _is_one_sum(line, other, relations):
        return False
    # An amount and an effect are two things, and so are the sums of two subjects.
    if len(attributes) > 1 or line.subject != other.subject:
        return True
    return relations.declared(line, other) or _told_apart(likeness, left, right)


def _is_one_sum(line: Line, other: Line, relations: LineRelations) -> bool:
    """Tell whether a fact file calls two lines one sum, or one of them the successor of the other."""
    # The amount and the effect of a line are of one line, and two sums.
    if line != other and relations.same(line, other):
        return True
    return relations.supersedes(line, other) or relations.supersedes(other, line)


def _told_apart(likeness: int, left: Figure, right: Figure) -> bool:
    """Tell whether two sums of a subject are surely two; else they are for `two-causes` and `terms-differ`."""
    if likeness == _EQUAL:
        # One article that lists them both means two sums.
        return left.claim.article == right.claim.article
    if likeness == _DIGITS:
        return True
    differences = set(differing(terms_of(left.claim), terms_of(right.claim)))
    return differences.isdisjoint(HARD)


def _finding(context: RuleContext, likeness: int, left: Figure, right: Figure) -> Finding:
    figures = f"{_word_figure(context, left)} and {_word_figure(context, right)}"
    message = f"{figures}: {_LIKENESSES[likeness]} for different things"
    return over_slots((left.slot, right.slot), (left.claim, right.claim), message)


def _word_figure(context: RuleContext, figure: Figure) -> str:
    voice = name_voice(context, figure.claim)
    return f"{value_words(figure.money)} for {thing(context, figure.slot, voice)}"


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
