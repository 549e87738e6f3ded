"""How sure a value is, in one word with its reason."""

from collections.abc import Mapping, Sequence

from generator.dataset.records import Confidence
from generator.model.claims import Claim
from generator.model.ids import ClaimKey

_GOOD, _POOR = "AB", "DEF"


def rate_confidence(
    claims: Sequence[Claim], grade_of: Mapping[str, str], releases: frozenset[ClaimKey]
) -> tuple[Confidence, str]:
    """Return the confidence in one value and why.

    ``grade_of`` gives the grade of every independent origin; ``releases`` are claims of an actor
    about its own done act. High: two origins of grade A or B agree, or such a release. Low: one
    origin of grade D to F, or opinion alone. Moderate otherwise.
    """
    counted = _counted(len(grade_of), len({claim.article for claim in claims}))
    if all(claim.is_opinion for claim in claims):
        return Confidence.LOW, f"opinion only; {counted}"
    if any(claim.key in releases for claim in claims):
        return Confidence.HIGH, f"the actor's own release about a done act; {counted}"
    good = [grade for grade in grade_of.values() if grade in _GOOD]
    if len(good) >= 2:
        return Confidence.HIGH, f"{counted}; they agree"
    if len(grade_of) == 1 and next(iter(grade_of.values())) in _POOR:
        return Confidence.LOW, f"{counted}, of grade {next(iter(grade_of.values()))}"
    grades = sorted(set(grade_of.values()))
    return Confidence.MODERATE, f"{counted}, of {'grades' if len(grades) > 1 else 'grade'} {' and '.join(grades)}"


def _counted(origins: int, articles: int) -> str:
    if origins == articles == 1:
        return "1 article"
    origin_words = "1 origin" if origins == 1 else f"{origins} independent origins"
    article_words = "1 article" if articles == 1 else f"{articles} articles"
    return f"{origin_words} in {article_words}"
