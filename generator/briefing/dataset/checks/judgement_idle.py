"""judgement-idle: a judgement with nothing left to decide, on a finding or on a slot, or that another one answers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter

from briefing.dataset.linked.claim_sets import claims_of, key_of
from briefing.dataset.linked.records import Conflict, Dataset, Doubt, Rank, Slot
from briefing.dataset.linked.subject_sets import judgements_of
from briefing.diagnostics.diagnostic import Diagnostic, warning
from briefing.model.claims import Claim
from briefing.model.grouping import group_by
from briefing.model.records import Judgement

_MOST_NAMED = 5


def find_judgement_idle(dataset: Dataset) -> Iterator[Diagnostic]:
    """Yield every judgement that no conflict carries; one that sets claims aside or moves them works."""
    answered = {id(conflict.judgement) for conflict in dataset.conflicts}
    # By identity: two judgements may say the same.
    slots_by_judgement = group_by(dataset.slots, lambda slot: id(slot.judgement))
    for judgement in judgements_of(dataset.subjects.values()):
        if id(judgement) not in answered and not _does_more(dataset, judgement):
            yield from _find_idle(dataset, judgement, slots_by_judgement)


def _find_idle(
    dataset: Dataset, judgement: Judgement, slots_by_judgement: Mapping[int, Sequence[Slot]]
) -> Iterator[Diagnostic]:
    if judgement.finding_rule:
        yield _without_finding(dataset, judgement)
    elif judgement.slot:
        slots = slots_by_judgement.get(id(judgement), ())
        if not _has_choice(slots):
            yield _nothing_differs(dataset, judgement, slots)


def _does_more(dataset: Dataset, judgement: Judgement) -> bool:
    """Tell whether a judgement moves claims, or rejects any that would stand without it."""
    if judgement.move:
        return True
    # A claim that is excluded anyway needs no rejection.
    rejected = dataset.find_claims(rejection.claim for rejection in judgement.reject)
    return any(dataset.slot_of[claim.key].ranks[claim.key] is Rank.REJECTED for claim in rejected)


def _has_choice(slots: Iterable[Slot]) -> bool:
    """Tell whether several values stand in a slot that was judged, or in one of its neighbours under the same name."""
    groups = chain.from_iterable(map(attrgetter("groups"), slots))
    return sum(group.doubt is not Doubt.CORRECTED for group in groups) > 1


def _nothing_differs(dataset: Dataset, judgement: Judgement, slots: Iterable[Slot]) -> Diagnostic:
    message = f"nothing differs any more in the slot that is judged{_why_it_is_gone(dataset, judgement, slots)}"
    hint = "take the judgement out; where it still tells readers something, say it in describes or bottom_line"
    return warning("judgement-idle", judgement.span, message, hint)


def _why_it_is_gone(dataset: Dataset, judgement: Judgement, slots: Iterable[Slot]) -> str:
    """Return the first claim that was withdrawn or corrected, where that is why; those that are named come first."""
    rejected = (rejection.claim for rejection in judgement.reject)
    keys = chain(rejected, judgement.prefer, map(key_of, claims_of(slots)))
    # What a judgement names may have been taken out of the data since.
    reasons = (_reason(dataset, claim) for claim in dataset.find_claims(keys))
    return next(filter(None, reasons), "")


def _reason(dataset: Dataset, claim: Claim) -> str:
    if claim.is_withdrawn:
        return f": {claim.key} is of an article that was withdrawn"
    if claim.key in dataset.slot_of[claim.key].corrected:
        return f": {claim.key} was corrected by its source"
    return ""


def _without_finding(dataset: Dataset, judgement: Judgement) -> Diagnostic:
    message, hint = _why_unanswered(dataset, judgement)
    return warning("judgement-idle", judgement.span, message, hint)


def _why_unanswered(dataset: Dataset, judgement: Judgement) -> tuple[str, str]:
    """Return in what a judgement on a finding misses what its rule finds now, and what to do about it."""
    rule, near = judgement.finding_rule, _find_near(dataset.conflicts, judgement)
    if near is None:
        hint = "the difference is gone: take the judgement out, or name another rule or editor-differs"
        return f'nothing that "{rule}" finds is about these claims any more', hint
    if near.judgement and set(judgement.finding_claims) <= set(near.claims):
        return f'another judgement answers what "{rule}" finds about these claims', "make one judgement of the two"
    hint = f"name the claims that are left: {', '.join(near.claims[:_MOST_NAMED])}"
    return f'what "{rule}" finds is not about all of these claims any more', hint


def _find_near(conflicts: Iterable[Conflict], judgement: Judgement) -> Conflict | None:
    """Return the first finding of the rule that shares a claim with those judged."""
    judged = set(judgement.finding_claims)
    for conflict in conflicts:
        if conflict.rule == judgement.finding_rule and not judged.isdisjoint(conflict.claims):
            return conflict
    return None
