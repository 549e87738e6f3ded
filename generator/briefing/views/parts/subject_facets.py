"""What the lists of subjects are filtered by: status, sector, years, grade, and whether sources differ."""

from collections.abc import Collection, Iterable, Iterator

from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.ids import SubjectId
from briefing.model.values import EntityName, EntityRef, Text, Value
from briefing.views.base.context import Context
from briefing.views.parts.facets import Facet, facet, years

_DATED = ("date", "milestone")
_FIELD = ("sector",)


def subject_facets(context: Context, subject: SubjectId, claims: Iterable[Claim], status: str) -> tuple[Facet, ...]:
    """Return what a subject is filtered by: status, sector, years of its dates, grade, and what sources differ on."""
    # The best grade: A comes before B.
    grade = min((claim.grade for claim in claims), default="")
    return (
        facet("status", [status]),
        facet("sector", _sectors(context, subject)),
        facet("year", sorted(_years_of(context, subject))),
        facet("grade", [grade]),
        facet("conflicts", [_conflicts_word(context, subject)]),
    )


def _shown_values(context: Context, subject: SubjectId, attributes: Collection[str]) -> Iterator[Value | None]:
    """Yield what the slots of some attributes show of a subject; where all claims are set aside that is nothing."""
    for slot in context.data.slots_of.get(subject, ()):
        if slot.attribute in attributes and slot.shown is not None:
            yield slot.shown.value


def _sectors(context: Context, subject: SubjectId) -> Iterator[str]:
    """Yield the names of the fields that a subject works in."""
    for sector in _shown_values(context, subject, _FIELD):
        # A field may be a subject of the briefing, or a word for it.
        match sector:
            case EntityRef(id=name):
                yield _display(context, name)
            case EntityName(name=name) | Text(text=name):
                yield name


def _display(context: Context, name: str) -> str:
    """Return the name of a subject by its id; an id without a subject as it stands."""
    subject = SubjectId(name)
    if subject not in context.data.subjects:
        return name
    return context.display(subject)


def _years_of(context: Context, subject: SubjectId) -> set[str]:
    """Return the years that the dates and steps of a subject touch."""
    touched: set[str] = set()
    for when in _shown_values(context, subject, _DATED):
        if isinstance(when, PartialDate):
            touched.update(years(when))
    return touched


def _conflicts_word(context: Context, subject: SubjectId) -> str:
    """Return whether anything about a subject waits for an answer."""
    if any(conflict.status == "open" for conflict in context.findings.by_subject.get(subject, ())):
        return context.labels.word("status", "open")
    return context.labels.say("no-open")
