"""What copies what: a copy is never trusted further than the original that it copies.

The original of an origin is the article that bears its id. Where none does, it is the only release among the articles
that share it, or the only article that is no copy by its own form; otherwise nobody here has read it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from briefing.model.claims import Claim, Original
from briefing.model.ids import ArticleId
from briefing.model.records import COPYING_FORMS, Article

Articles = Mapping[ArticleId, Article]


def follow_origins(articles: Articles) -> dict[ArticleId, Article]:
    """Return the articles, each copy of a copy with the origin of what was copied first."""
    followed: dict[ArticleId, Article] = {}
    for key, article in articles.items():
        origin = _first_origin(key, articles)
        # Unchanged articles stay the same objects, by which later steps see that nothing has changed.
        if article.origin != origin:
            article = replace(article, origin=origin)
        followed[key] = article
    return followed


def _first_origin(start: ArticleId, articles: Articles) -> str:
    """Return the origin at the end of a chain of copies; of a circle the first by name."""
    path: dict[str, None] = {start: None}
    origin = articles[start].origin
    while origin not in path and origin in articles:
        path[origin] = None
        origin = articles[ArticleId(origin)].origin
    # An article may name itself as its origin; that is no circle.
    if origin not in path or articles[ArticleId(origin)].origin == origin:
        return origin
    steps = list(path)
    circle = steps[steps.index(origin) :]
    return min(circle)


def find_originals(articles: Articles) -> dict[str, Article]:
    """Return the original of every origin of which it is known; ``articles`` have their first origins."""
    by_origin: dict[str, list[Article]] = defaultdict(list)
    for article in articles.values():
        by_origin[article.origin].append(article)
    originals: dict[str, Article] = {}
    for origin, sharing in by_origin.items():
        original = _original_of(origin, sharing)
        if original is not None:
            originals[origin] = original
    return originals


def _original_of(origin: str, articles: Collection[Article]) -> Article | None:
    for article in articles:
        if article.id == origin:
            return article
    # An article that shares its origin with nobody is no evidence of who wrote first.
    if len(articles) < 2:
        return None
    releases = [article for article in articles if article.form == "release"]
    if len(releases) == 1:
        return releases[0]
    not_copying = [article for article in articles if article.form not in COPYING_FORMS]
    if len(not_copying) == 1:
        return not_copying[0]
    return None


def hold_to_originals(claims: Iterable[Claim], articles: Articles) -> Iterator[Claim]:
    """Yield the claims, those of copies with their original and no better grade than it has."""
    originals = find_originals(articles)
    for claim in claims:
        origin = _origin_of(claim, articles)
        original = originals.get(origin)
        if original is not None and original.id != claim.article:
            yield _held_to(claim, original, origin)
        elif origin != claim.origin:
            yield replace(claim, origin=origin)
        else:
            yield claim


def _origin_of(claim: Claim, articles: Articles) -> str:
    """Return the first origin of a claim, whose own origin may be an article that is a copy itself."""
    article = articles.get(ArticleId(claim.origin))
    if article is None:
        return claim.origin
    return article.origin


def _held_to(claim: Claim, original: Article, origin: str) -> Claim:
    return replace(
        claim,
        origin=origin,
        # Letters of lower grades are greater.
        grade=max(claim.grade, original.grade.letter),
        original=Original(original.id, original.status, original.status_reason),
    )
