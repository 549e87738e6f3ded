"""Sets of claims that say one value each in, which of them count out: a copy is no witness against its original."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from briefing.dataset.linked.records import Doubt
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId


@dataclass(frozen=True, slots=True)
class Backing:
    """The claims that a value is rated by, or why none of those that say it counts."""

    claims: tuple[Claim, ...]
    doubt: Doubt | None


def back_claims(sets: Iterable[Sequence[Claim]]) -> list[Backing]:
    """Return what backs each value of a slot."""
    sets = list(sets)
    if all(claim.original is None for claims in sets for claim in claims):
        return [Backing(tuple(claims), None) for claims in sets]
    said = _said_by_originals(sets)
    return [_backing(number, claims, said) for number, claims in enumerate(sets)]


def _said_by_originals(sets: Sequence[Sequence[Claim]]) -> dict[ArticleId, set[int]]:
    """Return which values each article states itself, by the number of the set."""
    said: dict[ArticleId, set[int]] = defaultdict(set)
    for number, claims in enumerate(sets):
        for claim in claims:
            if is_own_statement(claim):
                said[claim.article].add(number)
    return said


def is_own_statement(claim: Claim) -> bool:
    """Tell whether an article says it itself, neither copied nor at second hand, and not as a headline."""
    return claim.original is None and claim.restates is None and "via" not in claim.qualifiers


def _backing(number: int, claims: Sequence[Claim], said: dict[ArticleId, set[int]]) -> Backing:
    doubts = [_doubt(claim, number, said) for claim in claims]
    counted = tuple(claim for claim, doubt in zip(claims, doubts, strict=True) if doubt is None)
    if counted:
        return Backing(counted, None)
    return Backing((), Doubt.MISQUOTED if Doubt.MISQUOTED in doubts else Doubt.WITHDRAWN)


def _doubt(claim: Claim, number: int, said: dict[ArticleId, set[int]]) -> Doubt | None:
    original = claim.original
    if original is None:
        return None
    if original.status == "withdrawn":
        return Doubt.WITHDRAWN
    values = said.get(original.article)
    return Doubt.MISQUOTED if values and number not in values else None


def doubt_words(doubt: Doubt, claims: Collection[Claim]) -> str:
    """Return why nothing backs a value, in words that stand before how many say it."""
    if doubt is Doubt.CORRECTED:
        return "corrected by the source"
    if doubt is Doubt.MISQUOTED:
        return "a copy whose original says otherwise" if len(claims) == 1 else "copies whose original says otherwise"
    reasons = sorted({claim.original.reason for claim in claims if claim.original and claim.original.reason})
    why = f" ({'; '.join(reasons)})" if reasons else ""
    return f"copied from an original that was withdrawn{why}"
