"""What the lists of subjects are filtered by: status, sector, years, grade, and whether sources differ."""

from collections.abc import Iterable, Iterator

from briefing.dataset.linked.records import Slot
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.ids import SubjectId
from briefing.model.values import EntityName, EntityRef, Text
from briefing.views.base.context import Context
from briefing.views.parts.facets import Facet, facet, years

_DATED = ("date", "milestone")


def subject_facets(ctx: Context, subject: SubjectId, claims: Iterable[Claim], status: str) -> tuple[Facet, ...]:
    """Return what a subject is filtered by: status, sector, years of its dates, grade, and what sources differ on."""
    slots = ctx.data.slots_of.get(subject, ())
    return (
        facet("status", [status]),
        facet("sector", _sectors(ctx, slots)),
        facet("year", sorted(_years_of(slots))),
        # The best one: A comes before B.
        facet("grade", [min((claim.grade for claim in claims), default="")]),
        facet("conflicts", [_conflicts_word(ctx, subject)]),
    )


def _sectors(ctx: Context, slots: Iterable[Slot]) -> Iterator[str]:
    """Yield the names of the fields that a subject works in."""
    for slot in slots:
        if slot.attribute != "sector" or slot.shown is None:
            continue
        # A field may be a subject of the briefing, or a word for it.
        match slot.shown.value:
            case EntityRef(id=name):
                yield ctx.display(SubjectId(name)) if name in ctx.data.subjects else name
            case EntityName(name=name) | Text(text=name):
                yield name


def _years_of(slots: Iterable[Slot]) -> set[str]:
    """Return the years that the dates and steps of a subject touch."""
    touched: set[str] = set()
    for slot in slots:
        if slot.attribute not in _DATED or slot.shown is None:
            continue
        if isinstance(slot.shown.value, PartialDate):
            touched.update(years(slot.shown.value))
    return touched


def _conflicts_word(ctx: Context, subject: SubjectId) -> str:
    """Return whether anything about a subject waits for an answer."""
    if any(conflict.status == "open" for conflict in ctx.findings.by_subject.get(subject, ())):
        return ctx.labels.word("status", "open")
    return ctx.labels.say("no-open")
