"""What sets of claims have: their keys, articles and origins; the claims of several slots or groups as one row."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Protocol

from briefing.diagnostics.diagnostic import Related
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, ClaimKey


class Claims(Protocol):
    """A slot, or anything else that holds several claims."""

    @property
    def claims(self) -> Sequence[Claim]:
        """The claims, in their order."""


def claims_of(holders: Iterable[Claims]) -> Iterator[Claim]:
    """Yield the claims of slots or groups, one after the other."""
    return chain.from_iterable(holder.claims for holder in holders)


def keys_of(claims: Iterable[Claim]) -> tuple[ClaimKey, ...]:
    """Return the keys of claims, each once, in order."""
    return tuple(sorted({claim.key for claim in claims}))


def articles_of(claims: Iterable[Claim]) -> frozenset[ArticleId]:
    """Return the articles in which some claims are made."""
    return frozenset(claim.article for claim in claims)


def origins_in(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the origins of some claims, be they known or not."""
    return frozenset(claim.origin for claim in claims)


def point_to(claims: Iterable[Claim], note: Callable[[Claim], str]) -> tuple[Related, ...]:
    """Return where claims stand, each with a note, for a diagnostic."""
    return tuple(Related(claim.span, note(claim)) for claim in claims)


def is_confirmed(claim: Claim) -> bool:
    """Tell whether an editor has confirmed that the source prints a figure as odd as it looks."""
    return bool(claim.qualifiers.get("printed_so"))
