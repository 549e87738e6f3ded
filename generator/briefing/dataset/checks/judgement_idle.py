"""judgement-idle: a judgement with nothing left to decide, on a finding or on a slot, or that another one answers."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefing.dataset.linked.records import Dataset, Rank, Slot
from briefing.diagnostics.diagnostic import Diagnostic, warning
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey
from briefing.model.records import Judgement


def find_judgement_idle(dataset: Dataset) -> Iterator[Diagnostic]:
    """Yield every judgement that no conflict carries; one that sets claims aside or moves them works."""
    answered = {id(one.judgement) for one in dataset.conflicts if one.judgement}
    judged = _judged_slots(dataset)
    for subject in dataset.subjects.values():
        for judgement in subject.judgements:
            if id(judgement) in answered or judgement.move or _sets_aside(dataset, judgement):
                continue
            if judgement.finding_rule:
                yield _finding(dataset, judgement)
            elif judgement.slot and not _chooses(judged[id(judgement)]):
                yield _nothing_differs(dataset, judgement, judged[id(judgement)])


def _judged_slots(dataset: Dataset) -> dict[int, list[Slot]]:
    found: dict[int, list[Slot]] = defaultdict(list)
    for slot in dataset.slots:
        if slot.judgement is not None:
            found[id(slot.judgement)].append(slot)
    return found


def _sets_aside(dataset: Dataset, judgement: Judgement) -> bool:
    """Tell whether a rejected claim would stand without the judgement."""
    rejected = (one.claim for one in judgement.reject if one.claim in dataset.claims)
    return any(dataset.slot_of[key].ranks[key] is Rank.REJECTED for key in rejected)


def _chooses(slots: Sequence[Slot]) -> bool:
    """Tell whether several values stand in a slot that was judged, or in one of its neighbours under the same name."""
    standing = [group for slot in slots for group in slot.groups if not _is_corrected(slot, group.claims[0])]
    return len(standing) > 1


def _is_corrected(slot: Slot, claim: Claim) -> bool:
    return claim.key in slot.corrected


def _nothing_differs(dataset: Dataset, judgement: Judgement, slots: Sequence[Slot]) -> Diagnostic:
    message = f"nothing differs any more in the slot that is judged{_what_left(dataset, judgement, slots)}"
    hint = "take the judgement out; where it still tells readers something, say it in describes or bottom_line"
    return warning("judgement-idle", judgement.span, message, hint)


def _what_left(dataset: Dataset, judgement: Judgement, slots: Sequence[Slot]) -> str:
    """Return which claims were withdrawn or corrected, where that is why."""
    named = [*(one.claim for one in judgement.reject), *judgement.prefer]
    keys = dict.fromkeys([*named, *(claim.key for slot in slots for claim in slot.claims)])
    reasons = (_reason(dataset, key) for key in keys if key in dataset.claims)
    return "".join(f": {reason}" for reason in list(filter(None, reasons))[:1])


def _reason(dataset: Dataset, key: ClaimKey) -> str:
    claim = dataset.claims[key]
    if claim.is_withdrawn:
        return f"{key} is of an article that was withdrawn"
    return f"{key} was corrected by its source" if _is_corrected(dataset.slot_of[key], claim) else ""


def _finding(dataset: Dataset, judgement: Judgement) -> Diagnostic:
    rule, claims = judgement.finding_rule, set(judgement.finding_claims)
    near = next((one for one in dataset.conflicts if one.rule == rule and claims & set(one.claims)), None)
    if near is None:
        message = f'nothing that "{rule}" finds is about these claims any more'
        hint = "the difference is gone: take the judgement out, or name another rule or editor-differs"
    elif near.judgement and claims <= set(near.claims):
        message = f'another judgement answers what "{rule}" finds about these claims'
        hint = "make one judgement of the two"
    else:
        message = f'what "{rule}" finds is not about all of these claims any more'
        hint = f"name the claims that are left: {', '.join(near.claims[:5])}"
    return warning("judgement-idle", judgement.span, message, hint)
