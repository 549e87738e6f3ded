"""Articles by what they come from and who published or cites them, with the claims of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.dataset.linked.records import Dataset
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, PublisherId
from briefing.model.records import Article
from briefing.views.base.grouping import group_pairs


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
        by_origin=group_pairs((article.origin, article) for article in articles),
        by_publisher=group_pairs((article.publisher, article) for article in articles if article.publisher),
        citing=group_pairs(_citations(data)),
        claims=group_pairs((claim.article, claim) for claim in data.claims.values()),
    )


def _citations(data: Dataset) -> Iterator[tuple[PublisherId, Article]]:
    """Yield every article with each publisher that it cites, however often it does so."""
    for article in data.articles.values():
        cited = dict.fromkeys(citation.publisher for citation in article.cites)
        for publisher in cited:
            if publisher:
                yield publisher, article
