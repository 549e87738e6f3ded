"""Which slots a timeline draws on."""

from collections.abc import Iterator

from briefing.dataset.linked.records import Slot
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.ids import SubjectId
from briefing.views.base.context import Context

DATED = ("milestone", "date")


_NEAR = ("participant", "operator", "owner", "part-of", "product-of")


def dates_its_article(ctx: Context, slot: Slot) -> bool:
    """Tell whether a date is that of an article by its own word, such as when it appeared."""
    return (
        slot.attribute == "date"
        and slot.shown is not None
        and all(_is_of_itself(ctx, one) for one in slot.shown.claims)
    )


def _is_of_itself(ctx: Context, claim: Claim) -> bool:
    """True where a publication dates something of its own to the day of the article that says so."""
    article = ctx.data.articles[claim.article]
    publisher = ctx.publisher(article.publisher)
    same_day = isinstance(claim.value, PartialDate) and claim.value.edtf == claim.published.edtf
    return same_day and article.form != "release" and publisher is not None and publisher.subject in claim.about


def briefing_slots(ctx: Context) -> Iterator[Slot]:
    """Yield what the timeline of the briefing draws on: everything but what publications say of their own dates."""
    return (one for one in ctx.data.slots if not dates_its_article(ctx, one))


def subject_slots(ctx: Context, subject: SubjectId) -> Iterator[Slot]:
    """Yield what a timeline of a subject draws on: its own slots, then the dates of what it runs or took part in."""
    yield from ctx.data.slots_of.get(subject, ())
    for other in near_subjects(ctx, subject):
        yield from (slot for slot in ctx.data.slots_of.get(other, ()) if slot.attribute in DATED)


def near_subjects(ctx: Context, subject: SubjectId) -> tuple[SubjectId, ...]:
    """Return what a subject runs, owns, consists of or took part in."""
    relations = ctx.data.relations_of.get(subject, ())
    return tuple(dict.fromkeys(one.other for one in relations if one.other and one.inverse and one.attribute in _NEAR))
