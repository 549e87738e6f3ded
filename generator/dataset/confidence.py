"""How sure a value is, in one word with its reason."""

from collections.abc import Iterable, Mapping, Sequence

from generator.dataset.records import Confidence
from generator.model.claims import Claim
from generator.model.ids import ClaimKey

_GOOD, _POOR = "AB", "DEF"


def rate_confidence(
    claims: Sequence[Claim], grade_of: Mapping[str, str], releases: frozenset[ClaimKey]
) -> tuple[Confidence, str]:
    """Return the confidence in one value and why.

    ``grade_of`` gives the grade of every independent origin; ``releases`` are claims of an actor
    about its own done act. High: two origins of grade A or B agree, or such a release. Low: opinion
    alone, or origins of grade D to F of which one at most was read: reports that an article only cites
    are no witnesses beside it. Moderate otherwise.
    """
    read = read_origins(claims)
    counted = _counted(len(read), len(cited_origins(claims)), len({claim.article for claim in claims}))
    if all(claim.is_opinion for claim in claims):
        return Confidence.LOW, f"opinion only; {counted}"
    if any(claim.key in releases for claim in claims):
        return Confidence.HIGH, f"the actor's own release about a done act; {counted}"
    good = [grade for grade in grade_of.values() if grade in _GOOD]
    if len(good) >= 2:
        return Confidence.HIGH, f"{counted}; they agree"
    grades = sorted(set(grade_of.values()))
    told = f"{counted}, of {'grades' if len(grades) > 1 else 'grade'} {' and '.join(grades)}"
    poor = all(grade in _POOR for grade in grades)
    return Confidence.LOW if poor and len(read) <= 1 else Confidence.MODERATE, told


def read_origins(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the origins of what the articles say themselves; those of reports that they only cite are left out."""
    return frozenset(claim.origin for claim in claims if "via" not in claim.qualifiers)


def cited_origins(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the origins of reports that articles only cite."""
    return frozenset(claim.origin for claim in claims) - read_origins(claims)


def _counted(read: int, cited: int, articles: int) -> str:
    """Return how many origins there are in how many articles, those that nobody here has read apart."""
    article_words = "1 article" if articles == 1 else f"{articles} articles"
    report_words = "1 report" if cited == 1 else f"{cited} reports"
    if not read:
        return f"{report_words} known only from {article_words} citing {'it' if cited == 1 else 'them'}"
    origin_words = "1 origin" if read == 1 else f"{read} independent origins"
    told = "1 article" if read == articles == 1 else f"{origin_words} in {article_words}"
    return f"{told} and {report_words} known only from being cited" if cited else told
