"""Which claims of a value count as its witnesses: a copy is none against its original."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter

from briefing.dataset.linked.records import Doubt
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId

StatedBy = dict[ArticleId, set[int]]
"""Which values each article states itself, by the number of the set of claims that says it."""


@dataclass(frozen=True, slots=True)
class Backing:
    """The claims that a value is rated by, or why none of those that say it counts."""

    claims: tuple[Claim, ...]
    doubt: Doubt | None


def back_claims(sets: Iterable[Sequence[Claim]]) -> list[Backing]:
    """Return what backs each value of a slot; ``sets`` are the claims of one value each."""
    sets = list(sets)
    # Hardly a slot has a copy whose original is known; where none has, every claim counts.
    if not any(map(_is_copy, chain.from_iterable(sets))):
        return [Backing(tuple(claims), None) for claims in sets]
    stated = _find_stated(sets)
    return [_back(number, claims, stated) for number, claims in enumerate(sets)]


def _is_copy(claim: Claim) -> bool:
    return claim.original is not None


def _find_stated(sets: Sequence[Sequence[Claim]]) -> StatedBy:
    stated: StatedBy = defaultdict(set)
    for number, claims in enumerate(sets):
        for claim in filter(is_own_statement, claims):
            stated[claim.article].add(number)
    return stated


def is_own_statement(claim: Claim) -> bool:
    """Tell whether an article says it itself, neither copied nor at second hand, and not as a headline."""
    if claim.original is not None or claim.restates is not None:
        return False
    return "via" not in claim.qualifiers


def _back(number: int, claims: Sequence[Claim], stated: StatedBy) -> Backing:
    doubts = {claim.key: _doubt(claim, number, stated) for claim in claims}
    counted = tuple(claim for claim in claims if doubts[claim.key] is None)
    if counted:
        return Backing(counted, None)
    if Doubt.MISQUOTED in doubts.values():
        return Backing((), Doubt.MISQUOTED)
    return Backing((), Doubt.WITHDRAWN)


def _doubt(claim: Claim, number: int, stated: StatedBy) -> Doubt | None:
    original = claim.original
    # What an article says in its own right needs nobody else to stand.
    if original is None:
        return None
    if original.status == "withdrawn":
        return Doubt.WITHDRAWN
    values = stated.get(original.article)
    # An original whose own claims are not in this slot contradicts nothing in it.
    if values and number not in values:
        return Doubt.MISQUOTED
    return None


def doubt_words(doubt: Doubt, claims: Collection[Claim]) -> str:
    """Return why nothing backs a value, in words that stand before how many say it."""
    if doubt is Doubt.CORRECTED:
        return "corrected by the source"
    if doubt is Doubt.WITHDRAWN:
        return _withdrawn_words(claims)
    if len(claims) == 1:
        return "a copy whose original says otherwise"
    return "copies whose original says otherwise"


def _withdrawn_words(claims: Iterable[Claim]) -> str:
    words = "copied from an original that was withdrawn"
    reasons = _withdrawal_reasons(claims)
    if not reasons:
        return words
    return f"{words} ({'; '.join(reasons)})"


def _withdrawal_reasons(claims: Iterable[Claim]) -> list[str]:
    originals = filter(None, map(attrgetter("original"), claims))
    reasons = set(map(attrgetter("reason"), originals))
    # Sorted, as several copies may be of one original, in whatever order.
    return sorted(filter(None, reasons))
