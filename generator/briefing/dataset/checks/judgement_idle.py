"""judgement-idle: a judgement with nothing left to decide, on a finding or on a slot, or that another one answers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.dataset.linked.records import Conflict, Dataset, Rank, Slot
from briefing.diagnostics.diagnostic import Diagnostic, warning
from briefing.model.ids import ClaimKey
from briefing.model.records import Judgement

_MOST_NAMED = 5


def find_judgement_idle(dataset: Dataset) -> Iterator[Diagnostic]:
    """Yield every judgement that no conflict carries; one that sets claims aside or moves them works."""
    answered = {id(conflict.judgement) for conflict in dataset.conflicts if conflict.judgement}
    slots_by_judgement = _index_judged_slots(dataset.slots)
    for subject in dataset.subjects.values():
        for judgement in subject.judgements:
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


def _index_judged_slots(slots: Iterable[Slot]) -> Mapping[int, Sequence[Slot]]:
    """Return the slots of every judgement, by identity: two judgements may say the same."""
    index: dict[int, list[Slot]] = defaultdict(list)
    for slot in slots:
        if slot.judgement is not None:
            index[id(slot.judgement)].append(slot)
    return index


def _does_more(dataset: Dataset, judgement: Judgement) -> bool:
    """Tell whether a judgement moves claims, or rejects any that would stand without it."""
    if judgement.move:
        return True
    # A claim that is excluded anyway needs no rejection.
    rejected = dataset.find_claims(rejection.claim for rejection in judgement.reject)
    return any(dataset.slot_of[claim.key].ranks[claim.key] is Rank.REJECTED for claim in rejected)


def _has_choice(slots: Iterable[Slot]) -> bool:
    """Tell whether several values stand in a slot that was judged, or in one of its neighbours under the same name."""
    standing = 0
    for slot in slots:
        corrected = slot.corrected
        standing += sum(group.claims[0].key not in corrected for group in slot.groups)
    return standing > 1


def _nothing_differs(dataset: Dataset, judgement: Judgement, slots: Iterable[Slot]) -> Diagnostic:
    message = f"nothing differs any more in the slot that is judged{_why_it_is_gone(dataset, judgement, slots)}"
    hint = "take the judgement out; where it still tells readers something, say it in describes or bottom_line"
    return warning("judgement-idle", judgement.span, message, hint)


def _why_it_is_gone(dataset: Dataset, judgement: Judgement, slots: Iterable[Slot]) -> str:
    """Return the first claim that was withdrawn or corrected, where that is why; those that are named come first."""
    keys = [rejection.claim for rejection in judgement.reject]
    keys.extend(judgement.prefer)
    for slot in slots:
        keys.extend(claim.key for claim in slot.claims)
    # What a judgement names may have been taken out of the data since.
    for claim in dataset.find_claims(keys):
        reason = _reason(dataset, claim.key)
        if reason:
            return f": {reason}"
    return ""


def _reason(dataset: Dataset, key: ClaimKey) -> str:
    if dataset.claims[key].is_withdrawn:
        return f"{key} is of an article that was withdrawn"
    if key in dataset.slot_of[key].corrected:
        return f"{key} was corrected by its source"
    return ""


def _without_finding(dataset: Dataset, judgement: Judgement) -> Diagnostic:
    rule = judgement.finding_rule
    near = _find_near(dataset.conflicts, judgement)
    if near is None:
        message = f'nothing that "{rule}" finds is about these claims any more'
        hint = "the difference is gone: take the judgement out, or name another rule or editor-differs"
    elif near.judgement and set(judgement.finding_claims) <= set(near.claims):
        message = f'another judgement answers what "{rule}" finds about these claims'
        hint = "make one judgement of the two"
    else:
        message = f'what "{rule}" finds is not about all of these claims any more'
        hint = f"name the claims that are left: {', '.join(near.claims[:_MOST_NAMED])}"
    return warning("judgement-idle", judgement.span, message, hint)


def _find_near(conflicts: Iterable[Conflict], judgement: Judgement) -> Conflict | None:
    """Return the first finding of the rule that shares a claim with those judged."""
    judged = set(judgement.finding_claims)
    for conflict in conflicts:
        if conflict.rule != judgement.finding_rule:
            continue
        if not judged.isdisjoint(conflict.claims):
            return conflict
    return None
