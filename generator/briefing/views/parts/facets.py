"""What a row of a list is filtered and sorted by: words that readers choose from, and values that order right."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.dataset.linked.records import Slot
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate, date_order
from briefing.model.ids import SubjectId
from briefing.model.money import Money
from briefing.model.values import EntityName, EntityRef, Text, Value
from briefing.views.base.context import Context

LONGEST = 15


"""A longer interval counts for the years of its ends alone."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to filter a list and what a row has there; at the head of a list the way's own words."""

    name: str
    values: tuple[str, ...]


def facet(name: str, values: Iterable[str]) -> Facet:
    """Return what a row is filtered by, nothing twice."""
    return Facet(name, tuple(dict.fromkeys(one for one in values if one)))


def facet_heads(ctx: Context, *names: str) -> tuple[Facet, ...]:
    """Return what the ways to filter a list are called."""
    return tuple(Facet(name, (ctx.labels.word("facet", name),)) for name in names)


def date_key(when: PartialDate | None) -> str:
    """Return what a date sorts by, whatever its precision: `2027-01-01 3 2027-12-31`."""
    if when is None:
        return ""
    first, fineness, last, _ = date_order(when)
    return f"{first.isoformat()} {fineness} {last.isoformat()}"


def value_key(value: Value | None) -> str:
    """Return what a value sorts by where its words would mislead: a sum by currency and amount, a date by its days."""
    if isinstance(value, Money):
        return f"{value.currency} {value.amount:f}"
    return date_key(value) if isinstance(value, PartialDate) else ""


def years(when: PartialDate | None) -> tuple[str, ...]:
    """Return the years that a date touches."""
    days = [day for day in (when.earliest, when.latest) if day] if when else []
    if not days:
        return ()
    first, last = days[0].year, days[-1].year
    touched = range(first, last + 1) if last - first <= LONGEST else (first, last)
    return tuple(str(year) for year in touched)


def subject_facets(ctx: Context, subject: SubjectId, claims: Iterable[Claim], status: str) -> tuple[Facet, ...]:
    """Return what a subject is filtered by: status, sector, years of its dates, grade, and what sources differ on."""
    slots = ctx.data.slots_of.get(subject, ())
    open_ones = any(one.status == "open" for one in ctx.findings.by_subject.get(subject, ()))
    found = [one.shown.value for one in slots if one.shown and one.attribute in ("date", "milestone")]
    dates = [one for one in found if isinstance(one, PartialDate)]
    return (
        facet("status", [status]),
        facet("sector", _named(ctx, (one for one in slots if one.attribute == "sector"))),
        facet("year", sorted({year for one in dates for year in years(one)})),
        facet("grade", [min((claim.grade for claim in claims), default="")]),
        facet("conflicts", [ctx.labels.word("status", "open") if open_ones else ctx.labels.say("no-open")]),
    )


def _named(ctx: Context, slots: Iterable[Slot]) -> Iterable[str]:
    for slot in slots:
        match slot.shown.value if slot.shown else None:
            case EntityRef(id=name):
                yield ctx.display(SubjectId(name)) if name in ctx.data.subjects else name
            case EntityName(name=name) | Text(text=name):
                yield name
