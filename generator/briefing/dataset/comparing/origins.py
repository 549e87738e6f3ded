"""The origins of a value, and how many of them are independent of each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.dataset.linked.claim_sets import origins_in
from briefing.model.claims import Claim


@dataclass(frozen=True, slots=True)
class Origins:
    """The origins of what articles say themselves; reports that they only cite are no part of it.

    ``known`` are originals known to differ from each other. Each of ``unknown`` may be the same as any other: a
    rewrite that does not say what it retells is no second witness.
    """

    known: frozenset[str]
    unknown: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Both kinds together."""
        return self.known | self.unknown

    @property
    def independent(self) -> int:
        """How many of them are known to be independent; of unknown ones alone that is one."""
        return len(self.known) or min(1, len(self.unknown))

    @property
    def unsure(self) -> int:
        """How many more there are that may share an original with another one."""
        return len(self.known) + len(self.unknown) - self.independent


def origins_of(claims: Iterable[Claim]) -> Origins:
    """Return the origins of what the articles say themselves."""
    read = read_claims(claims)
    # One article of unknown original leaves it open for all that share its origin.
    unknown = frozenset(claim.origin for claim in read if not claim.original_known)
    return Origins(origins_in(read) - unknown, unknown)


def read_origins(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the origins of what the articles say themselves; those of reports that they only cite are left out."""
    return origins_in(read_claims(claims))


def cited_origins(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the origins of reports that articles only cite."""
    return origins_in(claims) - read_origins(claims)


def read_claims(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that articles make themselves, without those that they know from reports they cite."""
    return [claim for claim in claims if "via" not in claim.qualifiers]
