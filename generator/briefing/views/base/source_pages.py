"""Where the name of a source leads: to the page of the publisher, unless others speak of it as they do of the world."""

from collections import Counter
from collections.abc import Mapping

from briefing.dataset.linked.records import Dataset
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, PublisherId, SubjectId


def find_source_pages(data: Dataset) -> Mapping[SubjectId, PublisherId]:
    """Return the subjects that are sources and no more: all that is said of them is a reference, or their own words.

    Whoever publishes a release tells of what he does, and is a subject however few others speak of him.
    """
    own: dict[PublisherId, set[ArticleId]] = {}
    releasing: set[PublisherId] = set()
    for article in data.articles.values():
        if article.publisher:
            own.setdefault(article.publisher, set()).add(article.id)
            if article.form == "release":
                releasing.add(article.publisher)
    shared = Counter(one.subject for one in data.publishers.values())
    return {
        one.subject: one.id
        for one in data.publishers.values()
        if one.subject and shared[one.subject] == 1 and one.id not in releasing
        if all(_is_of_source(claim, own.get(one.id, set())) for claim in _claims_on(data, one.subject))
    }


def _claims_on(data: Dataset, subject: SubjectId) -> list[Claim]:
    named = [data.claims[key] for key in data.incoming_of.get(subject, ())]
    return [*(claim for slot in data.slots_of.get(subject, ()) for claim in slot.claims), *named]


def _is_of_source(claim: Claim, own: set[ArticleId]) -> bool:
    return claim.article in own or claim.attribute == "cites" or claim.qualifier("via") is not None
