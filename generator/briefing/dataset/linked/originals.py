"""What copies what: a copy is never trusted further than the original that it copies.

The original of an origin is the article that bears its id. Where none does, it is the only release among the articles
that share it, or the only article that is no copy by its own form; otherwise nobody here has read it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter

from briefing.model.claims import Claim, Original
from briefing.model.grouping import group_by
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
    originals: dict[str, Article] = {}
    for origin, sharing in group_by(articles.values(), attrgetter("origin")).items():
        original = _original_of(origin, sharing)
        if original is not None:
            originals[origin] = original
    return originals


def _original_of(origin: str, articles: Collection[Article]) -> Article | None:
    by_id = {article.id: article for article in articles}
    if origin in by_id:
        return by_id[ArticleId(origin)]
    # An article that shares its origin with nobody is no evidence of who wrote first.
    if len(articles) < 2:
        return None
    return _only(_is_release, articles) or _only(_is_no_copy, articles)


def _only(is_original: Callable[[Article], bool], articles: Iterable[Article]) -> Article | None:
    """Return the only article that may be the original by its form; None where several may be, or none."""
    originals = list(filter(is_original, articles))
    if len(originals) != 1:
        return None
    return originals[0]


def _is_release(article: Article) -> bool:
    return article.form == "release"


def _is_no_copy(article: Article) -> bool:
    return article.form not in COPYING_FORMS


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
