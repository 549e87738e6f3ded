"""How sure a value is, in one word with its reason; and how many of its origins are independent of each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefing.dataset.linked.records import Confidence
from briefing.model.claims import Claim, Modality
from briefing.model.ids import ArticleId, ClaimKey

_GOOD, _POOR = "AB", "DEF"
_TERMS = {"stage": "the stage", "payer": "who pays", "payee": "who receives", "basis": "the basis"}
"""Fields on which sources of one figure may differ without giving another figure, and what readers call them."""
_FIRMNESS = "whether it is done"


@dataclass(frozen=True, slots=True)
class Origins:
    """The origins of what articles say themselves; reports that they only cite are no part of it.

    ``known`` are originals known to differ from each other. Each of ``unknown`` may be the same as any other: a
    rewrite that does not say what it retells is no second witness.
    """

    known: frozenset[str]
    unknown: frozenset[str]

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
    read = [claim for claim in claims if "via" not in claim.qualifiers]
    unknown = frozenset(claim.origin for claim in read if not claim.original_known)
    return Origins(frozenset(claim.origin for claim in read) - unknown, unknown)


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
    counted = _counted(claims, origins)
    if all(claim.is_opinion for claim in claims):
        return Confidence.LOW, f"opinion only; {counted}"
    if any(claim.key in releases for claim in claims):
        return Confidence.HIGH, f"the actor's own release about a done act; {counted}"
    good = [origin for origin in origins.known if grade_of[origin] in _GOOD]
    if len(good) >= 2:
        differing = differing_terms([claim for claim in claims if claim.origin in good])
        if differing:
            return Confidence.MODERATE, f"{counted}; they differ on {_in_words(differing)}"
        return Confidence.HIGH, f"{counted}; they agree"
    grades = sorted(set(grade_of.values()))
    explained = f"{counted}, of {'grades' if len(grades) > 1 else 'grade'} {_in_words(grades)}"
    poor = all(grade in _POOR for grade in grades)
    alone = len(origins.known | origins.unknown) <= 1
    return Confidence.LOW if poor and alone else Confidence.MODERATE, explained


def differing_terms(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return, in words, the terms on which origins that are known to be independent differ in saying one value."""
    known = [claim for claim in claims if claim.original_known and "via" not in claim.qualifiers]
    differing = [words for name, words in _TERMS.items() if _differ((claim, claim.qualifier(name)) for claim in known)]
    if _differ((claim, _firmness(claim)) for claim in known):
        differing.append(_FIRMNESS)
    return tuple(differing)


def _differ(stated: Iterable[tuple[Claim, str | None]]) -> bool:
    """Tell whether two origins state something differently; an unknown payer is no statement."""
    origins_by_word: dict[str, set[str]] = {}
    for claim, word in stated:
        if word not in (None, "unknown"):
            origins_by_word.setdefault(str(word), set()).add(claim.origin)
    return len(origins_by_word) > 1 and len(set().union(*origins_by_word.values())) > 1


def _firmness(claim: Claim) -> str:
    return "done" if claim.modality is Modality.REPORTED else "not yet"


def read_origins(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the origins of what the articles say themselves; those of reports that they only cite are left out."""
    return frozenset(claim.origin for claim in claims if "via" not in claim.qualifiers)


def cited_origins(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the origins of reports that articles only cite."""
    return frozenset(claim.origin for claim in claims) - read_origins(claims)


def _counted(claims: Sequence[Claim], origins: Origins) -> str:
    """Return how many origins there are in how many articles, those that nobody here has read apart."""
    articles = _article_words({claim.article for claim in claims})
    cited = len(cited_origins(claims))
    report_words = "1 report" if cited == 1 else f"{cited} reports"
    if not origins.known and not origins.unknown:
        return f"{report_words} known only from {articles} citing {'it' if cited == 1 else 'them'}"
    witnesses = _witnesses(claims, origins)
    return f"{witnesses} and {report_words} known only from being cited" if cited else witnesses


def _witnesses(claims: Sequence[Claim], origins: Origins) -> str:
    """Return in how many articles and from how many origins a value is read; unknown originals are not counted on."""
    told = [claim for claim in claims if claim.origin in origins.known | origins.unknown]
    articles = {claim.article for claim in told}
    if origins.independent + origins.unsure == 1:
        return "1 article" if len(articles) == 1 else f"1 origin in {_article_words(articles)}"
    if origins.independent == 1:
        return f"{_article_words(articles)}{_copies_among(told)}, no common original known"
    unsure = {claim.article for claim in told if claim.origin in origins.unknown}
    counted = f"{origins.independent} independent origins in {_article_words(articles - unsure)}"
    return f"{counted} and {_article_words(unsure)} of unknown original" if unsure else counted


def _copies_among(claims: Iterable[Claim]) -> str:
    """Return how many of several articles are told to share an original, in brackets; nothing where none are."""
    articles: dict[str, set[ArticleId]] = {}
    for claim in claims:
        articles.setdefault(claim.origin, set()).add(claim.article)
    shared = [str(len(found)) for _, found in sorted(articles.items()) if len(found) > 1]
    return f" ({_in_words(shared)} of one original{' each' if len(shared) > 1 else ''})" if shared else ""


def _in_words(texts: Sequence[str]) -> str:
    *most, last = texts
    return f"{', '.join(most)} and {last}" if most else last


def _article_words(articles: frozenset[ArticleId] | set[ArticleId]) -> str:
    return "1 article" if len(articles) == 1 else f"{len(articles)} articles"
