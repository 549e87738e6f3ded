"""equal-figures: one figure, or the same digits, for two different things, which a reader may take for one.

Neighbours are compared closely: things of one subject, look-alikes, related subjects, one payer and payee. Things of
one payer share equal sums only; so do all others, while a briefing has few sums and an equal one is hardly chance.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import starmap
from typing import Protocol

from briefing.dataset.comparing.slot_keys import slot_order
from briefing.dataset.comparing.sum_tree import AMOUNT
from briefing.dataset.linked.line_graph import Line
from briefing.dataset.linked.records import Slot
from briefing.dataset.linked.sum_relations import LineRelations, line_of
from briefing.dataset.rule_base.attribution import name_voice
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.groups import ByGroup, Index
from briefing.dataset.rule_base.likenesses import (
    DIGITS,
    EQUAL,
    LIKENESSES,
    Match,
    Pair,
    alike_figures,
    closest_match,
    equal_sums,
)
from briefing.dataset.rule_base.looks import Look, Parties, PrintedSum, looks_of_slot, looks_of_things
from briefing.dataset.rule_base.message_words import value_words
from briefing.dataset.rule_base.near_subjects import joined_pairs, near_pairs, near_subjects
from briefing.dataset.rule_base.question import ask_of_owned_sums
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Summary, Thresholds
from briefing.dataset.rule_base.slot_names import thing
from briefing.dataset.rule_base.sums import EFFECT, Figure, line_relations, money_attributes
from briefing.dataset.rule_base.terms import HARD, differing, terms_of
from briefing.model.ids import SubjectId

_OF_LINES = frozenset({AMOUNT, EFFECT})
"""Attributes of the lines of money that a fact file declares."""


class _Group(Protocol):
    """What figures share, so that a reader may take one for another; groups of the same are equal."""

    def candidates(self, context: RuleContext, thresholds: Thresholds, slots: Sequence[Slot], /) -> Iterable[Pair]:
        """Return the figures of the group that are alike; ``slots`` are those that belong to it."""

    def __hash__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class _OfSubject:
    """One subject has the figures."""

    subject: SubjectId

    def candidates(self, context: RuleContext, thresholds: Thresholds, slots: Sequence[Slot], /) -> Iterable[Pair]:
        return alike_figures(looks_of_things(context, slots), int(thresholds["common"]))


@dataclass(frozen=True, slots=True)
class _OfNearSubjects:
    """One of two subjects has the figures that stand near each other."""

    here: SubjectId
    there: SubjectId

    def candidates(self, context: RuleContext, thresholds: Thresholds, _slots: Sequence[Slot], /) -> Iterable[Pair]:
        ours = _BY_GROUP.members(context, _OfSubject(self.here))
        theirs = _BY_GROUP.members(context, _OfSubject(self.there))
        if not ours or not theirs:
            return ()
        # A slot of a relation leads to its pair whether or not the relation holds.
        if self.there not in near_subjects(context, self.here):
            return ()
        return alike_figures(looks_of_things(context, [*ours, *theirs]), int(thresholds["common"]))


@dataclass(frozen=True, slots=True)
class _OfPayer:
    """One payer pays a sum, of which a slot of several payers may have others as well."""

    payer: Parties
    sum: PrintedSum

    def candidates(self, context: RuleContext, thresholds: Thresholds, slots: Sequence[Slot], /) -> Iterable[Pair]:
        looks = looks_of_things(context, slots)
        paid = [look for look in looks if (look.payer, look.sum) == (self.payer, self.sum)]
        return equal_sums(paid, int(thresholds["common"]))


@dataclass(frozen=True, slots=True)
class _BetweenEnds:
    """One payer pays the figures to one payee."""

    payer: Parties
    payee: Parties

    def candidates(self, context: RuleContext, thresholds: Thresholds, slots: Sequence[Slot], /) -> Iterable[Pair]:
        looks = looks_of_things(context, slots)
        between = [look for look in looks if (look.payer, look.payee) == (self.payer, self.payee)]
        return alike_figures(between, int(thresholds["common"]))


@dataclass(frozen=True, slots=True)
class _OfAnybody:
    """Nothing but the briefing: equal sums count while they are few; among many an equal one may be chance."""

    def candidates(self, context: RuleContext, thresholds: Thresholds, slots: Sequence[Slot], /) -> Iterable[Pair]:
        few = thresholds["few"]
        # Every slot of the index has a sum, so those of too many need not even be gathered.
        if len(slots) > few:
            return ()
        looks = looks_of_things(context, slots)
        if len(looks) > few:
            return ()
        return equal_sums(looks, int(thresholds["common"]))


def _groups(context: RuleContext, slot: Slot) -> Iterator[_Group]:
    """Yield whose sums a slot has; who pays them, by sum; who pays them to whom; and everybody's."""
    looks = looks_of_slot(context, slot)
    if looks:
        yield _OfSubject(slot.about[0])
        yield _OfAnybody()
    for look in looks:
        yield from _groups_of_payer(look)


