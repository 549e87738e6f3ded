"""Which claims their own source has corrected.

A correction works as long as it stands: one that is excluded or rejected takes nothing back.
"""

from collections.abc import Collection, Mapping

from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, ClaimKey
from briefing.model.records import Article

Claims = Mapping[ClaimKey, Claim]
Articles = Mapping[ArticleId, Article]
Problem = tuple[str, str]
"""A message with its hint."""


def corrected_claims(claims: Claims, rejected: Collection[ClaimKey]) -> frozenset[ClaimKey]:
    """Return the claims that their source has corrected, and what says the same of them again."""
    corrected: set[ClaimKey] = set()
    for claim in claims.values():
        # An erratum that is itself set aside takes nothing back.
        if not claim.corrects or claim.excluded or claim.key in rejected:
            continue
        corrected.update(claim.corrects.claims)
    # An erratum may name a claim that is not there.
    corrected.intersection_update(claims)
    if not corrected:
        return frozenset()
    # A headline that said what was taken back was wrong with it.
    repeated = [claim.key for claim in claims.values() if _says_again(claim, corrected, claims)]
    return frozenset(corrected.union(repeated))


def _says_again(claim: Claim, corrected: Collection[ClaimKey], claims: Claims) -> bool:
    """Tell whether a headline or summary says again what its source took back in the body."""
    if claim.restates is None or claim.restates not in corrected:
        return False
    # A headline that is an erratum itself says what holds now.
    if claim.corrects is not None:
        return False
    return claims[claim.restates].value == claim.value
