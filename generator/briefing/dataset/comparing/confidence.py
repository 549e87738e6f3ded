"""How sure a value is, in one word with its reason; and how many of its origins are independent of each other."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from briefing.dataset.comparing.origins import Origins, cited_origins, origins_of, read_claims
from briefing.dataset.linked.records import Confidence
from briefing.model.claims import Claim, Modality
from briefing.model.ids import ArticleId, ClaimKey
from briefing.model.word_lists import join_words

_GOOD, _POOR = "AB", "DEF"
_TERMS = {"stage": "the stage", "payer": "who pays", "payee": "who receives", "basis": "the basis"}
"""Fields on which sources of one figure may differ without giving another figure, and what readers call them."""
_FIRMNESS = "whether it is done"


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
    counted = _count_origins(claims, origins)
    if all(claim.is_opinion for claim in claims):
        return Confidence.LOW, f"opinion only; {counted}"
    # Nobody knows better than the actor, whatever the grade of its releases.
    if any(claim.key in releases for claim in claims):
        return Confidence.HIGH, f"the actor's own release about a done act; {counted}"
    good = [origin for origin in origins.known if grade_of[origin] in _GOOD]
    if len(good) >= 2:
        return _rate_good(claims, good, counted)
    grades = sorted(set(grade_of.values()))
    reason = f"{counted}, of {_grade_words(grades)}"
    if len(origins.all) <= 1 and all(grade in _POOR for grade in grades):
        return Confidence.LOW, reason
    return Confidence.MODERATE, reason


def _rate_good(claims: Iterable[Claim], good: Collection[str], counted: str) -> tuple[Confidence, str]:
    differing = differing_terms([claim for claim in claims if claim.origin in good])
    if differing:
        return Confidence.MODERATE, f"{counted}; they differ on {join_words(differing)}"
    return Confidence.HIGH, f"{counted}; they agree"


def differing_terms(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return, in words, the terms on which origins that are known to be independent differ in saying one value."""
    independent = [claim for claim in read_claims(claims) if claim.original_known]
    differing: list[str] = []
    for name, words in _TERMS.items():
        if _differ((claim, claim.qualifier(name)) for claim in independent):
            differing.append(words)
    if _differ((claim, _firmness(claim)) for claim in independent):
        differing.append(_FIRMNESS)
    return tuple(differing)


def _differ(stated: Iterable[tuple[Claim, str | None]]) -> bool:
    """Tell whether two origins state something differently; an unknown payer is no statement."""
    origins_by_word: dict[str, set[str]] = {}
    for claim, word in stated:
        if word is not None and word != "unknown":
            origins_by_word.setdefault(word, set()).add(claim.origin)
    # An origin that contradicts itself alone is one voice, not two.
    return len(origins_by_word) > 1 and len(set().union(*origins_by_word.values())) > 1


def _firmness(claim: Claim) -> str:
    if claim.modality is Modality.REPORTED:
        return "done"
    return "not yet"


def _count_origins(claims: Sequence[Claim], origins: Origins) -> str:
    """Return how many origins there are in how many articles, those that nobody here has read apart."""
    cited = len(cited_origins(claims))
    if not origins.all:
        articles = _article_words({claim.article for claim in claims})
        pronoun = "it" if cited == 1 else "them"
        return f"{_report_words(cited)} known only from {articles} citing {pronoun}"
    witnesses = _witness_words(claims, origins)
    if not cited:
        return witnesses
    return f"{witnesses} and {_report_words(cited)} known only from being cited"


def _witness_words(claims: Sequence[Claim], origins: Origins) -> str:
    """Return in how many articles and from how many origins a value is read; unknown originals are not counted on."""
    counted_origins = origins.all
    read = [claim for claim in claims if claim.origin in counted_origins]
    articles = {claim.article for claim in read}
    if origins.independent + origins.unsure == 1:
        if len(articles) == 1:
            return "1 article"
        return f"1 origin in {_article_words(articles)}"
    if origins.independent == 1:
        return f"{_article_words(articles)}{_copies_among(read)}, no common original known"
    unsure = {claim.article for claim in read if claim.origin in origins.unknown}
    counted = f"{origins.independent} independent origins in {_article_words(articles - unsure)}"
    if not unsure:
        return counted
    return f"{counted} and {_article_words(unsure)} of unknown original"


def _copies_among(claims: Iterable[Claim]) -> str:
    """Return how many of several articles are told to share an original, in brackets; nothing where none are."""
    articles_by_origin: dict[str, set[ArticleId]] = {}
    for claim in claims:
        articles_by_origin.setdefault(claim.origin, set()).add(claim.article)
    sizes = [len(articles) for _, articles in sorted(articles_by_origin.items())]
    shared = [str(size) for size in sizes if size > 1]
    if not shared:
        return ""
    each = " each" if len(shared) > 1 else ""
    return f" ({join_words(shared)} of one original{each})"


def _grade_words(grades: Sequence[str]) -> str:
    if len(grades) == 1:
        return f"grade {grades[0]}"
    return f"grades {join_words(grades)}"


def _report_words(reports: int) -> str:
    return _counted(reports, "report")


def _article_words(articles: Collection[ArticleId]) -> str:
    return _counted(len(articles), "article")


def _counted(number: int, noun: str) -> str:
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun}s"
