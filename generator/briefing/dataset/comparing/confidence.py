"""How sure a value is, in one word with its reason; and how many of its origins are independent of each other."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial

from briefing.dataset.comparing.origin_words import count_origins
from briefing.dataset.comparing.origins import Origins, origins_of, read_claims
from briefing.dataset.linked.claim_sets import key_of
from briefing.dataset.linked.records import Confidence
from briefing.model.claims import Claim, Modality
from briefing.model.grouping import group_pairs
from briefing.model.ids import ClaimKey
from briefing.model.word_lists import join_words

_GOOD, _POOR = frozenset("AB"), frozenset("DEF")
_Word = Callable[[Claim], str | None]


def _name_term(name: str, claim: Claim) -> str | None:
    return claim.qualifier(name)


def _name_firmness(claim: Claim) -> str:
    if claim.modality is Modality.REPORTED:
        return "done"
    return "not yet"


_TERMS: Mapping[str, _Word] = {
    "the stage": partial(_name_term, "stage"),
    "who pays": partial(_name_term, "payer"),
    "who receives": partial(_name_term, "payee"),
    "the basis": partial(_name_term, "basis"),
    "whether it is done": _name_firmness,
}
"""On what sources of one figure may differ without giving another figure, and what each claim says of it."""


def rate_confidence(
    claims: Sequence[Claim], grade_of: Mapping[str, str], releases: frozenset[ClaimKey]
) -> tuple[Confidence, str]:
    """Return the confidence in one value and why.

    ``grade_of`` gives the grade of every origin; ``releases`` are claims of an actor about its own done act.
    High: two independent origins of grade A or B agree, on its terms too, or such a release. Low: opinion alone, or
    origins of grade D to F of which one at most was read: reports that an article only cites are no witnesses beside
    it. Moderate otherwise.
    """
    origins = origins_of(claims)
    counted = count_origins(claims, origins)
    if all(claim.is_opinion for claim in claims):
        return Confidence.LOW, f"opinion only; {counted}"
    # Nobody knows better than the actor, whatever the grade of its releases.
    if not releases.isdisjoint(map(key_of, claims)):
        return Confidence.HIGH, f"the actor's own release about a done act; {counted}"
    good = [origin for origin in origins.known if grade_of[origin] in _GOOD]
    if len(good) >= 2:
        return _rate_good(claims, good, counted)
    return _rate_few(origins, grade_of, counted)


def _rate_few(origins: Origins, grade_of: Mapping[str, str], counted: str) -> tuple[Confidence, str]:
    """Return the confidence in a value of which no two good origins are independent."""
    grades = sorted(set(grade_of.values()))
    reason = f"{counted}, of {_grade_words(grades)}"
    # Poor origins that are independent support each other.
    if len(origins.all) > 1 or not _POOR.issuperset(grades):
        return Confidence.MODERATE, reason
    return Confidence.LOW, reason


def _rate_good(claims: Iterable[Claim], good: Collection[str], counted: str) -> tuple[Confidence, str]:
    differing = differing_terms([claim for claim in claims if claim.origin in good])
    if differing:
        return Confidence.MODERATE, f"{counted}; they differ on {join_words(differing)}"
    return Confidence.HIGH, f"{counted}; they agree"


def differing_terms(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return, in words, the terms on which origins that are known to be independent differ in saying one value."""
    independent = [claim for claim in read_claims(claims) if claim.original_known]
    return tuple(term for term, word in _TERMS.items() if _differ(independent, word))


def _differ(claims: Iterable[Claim], word: _Word) -> bool:
    """Tell whether two origins state something differently; an unknown payer is no statement."""
    origins_by_word = group_pairs((word(claim), claim.origin) for claim in claims)
    for silent in (None, "unknown"):
        origins_by_word.pop(silent, None)
    if len(origins_by_word) < 2:
        return False
    # An origin that contradicts itself alone is one voice, not two.
    return len(set().union(*origins_by_word.values())) > 1


def _grade_words(grades: Sequence[str]) -> str:
    if len(grades) == 1:
        return f"grade {grades[0]}"
    return f"grades {join_words(grades)}"
