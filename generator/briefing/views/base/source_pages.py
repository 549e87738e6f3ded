"""Where the name of a source leads: to the page of the publisher, unless others speak of it as they do of the world."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping

from briefing.dataset.linked.records import Dataset
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, PublisherId, SubjectId


def find_source_pages(data: Dataset) -> Mapping[SubjectId, PublisherId]:
    """Return the subjects that are sources and no more: all that is said of them is a reference, or their own words."""
    articles_of = _group_articles(data)
    return {
        subject: publisher
        for subject, publisher in _publishing_subjects(data).items()
        if _is_source_alone(data, subject, articles_of.get(publisher, set()))
    }


def _publishing_subjects(data: Dataset) -> dict[SubjectId, PublisherId]:
    """Return the subjects that are the publisher of articles, but for those that publish releases.

    Who publishes a release writes of what he does: he is a subject however few others speak of him.
    """
    # A subject that stands for several publishers cannot lead to one of them.
    shared = Counter(publisher.subject for publisher in data.publishers.values())
    releasing = {article.publisher for article in data.articles.values() if article.form == "release"}
    subjects: dict[SubjectId, PublisherId] = {}
    for publisher in data.publishers.values():
        if publisher.subject and shared[publisher.subject] == 1 and publisher.id not in releasing:
            subjects[publisher.subject] = publisher.id
    return subjects


def _group_articles(data: Dataset) -> Mapping[PublisherId, set[ArticleId]]:
    articles_of: dict[PublisherId, set[ArticleId]] = defaultdict(set)
    for article in data.articles.values():
        if article.publisher:
            articles_of[article.publisher].add(article.id)
    return articles_of


def _is_source_alone(data: Dataset, subject: SubjectId, own_articles: Collection[ArticleId]) -> bool:
    return all(_is_of_source(claim, own_articles) for claim in _claims_on(data, subject))


def _claims_on(data: Dataset, subject: SubjectId) -> Iterator[Claim]:
    """Yield the claims about a subject, and those that name it."""
    for slot in data.slots_of.get(subject, ()):
        yield from slot.claims
    yield from data.find_claims(data.incoming_of.get(subject, ()))


def _is_of_source(claim: Claim, own_articles: Collection[ArticleId]) -> bool:
    if claim.article in own_articles or claim.attribute == "cites":
        return True
    # A claim that comes via a report names the subject as its source.
    return claim.qualifier("via") is not None
