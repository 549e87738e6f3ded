"""Claims in which an actor itself reports, in its own release, what it has done: nobody knows better."""

from datetime import date

from briefing.dataset.linked.naming import entity_ids, publishing_subject
from briefing.dataset.linked.records import Dataset
from briefing.model.claims import Claim, Modality
from briefing.model.dates import PartialDate
from briefing.model.ids import SubjectId
from briefing.model.records import Article
from briefing.model.values import Value

# Stages at which an actor has acted; money that is only asked for is no done act, and most claims have no stage.
_DONE_STAGES = frozenset({"approved", "contracted", "disbursed", "spent", "built", "cancelled", "announced", None})


def is_own_release(claim: Claim, dataset: Dataset) -> bool:
    """Tell whether an actor itself reports, in its own release, what it has done."""
    # What a release passes on from somebody else is that report's, not the actor's own.
    if claim.qualifier("via"):
        return False
    publisher = _release_publisher(dataset.articles[claim.article], dataset)
    if publisher is None or publisher not in _actors(claim):
        return False
    return _is_done(claim, dataset.briefing.today)


def _release_publisher(article: Article, dataset: Dataset) -> SubjectId | None:
    """Return the subject that published a release; None for any other article."""
    if article.form != "release":
        return None
    return publishing_subject(article.publisher, dataset.publishers)


def _actors(claim: Claim) -> set[SubjectId]:
    actors = {*claim.about, *entity_ids(claim.qualifiers.get("payer"))}
    if claim.speaker and claim.speaker.subject:
        actors.add(claim.speaker.subject)
    return actors


def _is_done(claim: Claim, today: date) -> bool:
    if claim.modality is not Modality.REPORTED:
        return False
    if claim.qualifier("stage") not in _DONE_STAGES:
        return False
    # A date that lies ahead makes it a plan, however it is worded.
    return not _lies_ahead(claim.value, today) and not _lies_ahead(claim.when, today)


def _lies_ahead(value: Value | None, today: date) -> bool:
    if not isinstance(value, PartialDate) or value.earliest is None:
        return False
    return value.earliest > today
