"""Which slots a timeline or a calendar draws on: those of a subject and its neighbours, or those of the briefing."""

from collections.abc import Iterator

from briefing.dataset.linked.records import Relation, Slot
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.ids import SubjectId
from briefing.views.base.context import Context

DATED = ("milestone", "date")


_NEAR = ("participant", "operator", "owner", "part-of", "product-of")


def dates_its_article(context: Context, slot: Slot) -> bool:
    """Tell whether a date is that of an article by its own word, such as when it appeared."""
    if slot.attribute != "date" or slot.shown is None:
        return False
    # One claim that gives another day is about the world.
    return all(_dates_itself(context, claim) for claim in slot.shown.claims)


def _dates_itself(context: Context, claim: Claim) -> bool:
    """Tell whether a publication dates something of its own to the day of the article that says so."""
    article = context.data.articles[claim.article]
    # Who publishes a release acts in the world on that day.
    if article.form == "release":
        return False
    publisher = context.publisher(article.publisher)
    if publisher is None or publisher.subject not in claim.about:
        return False
    if not isinstance(claim.value, PartialDate):
        return False
    return claim.value.edtf == claim.published.edtf


def briefing_slots(context: Context) -> Iterator[Slot]:
    """Yield what the timeline of the briefing draws on: everything but what publications say of their own dates."""
    for slot in context.data.slots:
        if not dates_its_article(context, slot):
            yield slot


def subject_slots(context: Context, subject: SubjectId) -> Iterator[Slot]:
    """Yield what a timeline of a subject draws on: its own slots, then the dates of what it runs or took part in."""
    yield from context.data.slots_of.get(subject, ())
    for neighbour in near_subjects(context, subject):
        for slot in context.data.slots_of.get(neighbour, ()):
            # Sums and statements of a neighbour have its own page.
            if slot.attribute in DATED:
                yield slot


def near_subjects(context: Context, subject: SubjectId) -> tuple[SubjectId, ...]:
    """Return what a subject runs, owns, consists of or took part in.

    Relations are seen from the other end: what names the subject as its operator is near it, and not the reverse.
    """
    near: dict[SubjectId, None] = {}
    for relation in context.data.relations_of.get(subject, ()):
        # The other end may be a name that no file has.
        if relation.other and _is_near(relation):
            near[relation.other] = None
    return tuple(near)


def _is_near(relation: Relation) -> bool:
    if not relation.inverse:
        return False
    return relation.attribute in _NEAR