def _groups_of_payer(look: Look) -> Iterator[_Group]:
    if not look.payer:
        return
    yield _OfPayer(look.payer, look.sum)
    if look.payee:
        yield _BetweenEnds(look.payer, look.payee)


def _near_groups(context: RuleContext, slot: Slot) -> Iterator[_Group]:
    """Yield the pairs of near subjects of one of which a slot may have sums, and the pair that it relates."""
    attribute = context.data.registry.attributes[slot.attribute]
    if "money" in attribute.values:
        yield from starmap(_OfNearSubjects, near_pairs(context, slot.about[0]))
    if attribute.is_relation:
        # When a relation changes, the pair that it joins is to be compared anew.
        yield from starmap(_OfNearSubjects, joined_pairs(slot))


def _find_in(context: RuleContext, thresholds: Thresholds, group: _Group, slots: Sequence[Slot]) -> Iterator[Finding]:
    """Yield every pair of different things of a group that share a figure or its digits."""
    relations = line_relations(context)
    for slot, other in _distinct_slot_pairs(group.candidates(context, thresholds, slots)):
        match = closest_match(context, slot, other)
        if match is not None and _is_confusable(match, relations):
            yield _finding(context, match)


def _distinct_slot_pairs(candidates: Iterable[Pair]) -> Iterator[tuple[Slot, Slot]]:
    compared: set[tuple[int, int]] = set()
    for looks in candidates:
        first, second = sorted((look.slot for look in looks), key=slot_order)
        # By identity: to compare whole slots takes much longer.
        ids = id(first), id(second)
        if first is not second and ids not in compared:
            compared.add(ids)
            yield first, second


def _is_confusable(match: Match, relations: LineRelations) -> bool:
    """Tell whether two figures are of different things, and no other rule speaks of the pair."""
    left, right = match.left.figure, match.right.figure
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
    return relations.declared(line, other) or _are_told_apart(match)


def _is_one_sum(line: Line, other: Line, relations: LineRelations) -> bool:
    """Tell whether a fact file calls two lines one sum, or one of them the successor of the other."""
    # The amount and the effect of a line are of one line, and two sums.
    if line != other and relations.same(line, other):
        return True
    return relations.supersedes(line, other) or relations.supersedes(other, line)


def _are_told_apart(match: Match) -> bool:
    """Tell whether two sums of a subject are surely two; else they are for `two-causes` and `terms-differ`."""
    left, right = match.left.figure.claim, match.right.figure.claim
    if match.likeness == EQUAL:
        # One article that lists them both means two sums.
        return left.article == right.article
    if match.likeness == DIGITS:
        return True
    return set(HARD).isdisjoint(differing(terms_of(left), terms_of(right)))


def _finding(context: RuleContext, match: Match) -> Finding:
    left, right = match.left.figure, match.right.figure
    figures = f"{_word_figure(context, left)} and {_word_figure(context, right)}"
    message = f"{figures}: {LIKENESSES[match.likeness]} for different things"
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
