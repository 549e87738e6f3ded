"""Where the name of a source leads: to the page of the publisher, unless others speak of it as they do of the world."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from briefing.dataset.linked.records import Dataset
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, PublisherId, SubjectId

_ArticlesOf = Mapping[PublisherId, set[ArticleId]]


def find_source_pages(data: Dataset) -> Mapping[SubjectId, PublisherId]:
    """Return the subjects that are sources and no more: all that is said of them is a reference, or their own words."""
    articles_of = _group_articles(data)
    releasing = _releasing_publishers(data)
    shared = Counter(publisher.subject for publisher in data.publishers.values())
    pages: dict[SubjectId, PublisherId] = {}
    for publisher in data.publishers.values():
        # A name that stands for several publishers cannot lead to one of them.
        if not publisher.subject or shared[publisher.subject] > 1 or publisher.id in releasing:
            continue
        if _is_source_alone(data, publisher.subject, publisher.id, articles_of):
            pages[publisher.subject] = publisher.id
    return pages


def _group_articles(data: Dataset) -> _ArticlesOf:
    articles_of: dict[PublisherId, set[ArticleId]] = defaultdict(set)
    for article in data.articles.values():
        if article.publisher:
            articles_of[article.publisher].add(article.id)
    return articles_of


def _releasing_publishers(data: Dataset) -> set[PublisherId]:
    """Return who publishes releases: he writes of what he does, and is a subject however few others speak of him."""
    releases = (article for article in data.articles.values() if article.form == "release")
    return {release.publisher for release in releases if release.publisher}


def _is_source_alone(data: Dataset, subject: SubjectId, publisher: PublisherId, articles_of: _ArticlesOf) -> bool:
    own_articles = articles_of.get(publisher, set())
    return all(_is_of_source(claim, own_articles) for claim in _claims_on(data, subject))


def _claims_on(data: Dataset, subject: SubjectId) -> Iterator[Claim]:
    for slot in data.slots_of.get(subject, ()):
        yield from slot.claims
    for key in data.incoming_of.get(subject, ()):
        yield data.claims[key]


def _is_of_source(claim: Claim, own_articles: set[ArticleId]) -> bool:
    return claim.article in own_articles or claim.attribute == "cites" or claim.qualifier("via") is not None
