"""Findings on judgements that decide nothing: no such slot, one that is judged already, a claim of another file."""

from collections.abc import Collection, Iterator, Mapping
from operator import attrgetter

from briefing.dataset.comparing.slot_keys import SlotKey, SlotKeys
from briefing.dataset.linked.records import named_fields
from briefing.diagnostics.diagnostic import Diagnostic, Related, error
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.records import Judgement, Rejection

_MOST_SUGGESTED = 5


def slot_unknown(judgement: Judgement, keys: SlotKeys) -> Diagnostic:
    """Return the finding on a judgement whose slot no claim is in; ``keys`` are the slots that its subject has."""
    message = f'no claim about "{judgement.subject}" is in this slot'
    return error("judgement-slot-unknown", judgement.span, message, _hint_to_slot(judgement, keys))


def _hint_to_slot(judgement: Judgement, keys: SlotKeys) -> str:
    attribute = (judgement.slot or {}).get("attribute")
    # Where there are slots of the same attribute, the slip is in a key field.
    near = sorted({_slot_as_written(key) for key in keys if key.attribute == attribute})
    if near:
        return f"it has: {'; '.join(near[:_MOST_SUGGESTED])}"
    return f'name what a claim about "{judgement.subject}" says'


def _slot_as_written(key: SlotKey) -> str:
    fields = [f"{name}: {value}" for name, value in named_fields(key.key).items()]
    return "{" + ", ".join([f"attribute: {key.attribute}", *fields]) + "}"


def find_second_judgement(
    judgement: Judgement, keys: SlotKeys, judged: Mapping[SlotKey, Judgement]
) -> Iterator[Diagnostic]:
    """Yield one finding where a slot has been judged before; ``judged`` has the judgements before this one."""
    earlier = [judged[key] for key in keys if key in judged]
    if not earlier:
        return
    first = min(earlier, key=lambda judgement: str(judgement.span))
    related = (Related(first.span, "the first judgement on this slot"),)
    message = "the slot has a judgement already"
    yield error("judgement-target", judgement.span, message, "make one judgement of the two", related)


def find_preference_problems(
    judgement: Judgement, judged: SlotKeys, keys_of: Mapping[ClaimKey, SlotKeys], aside: Collection[ClaimKey]
) -> Iterator[Diagnostic]:
    """Yield every preferred claim that the judgement can not prefer; none of those in ``aside`` may be."""
    # A slot that no claim is in has a finding of its own, and decoding has reported a claim that is not there.
    if not judged:
        return
    for name in filter(keys_of.__contains__, judgement.prefer):
        if set(judged).isdisjoint(keys_of[name]):
            message = f'"{name}" answers another question than the slot judged'
            yield error("judgement-target", judgement.span, message, "prefer a claim of this slot")
        elif name in aside:
            message = f'"{name}" is preferred and yet set aside'
            hint = "take it out of prefer:, or do not set it aside"
            yield error("judgement-target", judgement.span, message, hint)


def find_rejection_problems(
    judgement: Judgement, judged: SlotKeys, claims: Mapping[ClaimKey, Claim], keys_of: Mapping[ClaimKey, SlotKeys]
) -> Iterator[Diagnostic]:
    """Yield every rejected claim that is about another subject, unless the judgement moves it as well."""
    moved = set(map(attrgetter("claim"), judgement.move))
    for rejection in judgement.reject:
        claim = claims.get(rejection.claim)
        if claim is None or rejection.claim in moved:
            continue
        keys = keys_of.get(rejection.claim, ())
        if set(judged).isdisjoint(keys) and judgement.subject not in _subjects_of(claim, keys):
            yield _rejection_problem(judgement, rejection, claim)


def _subjects_of(claim: Claim, keys: SlotKeys) -> set[SubjectId]:
    # A relation that goes both ways is about either of its ends.
    pairs = [key.about for key in keys if len(key.about) > 1]
    return set(claim.about).union(*pairs)


def _rejection_problem(judgement: Judgement, rejection: Rejection, claim: Claim) -> Diagnostic:
    first = claim.about[0]
    message = f'"{rejection.claim}" is about "{first}", which this file does not judge'
    hint = f'reject it in the file of "{first}", or move it beside the rejection if it is misattributed'
    return error("judgement-target", rejection.span or judgement.span, message, hint)
