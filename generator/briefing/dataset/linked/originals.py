"""Articles and claims in, what copies what out: a copy is never trusted further than the original that it copies.

The original of an origin is the article that bears its id. Where none does, it is the only release among the articles
that share it, or the only article that is no copy by its own form; otherwise nobody here has read it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from briefing.model.claims import Claim, Original
from briefing.model.ids import ArticleId
from briefing.model.records import Article

_COPYING = frozenset({"wire-copy", "rewrite", "digest"})
"""Forms of articles that pass on what others have written."""

Articles = Mapping[ArticleId, Article]


def follow_origins(articles: Articles) -> dict[ArticleId, Article]:
    """Return the articles, each copy of a copy with the origin of what was copied first."""
    first = {article: _first_origin(article, articles) for article in articles}
    return {key: one if one.origin == first[key] else replace(one, origin=first[key]) for key, one in articles.items()}


def _first_origin(start: ArticleId, articles: Articles) -> str:
    """Return the origin at the end of a chain of copies; of a circle the first by name."""
    path: dict[str, None] = {start: None}
    origin = articles[start].origin
    while origin not in path and origin in articles:
        path[origin] = None
        origin = articles[ArticleId(origin)].origin
    if origin not in path or articles[ArticleId(origin)].origin == origin:
        return origin
    names = list(path)
    return min(names[names.index(origin) :])


def find_originals(articles: Articles) -> dict[str, Article]:
    """Return the original of every origin of which it is known; ``articles`` have their first origins."""
    sharing: dict[str, list[Article]] = defaultdict(list)
    for article in articles.values():
        sharing[article.origin].append(article)
    found = {origin: _original_of(origin, several) for origin, several in sharing.items()}
    return {origin: original for origin, original in found.items() if original is not None}


def _original_of(origin: str, articles: Collection[Article]) -> Article | None:
    named = next((one for one in articles if one.id == origin), None)
    if named is not None:
        return named
    releases = [one for one in articles if one.form == "release"]
    own = [one for one in articles if one.form not in _COPYING]
    for candidates in (releases, own):
        if len(candidates) == 1 and len(articles) > 1:
            return candidates[0]
    return None


def hold_to_originals(claims: Iterable[Claim], articles: Articles) -> Iterator[Claim]:
    """Yield the claims, those of copies with their original and no better grade than it has."""
    originals = find_originals(articles)
    for claim in claims:
        held = articles.get(ArticleId(claim.origin))
        origin = held.origin if held else claim.origin
        original = originals.get(origin)
        if original is None or original.id == claim.article:
            yield claim if origin == claim.origin else replace(claim, origin=origin)
        else:
            yield replace(
                claim,
                origin=origin,
                grade=max(claim.grade, original.grade.letter),
                original=Original(original.id, original.status, original.status_reason),
            )
