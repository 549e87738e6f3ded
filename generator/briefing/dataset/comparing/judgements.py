"""What the judgements of all subjects decide, by slot and claim; judgements that decide nothing are findings."""

from collections.abc import Collection, Iterable, Mapping
from itertools import chain, product
from operator import attrgetter

from briefing.dataset.comparing.far_ends import far_end
from briefing.dataset.comparing.judged_slots import JudgedSlots
from briefing.dataset.comparing.judgement_problems import (
    find_preference_problems,
    find_rejection_problems,
    find_second_judgement,
    slot_unknown,
)
from briefing.dataset.comparing.slot_keys import SlotKey, SlotKeys
from briefing.dataset.comparing.slots import Judging
from briefing.dataset.linked.claim_sets import key_of
from briefing.dataset.linked.subject_sets import judgements_of
from briefing.diagnostics.diagnostic import Diagnostic
from briefing.model.claims import Claim
from briefing.model.grouping import group_pairs
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.records import Judgement, Subject
from briefing.model.registry import Registry


def gather_judgements(
    subjects: Iterable[Subject],
    claims: Mapping[ClaimKey, Claim],
    registry: Registry,
    keys_of: Mapping[ClaimKey, SlotKeys],
    doubted: Collection[str | None] = (),
) -> tuple[Judging, tuple[Diagnostic, ...]]:
    """Return the editors' decisions by slot and claim, and findings on those that decide nothing.

    ``keys_of`` has the slots of every claim. Of the subjects in ``doubted`` claims may be missing, of None of any.
    """
    judgements = list(judgements_of(subjects))
    rejected = _reasons_of_rejection(judgements)
    aside = set(map(key_of, filter(_is_set_aside, claims.values())))
    aside.update(rejected)
    slots = JudgedSlots(registry, keys_of, _index_by_subject(keys_of.values()))
    findings: list[Diagnostic] = []
    for judgement in judgements:
        keys = slots.find(judgement)
        if judgement.slot is not None:
            # Where a claim of the subject was unreadable, the slot that is missing may be that claim's.
            if not keys and judgement.subject not in doubted and None not in doubted:
                findings.append(slot_unknown(judgement, slots.keys_by_subject.get(judgement.subject, ())))
            findings.extend(find_second_judgement(judgement, keys, slots.by_slot))
            findings.extend(find_preference_problems(judgement, keys, keys_of, aside))
        findings.extend(find_rejection_problems(judgement, keys, claims, keys_of))
        slots.take_in(judgement, keys)
    return Judging(slots.by_slot, slots.preferred, rejected), tuple(findings)


def _is_set_aside(claim: Claim) -> bool:
    # Of a withdrawn article the judgement reopens instead: its editor could not know.
    return bool(claim.excluded) and not claim.is_withdrawn


def _reasons_of_rejection(judgements: Iterable[Judgement]) -> dict[ClaimKey, str]:
    rejections = chain.from_iterable(map(attrgetter("reject"), judgements))
    return {rejection.claim: rejection.reason for rejection in rejections}


def _ends(key: SlotKey) -> tuple[SubjectId, ...]:
    far = far_end(key)
    if far is None:
        return key.about
    return (*key.about, far)


def _index_by_subject(keys_of_claims: Iterable[SlotKeys]) -> Mapping[SubjectId, SlotKeys]:
    """Return the slots of every subject, those at whose far end it stands among them."""
    index: list[tuple[SubjectId, SlotKey]] = []
    # Many claims have one slot, which is listed once.
    for key in dict.fromkeys(chain.from_iterable(keys_of_claims)):
        index.extend(product(dict.fromkeys(_ends(key)), (key,)))
    return group_pairs(index)
