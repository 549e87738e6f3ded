"""overlap-undeclared: two sums of one time that may be the same money, and nobody has declared how they relate."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from briefing.dataset.comparing.leading_claims import parties
from briefing.dataset.comparing.sum_tree import AMOUNT
from briefing.dataset.linked.claim_sets import point_to
from briefing.dataset.linked.records import Conflict, Dataset, Slot
from briefing.dataset.linked.sum_relations import LineRelations, line_of
from briefing.dataset.rule_base.attribution import name_voice
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.crowds import pairs_while
from briefing.dataset.rule_base.finding import Finding, over_slots
from briefing.dataset.rule_base.groups import ByGroup, Index
from briefing.dataset.rule_base.question import ask_of_owned_sums
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Summary, Thresholds
from briefing.dataset.rule_base.slot_names import thing
from briefing.dataset.rule_base.sums import figure_words, leading_sum, line_relations
from briefing.dataset.rule_base.terms import differing, terms_of
from briefing.dataset.rule_base.time_words import possible_days
from briefing.dataset.rule_base.undeclared_sums import UndeclaredSums
from briefing.diagnostics.diagnostic import Diagnostic, Severity
from briefing.model.claims import Claim

_PARTIES = frozenset({"payer", "payee"})
_PAID = frozenset({"disbursed", "spent", "built"})
_MOST_NAMED = 6
"""Sums that a message names; beyond, it would be no sentence."""
_MOST_RELATED = 10
_MOST_NEIGHBOURS = 40
"""So many sums of one time a subject hardly has; beyond, a list of pairs would help nobody."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """The shown sum of a slot and the days that it is about."""

    slot: Slot
    claim: Claim
    start: date
    end: date


def _families(context: RuleContext, slot: Slot) -> Iterator[Hashable]:
    """Yield whose sum it is, and who pays it to whom."""
    shown = context.cached_of(_shown_sum, slot)
    if shown is None:
        return
    yield slot.about[0]
    payer, payee = parties(shown.claim, "payer"), parties(shown.claim, "payee")
    if payer and payee:
        yield payer, payee


def _find_in_family(
    context: RuleContext, _thresholds: Thresholds, _group: Hashable, slots: Sequence[Slot]
) -> Iterator[Finding]:
    """Yield every pair of sums of one subject, or of one payer and payee, that may count the same money."""
    relations = line_relations(context)
    sums = filter(None, context.cached_of_each(_shown_sum, slots))
    for a, b in _pairs_of_one_time(sums):
        if _may_overlap(a, b, relations):
            yield over_slots((a.slot, b.slot), (a.claim, b.claim), _message(context, a, b))


def _shown_sum(_context: RuleContext, slot: Slot) -> _Sum | None:
    if slot.opinion:
        return None
    claim = leading_sum(slot)
    # What is not paid after all can not be counted twice.
    if claim is None or claim.qualifier("stage") == "cancelled":
        return None
    return _Sum(slot, claim, *_days_of(claim))


def _days_of(claim: Claim) -> tuple[date, date]:
    # A sum without a period is of the time when it was agreed, at the latest of the time when it was told.
    return possible_days(claim.period or claim.when or claim.as_of)


def _pairs_of_one_time(sums: Iterable[_Sum]) -> Iterator[tuple[_Sum, _Sum]]:
    """Yield the pairs whose days meet."""
    by_start = sorted(sums, key=lambda shown: (shown.start, shown.claim.key))
    return pairs_while(by_start, _MOST_NEIGHBOURS, _begins_within)


def _begins_within(earlier: _Sum, later: _Sum) -> bool:
    """Tell whether a sum begins in the time of an earlier one; where it does not, all further ones do not either."""
    return later.start <= earlier.end


def _may_overlap(a: _Sum, b: _Sum, relations: LineRelations) -> bool:
    """Tell whether two sums can be the same money: both promised or both paid, by and to nobody else."""
    if relations.relate(line_of(a.slot), line_of(b.slot)):
        return False
    if _is_paid(a) != _is_paid(b):
        return False
    return _PARTIES.isdisjoint(differing(terms_of(a.claim), terms_of(b.claim)))


def _is_paid(shown: _Sum) -> bool:
    return shown.claim.qualifier("stage") in _PAID


def _message(context: RuleContext, a: _Sum, b: _Sum) -> str:
    sums = f"{_word_sum(context, a)} and {_word_sum(context, b)}"
    return f"{sums} may count the same money; how they relate is not declared, so they are not added up"


def _word_sum(context: RuleContext, shown: _Sum) -> str:
    return f"{figure_words(shown.claim)} for {thing(context, shown.slot, name_voice(context, shown.claim))}"


find_overlap_undeclared = ByGroup(Index(lambda _: {AMOUNT}, _families), _find_in_family)
"""Finds every pair of sums of one subject, or of one payer and payee, that may count the same money."""


def _remedy(conflict: Conflict, dataset: Dataset) -> str:
    return UndeclaredSums.of([conflict], dataset).lines_to_declare()


def _print_together(conflicts: Sequence[Conflict], dataset: Dataset) -> Diagnostic:
    """Return one finding on all pairs of sums of the same subjects: every pair alone would bury the others."""
    sums = UndeclaredSums.of(conflicts, dataset)
    owners = " and ".join(dataset.subjects[subject].name.display for subject in conflicts[0].about)
    message = (
        f"{owners}: {_name_sums(sums)} may count the same money in {len(conflicts)} pairs; how they relate is not "
        "declared, so they are not added up"
    )
    keys = dict.fromkeys(chain.from_iterable(conflict.claims for conflict in conflicts))
    first, *others = sorted(dataset.find_claims(keys), key=lambda claim: claim.span)
    related = point_to(others[:_MOST_RELATED], lambda claim: f"the claim {claim.key}")
    hint = f"open; {sums.lines_to_declare()}"
    return Diagnostic(RULE.code, Severity.CONFLICT, first.span, message, hint, related, status="open")


def _name_sums(sums: UndeclaredSums) -> str:
    names = [sums.name(slot) for slot in sums.slots]
    listed = ", ".join(names[:_MOST_NAMED])
    if len(names) <= _MOST_NAMED:
        return listed
    return f"{listed} and {len(names) - _MOST_NAMED} more"


RULE = Rule(
    code="overlap-undeclared",
    find=find_overlap_undeclared,
    explanation=Explanation(
        title="two sums of one time that may be the same money",
        why=(
            "Two sums of one subject, or from one payer to one payee, are of the same time, both promised or "
            "both paid, and `money_lines` does not say how they relate; so they are never added up. Declare "
            "`part_of`, `in_addition_to`, `overlaps`, `supersedes` or `same_sum_as` as soon as a source tells."
        ),
        wrong=(
            "money_lines:  # both approved in 2024\n"
            "  - {id: spring, label: Spring aid}\n"
            "  - {id: ceiling, label: Ceiling}"
        ),
        right=(
            "money_lines:\n"
            "  - {id: spring, label: Spring aid, part_of: [ceiling], because: the ministry says so}\n"
            "  - {id: ceiling, label: Ceiling}"
        ),
    ),
    presentation=Presentation(
        label="sums that may overlap",
        category=Category.NOTE,
        questions={
            "question-overlap-undeclared": "{choice}: is the same money in both?",
        },
        ask=ask_of_owned_sums,
        summary=Summary.NOTHING,
    ),
    order=100,
    audience="editor",
    remedy=_remedy,
    print_together=_print_together,
)
