"""What exists: every id that a reference may name, and the errors of references that name nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.decode.files import RawData
from generator.decode.reading import Fields, Findings, Read, reference_error
from generator.diagnostics.diagnostic import Related, Span, error
from generator.model.ids import ClaimKey, claim_key
from generator.model.values import EntityRef, Value


@dataclass(frozen=True, slots=True)
class Index:
    """Known ids by space; ``claims`` maps a written claim key to the keys it stands for."""

    subjects: frozenset[str]
    articles: frozenset[str]
    publishers: frozenset[str]
    claims: Mapping[str, tuple[ClaimKey, ...]]

    def space(self, name: str) -> Iterable[str]:
        """Return the ids of one space: subject, article, publisher or claim."""
        spaces: dict[str, Iterable[str]] = {
            "subject": self.subjects,
            "article": self.articles,
            "publisher": self.publishers,
            "claim": self.claims,
        }
        return spaces[name]

    def check(self, read: Read | None, space: str, findings: Findings) -> str | None:
        """Return the id in ``read``, or None and a finding where nothing bears it."""
        if read is None:
            return None
        if read.text in self.space(space):
            return read.text
        code = (
            "ref-claim-unknown" if space == "claim" else "publisher-unknown" if space == "publisher" else "ref-unknown"
        )
        message = f'no {space} is called "{read.text}"'
        findings.append(reference_error(code, read.span, message, read.text, tuple(self._near(read.text, space))))
        return None

    def _near(self, word: str, space: str) -> list[str]:
        # Claims of the named file come first: a slip is mostly in the part after the hash.
        options = sorted(self.space(space))
        holder = word.partition("#")[0] + "#"
        same_file = [one for one in options if one.startswith(holder)]
        return same_file if space == "claim" and same_file else options

    def check_all(self, reads: Iterable[Read], space: str, findings: Findings) -> tuple[str, ...]:
        """Return the known ids among ``reads``, once each, in written order."""
        found = (self.check(read, space, findings) for read in reads)
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def check_claims(self, reads: Iterable[Read], findings: Findings) -> tuple[ClaimKey, ...]:
        """Return the keys of the named claims; the name of a list claim stands for all its parts."""
        names = self.check_all(reads, "claim", findings)
        return tuple(dict.fromkeys(key for name in names for key in self.claims[name]))

    def check_entity(self, value: Value | None, span: Span, findings: Findings) -> bool:
        """Report an entity literal that names no subject; tell whether it is fine."""
        if not isinstance(value, EntityRef) or value.id in self.subjects:
            return True
        return self.check(Read(value.id, span), "subject", findings) is not None


def build_index(raw: RawData, findings: Findings) -> Index:
    """Return the ids of all records and claims; report claim ids used twice in a file."""
    claims: dict[str, tuple[ClaimKey, ...]] = {}
    for records, name in ((raw.articles, "claims"), (raw.subjects, "facts")):
        for record in records.values():
            _index_claims(record.id, record.fields.records(name), claims, findings)
    return Index(frozenset(raw.subjects), frozenset(raw.articles), frozenset(raw.publishers), claims)


def _index_claims(
    holder: str, records: tuple[Fields, ...], claims: dict[str, tuple[ClaimKey, ...]], findings: Findings
) -> None:
    by_id: dict[str, Fields] = {}
    for one in records:
        local = one.text("id")
        if local is None:
            continue
        if local in by_id:
            related = (Related(by_id[local].place("id"), "the first claim with this id"),)
            message = f'the claim id "{local}" is used twice in this file'
            findings.append(error("claim-id-duplicate", one.place("id"), message, "give one of them a new id", related))
            continue
        by_id[local] = one
    for local in by_id:
        count = value_count(by_id, local)
        whole = claim_key(holder, local)
        parts = tuple(claim_key(holder, f"{local}.{n}") for n in range(1, count + 1))
        claims[whole] = parts or (whole,)
        claims.update({part: (part,) for part in parts})


def value_count(by_id: Mapping[str, Fields], local: str) -> int:
    """Return how many claims ``local`` expands to, or 0 where it stands for itself alone."""
    seen: set[str] = set()
    while local in by_id and local not in seen:
        seen.add(local)
        if "value" in by_id[local].keys:
            values = by_id[local].reads("value")
            return len(values) if len(values) > 1 else 0
        local = by_id[local].text("restates") or ""
    return 0
