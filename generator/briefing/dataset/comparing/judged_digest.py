"""What an editor saw when judging, as a digest: it changes when the claims do, or what would be shown without.

Older digests are of the claims alone. They stay good until the claims change.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter
from typing import TypeVar

from briefing.dataset.comparing.slots import choose_unjudged
from briefing.dataset.linked.claim_fields import printed_second_value, printed_value
from briefing.dataset.linked.claim_sets import claims_of
from briefing.dataset.linked.records import Conflict, Dataset, Slot
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey
from briefing.model.records import Judgement

J = TypeVar("J", Conflict, Slot)
DIGEST_LENGTH = 6
_REMARKS = frozenset({"note", "how", "review"})
"""Fields by which editors comment on a claim; they change nothing that a judgement rests on."""


def digest_seen(
    data: Dataset, judgement: Judgement, finding_claims: Collection[ClaimKey], slots: Sequence[Slot]
) -> str:
    """Return the digest of a judgement: its claims, and what its slots would show without it.

    ``finding_claims`` are the claims of the finding that it answers, ``slots`` those that it is made on.
    """
    claims = _judged_claims(data, judgement, finding_claims, slots)
    return _digest([*map(_row, claims), *_outcomes(data, judgement, finding_claims, slots)])


def digest_judgement(data: Dataset, judgement: Judgement) -> str:
    """Return the digest of a judgement over its own slot, or over the claims of the finding that it answers."""
    conflicts = _judged_by(judgement, data.conflicts)
    finding_claims = list(chain.from_iterable(map(attrgetter("claims"), conflicts)))
    slots = _judged_by(judgement, data.slots)
    return digest_seen(data, judgement, finding_claims or judgement.finding_claims, slots)


def _judged_by(judgement: Judgement, judged: Iterable[J]) -> list[J]:
    # By identity: two judgements may say the same.
    return [conflict_or_slot for conflict_or_slot in judged if conflict_or_slot.judgement is judgement]


def is_seen(data: Dataset, judgement: Judgement, finding_claims: Collection[ClaimKey], slots: Sequence[Slot]) -> bool:
    """Tell whether all is as the editor saw it; where no digest is written nobody can tell otherwise."""
    if judgement.seen is None:
        return True
    # A digest of an older kind, of the claims alone.
    if judgement.seen == digest_claims(_judged_claims(data, judgement, finding_claims, slots)):
        return True
    return judgement.seen == digest_seen(data, judgement, finding_claims, slots)


def prefers_what_is_gone(data: Dataset, judgement: Judgement) -> bool:
    """Tell whether all that a judgement prefers has been withdrawn or corrected by its source."""
    preferred = data.find_claims(judgement.prefer)
    return bool(preferred) and all(_is_gone(data, claim) for claim in preferred)


def _is_gone(data: Dataset, claim: Claim) -> bool:
    return claim.is_withdrawn or claim.key in data.slot_of[claim.key].corrected


def _judged_claims(
    data: Dataset, judgement: Judgement, finding_claims: Iterable[ClaimKey], slots: Iterable[Slot]
) -> list[Claim]:
    if judgement.finding_rule:
        return data.find_claims(dict.fromkeys(finding_claims))
    return list(claims_of(slots))


def _outcomes(
    data: Dataset, judgement: Judgement, finding_claims: Collection[ClaimKey], slots: Iterable[Slot]
) -> Iterator[str]:
    """Yield what would be shown without the judgement; of a finding where the judgement chooses among its claims."""
    among: Collection[ClaimKey] | None = None
    if judgement.finding_rule:
        among = finding_claims
        slots = map(data.slot_of.__getitem__, filter(finding_claims.__contains__, judgement.prefer))
    for slot in slots:
        yield f"shown: {choose_unjudged(slot, data.registry.attributes[slot.attribute], among)}"


def digest_claims(claims: Iterable[Claim]) -> str:
    """Return six hex digits over keys, values and qualifiers."""
    return _digest([_row(claim) for claim in claims])


def _digest(rows: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest()[:DIGEST_LENGTH]


def _row(claim: Claim) -> str:
    stated = {name: text for name, text in claim.qualifiers.items() if name not in _REMARKS}
    # The order is frozen: digests that editors have written into their files are of these very rows.
    row = [
        claim.key,
        list(claim.about),
        claim.attribute,
        printed_value(claim),
        printed_second_value(claim),
        claim.modality.value,
        stated,
        claim.excluded,
        *_what_became(claim),
    ]
    return json.dumps(row, ensure_ascii=False, sort_keys=True)


def _what_became(claim: Claim) -> Iterator[str]:
    """Yield what became of the sources of a claim, nothing where all stand as they were."""
    if claim.status == "corrected":
        yield claim.status
    if claim.original is not None and claim.original.status != "current":
        yield f"{claim.original.article} {claim.original.status}"
