"""What exists: every id that a reference may name, and what a word that names nothing may have meant."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from briefing.decode.reading.content import Findings
from briefing.decode.reading.raw_data import RawData, RawRecord
from briefing.decode.references.claim_ids import ClaimIds, read_claim_ids
from briefing.decode.references.retired import Retired, Successor, find_successor, read_retired
from briefing.diagnostics.suggest import nearest
from briefing.model.ids import ClaimKey

_ACTIONS = {
    "subject": "correct the id, or write the fact file",
    "article": "correct the id, or write the article file",
    "publisher": "write its file in publishers/, or publisher: unknown with a grade",
    "claim": "name it as article#claim or subject#fact",
}
_SEARCHES, _COMPARED = 10, 20_000
"""So many different unknown names, or names compared with them, are worth a search for what was meant."""
_CLAIMS_LISTED = 5
"""Claims of a file that a hint offers by name."""


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
    # Searches are slow, and one misspelt name often stands in many places.
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

    def may_exist(self, word: str, space: str) -> bool:
        """Return whether a reported slip may hide what ``word`` names."""
        if space == "claim":
            return self._may_hide_claim(word)
        return word in self.stray

    def _may_hide_claim(self, word: str) -> bool:
        """Return whether the file of a claim has a slip that may be why the claim is not known."""
        holder, hash_mark, _ = word.partition("#")
        if not hash_mark:
            return False
        # Of a faulty claim nobody knows how many values its list has, so any part may exist.
        whole = word.rpartition(".")[0]
        return holder in self.open_holders or holder in self.stray or whole in self.faulty

    def successor(self, word: str, space: str) -> Successor | None:
        """Return what became of an id that `redirects.yml` gives up; of a claim what became of its file."""
        if space == "claim":
            return self._successor_of_claim(word)
        return find_successor(word, self.retired, self.space(space), publisher=space == "publisher")

    def _successor_of_claim(self, word: str) -> Successor | None:
        """Return what became of a claim whose file was given up: it may live on in the file's successor."""
        holder, hash_mark, local = word.partition("#")
        if not hash_mark:
            return None
        successor = find_successor(holder, self.retired, self.subjects | self.articles)
        if successor is None or successor.id is None:
            return successor
        claim = f"{successor.id}#{local}"
        if claim in self.claims:
            return Successor(claim, successor.message, f"write {claim}", successor.related)
        return Successor(None, successor.message, self.advise(claim, "claim"), successor.related)

    def advise(self, word: str, space: str) -> str:
        """Return what to do about a name that is near nothing."""
        holder, hash_mark, _ = word.partition("#")
        if space != "claim" or not hash_mark:
            return _ACTIONS[space]
        claims = self._local_claims(holder)
        if not claims:
            return _ACTIONS[space]
        listed = ", ".join(claims[:_CLAIMS_LISTED])
        if len(claims) > _CLAIMS_LISTED:
            listed += " …"
        return f'name one of the claims of "{holder}": {listed}'

    def nearest(self, word: str, space: str) -> tuple[str, ...]:
        """Return the ids that ``word`` may have meant; each word is looked for once."""
        key = (word, space)
        if key not in self._searched and self._may_search(space):
            self._searched[key] = self._search(word, space)
        return self._searched.get(key, ())

    def _search(self, word: str, space: str) -> tuple[str, ...]:
        if space == "claim":
            return self._near_claims(word)
        return nearest(word, self.space(space))

    def _may_search(self, space: str) -> bool:
        """Return whether another search is worth its time."""
        # Thousands of unknown names have one cause, which the first few hints show.
        searches = len(self._searched)
        return searches < _SEARCHES or searches * len(self.space(space)) < _COMPARED

    def _near_claims(self, word: str) -> tuple[str, ...]:
        """Look within the file that is named, or in files of nearly that name for the very claim."""
        holder, _, local = word.partition("#")
        holders = self.articles | self.subjects
        if holder in holders:
            return tuple(f"{holder}#{near}" for near in nearest(local, self._local_claims(holder)))
        keys = (f"{near}#{local}" for near in nearest(holder, holders))
        return tuple(filter(self.claims.__contains__, keys))

    def _local_claims(self, holder: str) -> list[str]:
        return [key.partition("#")[2] for key in self.claims if key.startswith(f"{holder}#")]


def build_index(
    raw: RawData, findings: Findings, read: Callable[[RawRecord, str, Findings], ClaimIds] = read_claim_ids
) -> Index:
    """Return the ids of all records and claims; ``read`` returns the claims of one file."""
    claims: dict[str, tuple[ClaimKey, ...]] = {}
    open_holders: set[str] = set()
    faulty: set[str] = set()
    for records, name in ((raw.articles, "claims"), (raw.subjects, "facts")):
        for record in records.values():
            claim_ids = read(record, name, findings)
            claims.update(claim_ids.claims)
            faulty.update(claim_ids.faulty)
            if claim_ids.hides:
                open_holders.add(record.id)
    return Index(
        subjects=frozenset(raw.subjects),
        articles=frozenset(raw.articles),
        publishers=frozenset(raw.publishers),
        claims=claims,
        stray=raw.stray,
        open_holders=frozenset(open_holders),
        faulty=frozenset(faulty),
        retired=read_retired(raw.redirects),
    )
