"""Articles by what they come from and who published or cites them, with the claims of each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.dataset.linked.records import Dataset
from briefing.model.claims import Claim
from briefing.model.grouping import group_by, group_by_each
from briefing.model.ids import ArticleId, PublisherId
from briefing.model.records import Article


@dataclass(frozen=True, slots=True)
class ArticleIndex:
    """Articles by their origin, by their publisher and by the publishers that they cite; claims by their article."""

    by_origin: Mapping[str, tuple[Article, ...]]
    by_publisher: Mapping[PublisherId, tuple[Article, ...]]
    citing: Mapping[PublisherId, tuple[Article, ...]]
    claims: Mapping[ArticleId, tuple[Claim, ...]]


def index_articles(data: Dataset) -> ArticleIndex:
    """Return the index of all articles of the dataset."""
    articles = data.articles.values()
    return ArticleIndex(
        by_origin=group_by(articles, lambda article: article.origin),
        by_publisher=group_by_each(articles, _known_publisher),
        citing=group_by_each(articles, _cited_publishers),
        claims=group_by(data.claims.values(), lambda claim: claim.article),
    )


def _known_publisher(article: Article) -> tuple[PublisherId, ...]:
    # Of some articles nobody knows who published them.
    if not article.publisher:
        return ()
    return (article.publisher,)


def _cited_publishers(article: Article) -> Iterable[PublisherId]:
    """Return the publishers that an article cites, each once, however often it does so."""
    return dict.fromkeys(citation.publisher for citation in article.cites if citation.publisher)
