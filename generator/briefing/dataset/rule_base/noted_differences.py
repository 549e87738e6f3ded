"""Differences that editors have written down, as a finding of the rule for them or as a judgement ``differs``."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.dataset.rule_base.attribution import attribute_values, list_words
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


def find_unfound(context: RuleContext, rule: str, found: Iterable[Judgement]) -> Iterator[tuple[Judgement, Finding]]:
    """Yield every judgement ``differs`` that is not among those that a rule's finding took up, with its finding.

    ``rule`` is the code of the rule that the findings go by.
    """
    taken_up = {judgement.span for judgement in found}
    taken = {finding.places for finding in find_noted(context, rule)}
    slots = {slot.judgement.span: slot for slot in judged_slots(context) if slot.judgement}
    for judgement in all_judgements(context):
        if judgement.word != "differs" or judgement.span in taken_up:
            continue
        slot = slots.get(judgement.span)
        keys = [claim.key for claim in slot.claims] if slot else judgement.finding_claims
        claims = _standing(context, keys)
        if claims:
            yield judgement, _place_once(_finding(context, claims), taken)


def _place_once(finding: Finding, taken: set[tuple[str, ...]]) -> Finding:
    """Return the finding, told apart by its claims where another one is over the same slots: each has its own key."""
    if finding.places in taken:
        finding = replace(finding, places=(*finding.places, f"claims:{','.join(finding.claims)}"))
    taken.add(finding.places)
    return finding


def _standing(context: RuleContext, keys: Sequence[ClaimKey]) -> tuple[Claim, ...]:
    """Return the claims without those that are excluded; none where only one of several is left."""
    known = (context.data.claims[key] for key in keys if key in context.data.claims)
    standing = tuple([claim for claim in known if not claim.excluded])
    return standing if len(standing) > 1 or len(standing) == len(keys) else ()


def _finding(context: RuleContext, claims: Sequence[Claim]) -> Finding:
    slots = {slot_place(slot): slot for slot in (context.data.slot_of[claim.key] for claim in claims)}
    in_order = tuple(slots[place] for place in sorted(slots))
    subjects = dict.fromkeys(subject for claim in claims for subject in claim.about)
    names = list_words([context.name(subject) for subject in subjects])
    return over_slots(in_order, tuple(claims), f"{names}: {attribute_values(context, claims)}")
