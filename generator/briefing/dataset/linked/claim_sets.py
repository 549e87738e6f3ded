"""What sets of claims have: their keys, articles and origins; the claims of several slots or groups as one row."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter
from typing import Protocol, TypeVar

from briefing.diagnostics.diagnostic import Related
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, ClaimKey

H = TypeVar("H", bound="Claims")
V = TypeVar("V")
key_of: Callable[[Claim], ClaimKey] = attrgetter("key")
_article_of: Callable[[Claim], ArticleId] = attrgetter("article")
_origin_of: Callable[[Claim], str] = attrgetter("origin")


class Claims(Protocol):
    """A slot, or anything else that holds several claims."""

    @property
    def claims(self) -> Sequence[Claim]:
        """The claims, in their order."""


def claims_of(holders: Iterable[Claims]) -> Iterator[Claim]:
    """Yield the claims of slots or groups, one after the other."""
    return chain.from_iterable(map(attrgetter("claims"), holders))


def spread_over_claims(holders: Iterable[H], value_of: Callable[[H], V]) -> dict[ClaimKey, V]:
    """Return, for every claim of slots or groups, what is true of the one that holds it."""
    values: dict[ClaimKey, V] = {}
    for holder in holders:
        values.update(dict.fromkeys(map(key_of, holder.claims), value_of(holder)))
    return values


def keys_of(claims: Iterable[Claim]) -> tuple[ClaimKey, ...]:
    """Return the keys of claims, each once, in order."""
    return tuple(sorted(set(map(key_of, claims))))


def articles_of(claims: Iterable[Claim]) -> frozenset[ArticleId]:
    """Return the articles in which some claims are made."""
    return frozenset(map(_article_of, claims))


def origins_in(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the origins of some claims, be they known or not."""
    return frozenset(map(_origin_of, claims))


def point_to(claims: Iterable[Claim], note: Callable[[Claim], str]) -> tuple[Related, ...]:
    """Return where claims stand, each with a note, for a diagnostic."""
    return tuple(Related(claim.span, note(claim)) for claim in claims)


def is_confirmed(claim: Claim) -> bool:
    """Tell whether an editor has confirmed that the source prints a figure as odd as it looks."""
    return bool(claim.qualifiers.get("printed_so"))
