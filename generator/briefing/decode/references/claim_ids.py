"""The ids of the claims of one file: what each key that may be written stands for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing.decode.reading.content import Fields, Findings
from briefing.decode.reading.raw_data import RawRecord
from briefing.diagnostics.diagnostic import Diagnostic, Related, error
from briefing.model.ids import ClaimKey, claim_key


@dataclass(frozen=True, slots=True)
class ClaimIds:
    """The claims of one file: what each written key stands for, and which may be there though they are not read."""

    claims: Mapping[str, tuple[ClaimKey, ...]]
    faulty: frozenset[str]
    hides: bool
    """Whether a reported slip may be why a claim of the file is not known."""


def read_claim_ids(record: RawRecord, name: str, findings: Findings) -> ClaimIds:
    """Return the claim ids of a file, listed under ``name``; report those used twice."""
    claims = record.fields.records(name)
    by_id = first_of_id(claims)
    findings.extend(_find_repeated_ids(claims, by_id))
    return ClaimIds(
        claims=dict(_written_keys(record.id, by_id)),
        faulty=frozenset(_faulty_keys(record.id, claims)),
        hides=_hides_claims(record, name),
    )


def _faulty_keys(holder: str, claims: Iterable[Fields]) -> Iterator[str]:
    for claim in claims:
        if claim.faulty:
            yield f"{holder}#{claim.text('id')}"


def first_of_id(claims: Iterable[Fields]) -> dict[str, Fields]:
    """Return the claims of a file by id; of several with one id the first."""
    by_id: dict[str, Fields] = {}
    for claim in claims:
        local = claim.text("id")
        if local is not None:
            by_id.setdefault(local, claim)
    return by_id


def value_counts(by_id: Mapping[str, Fields]) -> dict[str, int]:
    """Return how many claims each claim expands to, or 0 where it stands for itself alone."""
    counts: dict[str, int] = {}
    for start in by_id:
        # All links of a chain have the values of its end: each is visited once.
        chain: dict[str, None] = {}
        count = _follow_chain(start, by_id, counts, chain)
        # A list of one value has no parts.
        if count == 1:
            count = 0
        counts.update(dict.fromkeys(chain, count))
    return counts


def _follow_chain(local: str, by_id: Mapping[str, Fields], counts: Mapping[str, int], chain: dict[str, None]) -> int:
    """Return the number of values at the end of a chain of restatements, whose links join ``chain``."""
    while local in by_id and local not in counts and local not in chain:
        chain[local] = None
        claim = by_id[local]
        if "value" in claim.keys:
            return len(claim.scalars("value"))
        local = claim.text_or("restates", "")
    return counts.get(local, 0)


def _written_keys(holder: str, by_id: Mapping[str, Fields]) -> Iterator[tuple[str, tuple[ClaimKey, ...]]]:
    """Yield each key with the claims it stands for: the key of a list with all its parts, and each part."""
    for local, count in value_counts(by_id).items():
        whole = claim_key(holder, local)
        if count == 0:
            yield whole, (whole,)
            continue
        parts = part_keys(holder, local, count)
        yield whole, parts
        yield from ((part, (part,)) for part in parts)


def part_keys(holder: str, local: str, count: int) -> tuple[ClaimKey, ...]:
    """Return the keys of the parts of a list of values, which are numbered from 1."""
    return tuple(claim_key(holder, f"{local}.{number}") for number in range(1, count + 1))


def _find_repeated_ids(claims: Iterable[Fields], by_id: Mapping[str, Fields]) -> Iterator[Diagnostic]:
    """Yield an error for each claim that bears the id of an earlier one."""
    for claim in claims:
        local = claim.text("id")
        if local is None or by_id[local] is claim:
            continue
        related = (Related(by_id[local].span_of("id"), "the first claim with this id"),)
        message = f'the claim id "{local}" is used twice in this file'
        yield error("claim-id-duplicate", claim.span_of("id"), message, "give one of them a new id", related)


def _hides_claims(record: RawRecord, name: str) -> bool:
    """Return whether a reported slip may be why a claim of the file is not known."""
    fields = record.fields
    if not record.whole:
        return True
    if name not in fields.values:
        # The list was written and could not be read, or a misspelt key may have been it.
        return not fields.lacks(name)
    return any(claim.text("id") is None for claim in fields.records(name))
