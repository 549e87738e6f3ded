"""Differences that editors have written down, as a finding of the rule for them or as a judgement ``differs``."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.attribution import attribute_values, name_subjects
from briefing.dataset.rule_base.compared import slots_of
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, over_slots, slot_place
from briefing.dataset.rule_base.judged import all_judgements, judged_slots
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey
from briefing.model.records import Judgement


def find_noted(context: RuleContext, rule: str) -> Iterator[Finding]:
    """Yield one finding for every judgement on a finding of ``rule``: its claims differ because the editor says so."""
    taken: set[tuple[str, ...]] = set()
    for judgement in all_judgements(context):
        if judgement.finding_rule != rule:
            continue
        claims = _standing(context, judgement.finding_claims)
        if claims:
            yield _place_once(_finding(context, claims), taken)


def find_unfound(context: RuleContext, rule: str, matched: Iterable[Judgement]) -> Iterator[tuple[Judgement, Finding]]:
    """Yield every judgement ``differs`` that is not among those that a rule's finding took up, with its finding.

    ``rule`` is the code of the rule that the findings go by.
    """
    taken_up = {judgement.span for judgement in matched}
    taken = {finding.places for finding in find_noted(context, rule)}
    slots = {slot.judgement.span: slot for slot in judged_slots(context) if slot.judgement}
    for judgement in all_judgements(context):
        if judgement.word != "differs" or judgement.span in taken_up:
            continue
        claims = _standing(context, _judged_keys(judgement, slots.get(judgement.span)))
        if claims:
            yield judgement, _place_once(_finding(context, claims), taken)


def _judged_keys(judgement: Judgement, slot: Slot | None) -> Sequence[ClaimKey]:
    """Return the claims that a judgement is on: those of its slot, else those that it names."""
    if slot is None:
        return judgement.finding_claims
    return [claim.key for claim in slot.claims]


def _place_once(finding: Finding, taken: set[tuple[str, ...]]) -> Finding:
    """Return the finding, told apart by its claims where another one is over the same slots: each has its own key."""
    if finding.places in taken:
        finding = replace(finding, places=(*finding.places, f"claims:{','.join(finding.claims)}"))
    taken.add(finding.places)
    return finding


def _standing(context: RuleContext, keys: Sequence[ClaimKey]) -> tuple[Claim, ...]:
    """Return the claims without those that are excluded; none where only one of several is left."""
    standing = tuple([claim for claim in context.data.find_claims(keys) if not claim.excluded])
    # A claim that has lost all that it differed from differs no more.
    if len(standing) == 1 and len(keys) > 1:
        return ()
    return standing


def _finding(context: RuleContext, claims: Sequence[Claim]) -> Finding:
    # Judgements name claims in any order; that of their slots has to be the same every time.
    slots = sorted(slots_of(context, claims), key=slot_place)
    subjects = dict.fromkeys(chain.from_iterable(claim.about for claim in claims))
    names = name_subjects(context, subjects)
    return over_slots(slots, claims, f"{names}: {attribute_values(context, claims)}")
