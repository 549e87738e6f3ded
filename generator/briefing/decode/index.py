"""What exists: every id that a reference may name, and the errors of references that name nothing."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from briefing.decode.reading.content import Fields, Findings, ScalarText
from briefing.decode.reading.hints import did_you_mean, hint_for_list, with_fix
from briefing.decode.reading.raw_data import RawData, RawRecord
from briefing.decode.retired import Retired, Successor, find_successor, read_retired
from briefing.diagnostics.diagnostic import Diagnostic, Related, Span, error
from briefing.diagnostics.suggest import nearest, same_word
from briefing.model.ids import ClaimKey, bare_id, claim_key
from briefing.model.values import EntityRef, Value

SPACES = ("subject", "article", "publisher", "claim")
_CODES = {"claim": "ref-claim-unknown", "publisher": "publisher-unknown"}
_ACTIONS = {
    "subject": "correct the id, or write the fact file",
    "article": "correct the id, or write the article file",
    "publisher": "write its file in publishers/, or publisher: unknown with a grade",
    "claim": "name it as article#claim or subject#fact",
}
_NAME_MARK = "text:"
_SEARCHES, _COMPARED = 10, 20_000
"""So many different unknown names, or names compared with them, are worth a search for what was meant."""


@dataclass(frozen=True, slots=True)
class Index:
    """Known ids by space; ``claims`` maps a written claim key to the keys it stands for.

    ``stray`` ids, the claims of ``open_holders`` and the parts of ``faulty`` claims may exist: what hides
    them has been reported.
    """

    subjects: frozenset[str]
    articles: frozenset[str]
    publishers: frozenset[str]
    claims: Mapping[str, tuple[ClaimKey, ...]]
    stray: frozenset[str] = frozenset()
    open_holders: frozenset[str] = frozenset()
    faulty: frozenset[str] = frozenset()
    retired: Mapping[str, Retired] = field(default_factory=dict)
    _searched: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict, compare=False)

    def space(self, name: str) -> Collection[str]:
        """Return the ids of one space: subject, article, publisher or claim."""
        spaces: dict[str, Collection[str]] = {
            "subject": self.subjects,
            "article": self.articles,
            "publisher": self.publishers,
            "claim": self.claims,
        }
        return spaces[name]

    def check(self, read: ScalarText | None, space: str, findings: Findings) -> str | None:
        """Return the id in ``read``, or None and a finding where nothing bears it."""
        if read is None:
            return None
        if read.text in self.space(space):
            return read.text
        if not self._may_exist(read.text, space):
            findings.append(self._unknown(read, space))
        return None

    def _may_exist(self, word: str, space: str) -> bool:
        holder, hash_mark, _ = word.partition("#")
        if space == "claim":
            whole = word.rpartition(".")[0]
            return bool(hash_mark) and (holder in self.open_holders | self.stray or whole in self.faulty)
        return word in self.stray

    def _unknown(self, read: ScalarText, space: str) -> Diagnostic:
        other = next((one for one in SPACES if one != space and read.text in self.space(one)), None)
        if other and (space, other) != ("publisher", "subject"):
            message = f'"{read.text}" is {_a(other)}, not {_a(space)}'
            return error("ref-kind", read.span, message, f"name {_a(space)}")
        if space == "subject" and read.text.startswith(_NAME_MARK):
            return _no_name_here(read)
        code = _CODES.get(space, "ref-unknown")
        successor = self.successor(read.text, space)
        if successor:
            found = error(code, read.span, successor.message, successor.hint, successor.related)
            return with_fix(found, read.text, successor.id)
        bare = bare_id(read.text)
        if bare != read.text and bare in self.space(space):
            found = error(code, read.span, f'"{read.text}" is no id', f"write {bare}, without folder and ending")
            return with_fix(found, read.text, bare)
        several = hint_for_list(read.text)
        near = () if several else self.nearest(read.text, space)
        hint = several or did_you_mean(near) or self._offer(read.text, space)
        found = error(code, read.span, f'no {space} is called "{read.text}"', hint)
        return with_fix(found, read.text, same_word(read.text, near))

    def successor(self, word: str, space: str) -> Successor | None:
        """Return what became of an id that `redirects.yml` gives up; of a claim what became of its file."""
        holder, hash_mark, local = word.partition("#")
        if space != "claim":
            return find_successor(word, self.retired, self.space(space), publisher=space == "publisher")
        found = find_successor(holder, self.retired, self.subjects | self.articles) if hash_mark else None
        if found is None or found.id is None:
            return found
        claim = f"{found.id}#{local}"
        if claim in self.claims:
            return Successor(claim, found.message, f"write {claim}", found.related)
        return Successor(None, found.message, self._offer(claim, space), found.related)

    def _offer(self, word: str, space: str) -> str:
        """Return what to do about a name that is near nothing."""
        holder, hash_mark, _ = word.partition("#")
        claims = self._locals(holder) if space == "claim" and hash_mark else []
        few = f"{', '.join(claims[:5])}{' …' if len(claims) > 5 else ''}"
        return f'name one of the claims of "{holder}": {few}' if claims else _ACTIONS[space]

    def _locals(self, holder: str) -> list[str]:
        return [key.partition("#")[2] for key in self.claims if key.startswith(f"{holder}#")]

    def nearest(self, word: str, space: str) -> tuple[str, ...]:
        """Return the ids that ``word`` may have meant; each word is looked for once."""
        key = (word, space)
        spent = len(self._searched)
        if key not in self._searched and (spent < _SEARCHES or spent * len(self.space(space)) < _COMPARED):
            self._searched[key] = self._near_claims(word) if space == "claim" else nearest(word, self.space(space))
        return self._searched.get(key, ())

    def _near_claims(self, word: str) -> tuple[str, ...]:
        """Look within the file that is named, or in files of nearly that name for the very claim."""
        holder, _, local = word.partition("#")
        if holder in self.articles or holder in self.subjects:
            return tuple(f"{holder}#{one}" for one in nearest(local, self._locals(holder)))
        holders = nearest(holder, self.articles | self.subjects)
        return tuple(f"{one}#{local}" for one in holders if f"{one}#{local}" in self.claims)

    def check_all(self, reads: Iterable[ScalarText], space: str, findings: Findings) -> tuple[str, ...]:
        """Return the known ids among ``reads``, once each, in written order."""
        found = (self.check(read, space, findings) for read in reads)
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def check_claims(self, reads: Iterable[ScalarText], findings: Findings, holder: str = "") -> tuple[ClaimKey, ...]:
        """Return the keys of the named claims; the name of a list claim stands for all its parts.

        Inside its own file, ``holder``, a claim may go by its bare id.
        """
        names = self.check_all((self._qualified(read, holder) for read in reads), "claim", findings)
        return tuple(dict.fromkeys(key for name in names for key in self.claims[name]))

    def _qualified(self, read: ScalarText, holder: str) -> ScalarText:
        local = read.text.removeprefix("#")
        if not holder or "#" in local:
            return read
        whole = f"{holder}#{local}"
        # A subject's file names claims of articles: a bare id there has mostly lost its article.
        known = whole in self.claims or holder in self.articles or holder in self.open_holders
        return ScalarText(whole, read.span) if known else read

    def check_entity(self, value: Value | None, span: Span, findings: Findings) -> None:
        """Report an entity literal that names no subject."""
        if isinstance(value, EntityRef):
            self.check(ScalarText(value.id, span), "subject", findings)


def _no_name_here(read: ScalarText) -> Diagnostic:
    message = f'"{read.text}" is a name without a page, which only values, payers and payees may be'
    name = read.text.removeprefix(_NAME_MARK).strip()
    hint = f"write the fact file; for a speaker write {{group: {name}}}"
    return error("ref-unknown", read.span, message, hint)


def _a(space: str) -> str:
    return f"an {space}" if space == "article" else f"a {space}"


@dataclass(frozen=True, slots=True)
class ClaimIds:
    """The claims of one file: what each written key stands for, and which may be there though they are not read."""

    claims: Mapping[str, tuple[ClaimKey, ...]]
    faulty: frozenset[str]
    hides: bool


def read_claim_ids(record: RawRecord, name: str, findings: Findings) -> ClaimIds:
    """Return the claim ids of a file, listed under ``name``; report those used twice."""
    listed = record.fields.records(name)
    claims: dict[str, tuple[ClaimKey, ...]] = {}
    _index_claims(record.id, listed, claims, findings)
    faulty = frozenset(f"{record.id}#{one.text('id')}" for one in listed if one.faulty)
    return ClaimIds(claims, faulty, _hides_claims(record, name))


def build_index(
    raw: RawData, findings: Findings, read: Callable[[RawRecord, str, Findings], ClaimIds] = read_claim_ids
) -> Index:
    """Return the ids of all records and claims; ``read`` returns the claims of one file."""
    claims: dict[str, tuple[ClaimKey, ...]] = {}
    holders: set[str] = set()
    faulty: set[str] = set()
    for records, name in ((raw.articles, "claims"), (raw.subjects, "facts")):
        for record in records.values():
            found = read(record, name, findings)
            claims.update(found.claims)
            faulty.update(found.faulty)
            if found.hides:
                holders.add(record.id)
    return Index(
        frozenset(raw.subjects),
        frozenset(raw.articles),
        frozenset(raw.publishers),
        claims,
        raw.stray,
        frozenset(holders),
        frozenset(faulty),
        read_retired(raw.redirects),
    )


def _hides_claims(record: RawRecord, name: str) -> bool:
    """Return whether a reported slip may be why a claim of this file is not known."""
    fields = record.fields
    written = fields.values.get(name)
    unread = (name in fields.keys or name in fields.excused) and written is None
    nameless = any(one.text("id") is None for one in fields.records(name))
    return not record.whole or unread or nameless


def _index_claims(
    holder: str, records: tuple[Fields, ...], claims: dict[str, tuple[ClaimKey, ...]], findings: Findings
) -> None:
    by_id = first_of_id(records)
    for one in records:
        local = one.text("id")
        if local is not None and by_id[local] is not one:
            related = (Related(by_id[local].span_of("id"), "the first claim with this id"),)
            message = f'the claim id "{local}" is used twice in this file'
            findings.append(
                error("claim-id-duplicate", one.span_of("id"), message, "give one of them a new id", related)
            )
    counts = value_counts(by_id)
    for local, count in counts.items():
        whole = claim_key(holder, local)
        parts = tuple(claim_key(holder, f"{local}.{n}") for n in range(1, count + 1))
        claims[whole] = parts or (whole,)
        claims.update({part: (part,) for part in parts})


def first_of_id(records: Iterable[Fields]) -> dict[str, Fields]:
    """Return the claims of a file by id; of several with one id the first."""
    by_id: dict[str, Fields] = {}
    for one in records:
        local = one.text("id")
        if local is not None:
            by_id.setdefault(local, one)
    return by_id


def value_counts(by_id: Mapping[str, Fields]) -> dict[str, int]:
    """Return how many claims each claim expands to, or 0 where it stands for itself alone."""
    counts: dict[str, int] = {}
    for start in by_id:
        chain: dict[str, None] = {}
        count = _follow(start, by_id, counts, chain)
        counts.update(dict.fromkeys(chain, count if count > 1 else 0))
    return counts


def _follow(local: str, by_id: Mapping[str, Fields], counts: Mapping[str, int], chain: dict[str, None]) -> int:
    """Return the number of values at the end of a chain of restatements, whose links join ``chain``."""
    while local in by_id and local not in counts and local not in chain:
        chain[local] = None
        if "value" in by_id[local].keys:
            return len(by_id[local].scalars("value"))
        local = by_id[local].text("restates") or ""
    return counts.get(local, 0)
