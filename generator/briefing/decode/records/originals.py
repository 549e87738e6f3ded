"""Whether the original of an article is known: two articles that copy one original are one voice, and not two."""

from collections.abc import Mapping
from dataclasses import replace

from briefing.decode.reading.content import Fields
from briefing.model.ids import ArticleId
from briefing.model.records import COPYING_FORMS, Article

_UNKNOWN = "unknown"


def is_original_stated(fields: Fields) -> bool:
    """Tell whether the original is known: as the file says, else where it names one or the text is its own."""
    stated = fields.text("original")
    if stated:
        return stated != _UNKNOWN
    # Without a word on whom it retells, the original of a copy may be that of any other article.
    return fields.text("origin") is not None or fields.text("form") not in COPYING_FORMS


def resolve_known_originals(articles: Mapping[ArticleId, Article]) -> dict[ArticleId, Article]:
    """Return the articles; what copies an article here whose own original is unknown has an unknown one, too."""
    return {article_id: _resolve_known_original(article, articles) for article_id, article in articles.items()}


def _resolve_known_original(article: Article, articles: Mapping[ArticleId, Article]) -> Article:
    is_known = _ends_in_known_original(article, articles)
    # The same object where nothing changes: caches compare by identity.
    if is_known == article.original_known:
        return article
    return replace(article, original_known=is_known)


def _ends_in_known_original(article: Article, articles: Mapping[ArticleId, Article]) -> bool:
    """Return whether following what an article copies ends at an original, or leaves the data."""
    seen = {article.id}
    original: Article | None = article
    # An article that copies none is its own origin, which ends the walk as a circle does.
    while original is not None and original.original_known and original.origin not in seen:
        seen.add(ArticleId(original.origin))
        original = articles.get(ArticleId(original.origin))
    return original is None or original.original_known
