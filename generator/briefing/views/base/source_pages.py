"""Where the name of a source leads: to the page of the publisher, unless others speak of it as they do of the world."""

from collections.abc import Collection, Iterator, Mapping

from briefing.dataset.linked.records import Dataset
from briefing.model.claims import Claim
from briefing.model.grouping import group_by
from briefing.model.ids import ArticleId, PublisherId, SubjectId


def find_source_pages(data: Dataset) -> Mapping[SubjectId, PublisherId]:
    """Return the subjects that are sources and no more: all that is said of them is a reference, or their own words."""
    articles_of = group_by(data.articles.values(), lambda article: article.publisher)
    pages: dict[SubjectId, PublisherId] = {}
    for subject, publisher in _publishing_subjects(data).items():
        own_articles = {article.id for article in articles_of.get(publisher, ())}
        if _is_source_alone(data, subject, own_articles):
            pages[subject] = publisher
    return pages


def _publishing_subjects(data: Dataset) -> dict[SubjectId, PublisherId]:
    """Return the subjects that are the publisher of articles, but for those that publish releases.

    Who publishes a release writes of what he does: he is a subject however few others speak of him.
    """
    releasing = _releasing_publishers(data)
    subjects: dict[SubjectId, PublisherId] = {}
    for subject, publishers in group_by(data.publishers.values(), lambda publisher: publisher.subject).items():
        # A subject that stands for several publishers cannot lead to one of them.
        if not subject or len(publishers) > 1:
            continue
        publisher = publishers[0].id
        if publisher not in releasing:
            subjects[subject] = publisher
    return subjects


def _releasing_publishers(data: Dataset) -> set[PublisherId | None]:
    releases = (article for article in data.articles.values() if article.form == "release")
    return {article.publisher for article in releases}


def _is_source_alone(data: Dataset, subject: SubjectId, own_articles: Collection[ArticleId]) -> bool:
    return all(_is_of_source(claim, own_articles) for claim in _claims_on(data, subject))


def _claims_on(data: Dataset, subject: SubjectId) -> Iterator[Claim]:
    """Yield the claims about a subject, and those that name it."""
    for slot in data.slots_of.get(subject, ()):
        yield from slot.claims
    yield from data.find_claims(data.incoming_of.get(subject, ()))


def _is_of_source(claim: Claim, own_articles: Collection[ArticleId]) -> bool:
    if claim.article in own_articles:
        return True
    if claim.attribute == "cites":
        return True
    # A claim that comes via a report names the subject as its source.
    return claim.qualifier("via") is not None
