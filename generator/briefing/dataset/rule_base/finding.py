"""What a rule yields: a finding, its permanent key, and how a finding is made about slots."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain

from briefing.dataset.comparing.far_ends import far_end
from briefing.dataset.linked.claim_sets import keys_of
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.context import RuleContext
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey, SubjectId

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found.

    ``places`` say what it is about, for its permanent key: slots, or other texts where there is none.
    ``claims`` are those compared, ``message`` says it in a sentence for readers. ``slip`` marks a
    figure that is an error of ours until ``printed_so`` says that the source prints it.
    """

    places: tuple[str, ...]
    about: tuple[SubjectId, ...]
    claims: tuple[ClaimKey, ...]
    message: str
    slip: bool = False


def slot_place(slot: Slot) -> str:
    """Return the text that names a slot for good, whatever claims join it."""
    key = list(map(list, slot.key))
    return _ENCODER.encode([list(slot.about), slot.attribute, key, slot.many_value, slot.opinion])


def finding_key(code: str, places: tuple[str, ...]) -> str:
    """Return the permanent key of a finding: the rule and a digest over its sorted places."""
    # Judgements name findings by this key: it must not change with the order in which slots are read.
    text = "\n".join(sorted(set(places)))
    return f"{code}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def over_slots(slots: Iterable[Slot], claims: Iterable[Claim], message: str, *, slip: bool = False) -> Finding:
    """Return a finding about one slot or several."""
    slots = tuple(slots)
    return Finding(tuple(map(slot_place, slots)), subjects_of(slots), keys_of(claims), message, slip)


def over_claims(places: tuple[str, ...], claims: Iterable[Claim], message: str) -> Finding:
    """Return a finding about the subjects of some claims, at places of its own."""
    claims = tuple(claims)
    return Finding(places, subjects_of(claims), keys_of(claims), message)


def subjects_of(items: Iterable[Slot | Claim]) -> tuple[SubjectId, ...]:
    """Return the subjects that slots or claims are about, each once, in order."""
    return tuple(sorted(set(chain.from_iterable(item.about for item in items))))


def at_both_ends(finding: Finding, slot: Slot, context: RuleContext) -> Finding:
    """Return a finding on a relation about the subject at its far end, too: that page tells the relation as well."""
    far = far_end(slot)
    if far is None or far not in context.data.subjects:
        return finding
    return replace(finding, about=tuple(sorted({*finding.about, far})))
