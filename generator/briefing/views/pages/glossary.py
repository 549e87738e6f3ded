"""The glossary: the field's terms from the data, what may be said of a subject, and every mark with its meaning.

All lists come from the registry, the model and the label catalogue, so that a page and its glossary cannot part.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.dataset.linked.records import Confidence, Rank
from briefing.model.claims import GRADES, STAGES, Modality
from briefing.model.numerals import Bound
from briefing.routes import GLOSSARY, slug
from briefing.views.base.context import Context
from briefing.views.base.features import has_fiscal_years
from briefing.views.base.head import Head
from briefing.views.base.tokens import PageLink, Prose, mark_japanese, words
from briefing.views.parts.about import up_to_about
from briefing.views.parts.date_words import date_text

TERM = "DefinedTerm"
"""The schema.org type of kinds whose subjects are terms."""
STATES = ("planned", "overdue", "met", "late", "dropped", "reported", "hoped")
STATUSES = ("open", "explained", "settled")
FRESHNESS = ("fresh", "ageing", "stale")
DATES = ("2027-04", "2027", "2027~", "2027?", "2027/..", "../2040", "2026/2040")
FISCAL_YEARS = ("JFY2030", "JFY2030 Q4")
"""Explained only where a date of the data is one."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the field, with the page that holds what is said of it."""

    link: PageLink
    japanese: Prose
    meaning: Prose


@dataclass(frozen=True, slots=True)
class Mark:
    """A word or sign of ours as it looks on a page, and what it means."""

    anchor: str
    css: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class MarkGroup:
    """Marks of one sort."""

    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """Terms, attributes and marks."""

    head: Head
    terms: tuple[Term, ...]
    groups: tuple[MarkGroup, ...]


def view_glossary(ctx: Context) -> GlossaryPage:
    """Return the glossary."""
    title = ctx.labels.say("glossary")
    return GlossaryPage(
        head=Head(GLOSSARY, title, title, ctx.labels.say("glossary-description"), up_to_about(ctx)),
        terms=tuple(_terms(ctx)),
        groups=(*mark_groups(ctx), MarkGroup("attributes", tuple(_attributes(ctx)))),
    )


def _terms(ctx: Context) -> Iterator[Term]:
    kinds = [kind.name for kind in ctx.data.registry.kinds.values() if kind.schema_type == TERM]
    found = [ctx.data.subjects[one] for kind in kinds for one in ctx.subjects.by_kind.get(kind, ())]
    for one in sorted(found, key=lambda one: (one.name.display.casefold(), one.id)):
        yield Term(
            PageLink(one.name.display, ctx.page(one.id)), words(one.name.ja or "", "ja"), mark_japanese(one.describes)
        )


def _attributes(ctx: Context) -> Iterator[Mark]:
    for one in ctx.data.registry.attributes.values():
        if one.inverse_of is None and one.doc:
            yield Mark(f"attribute-{slug(one.name)}", "label", one.label, one.doc)


def mark_groups(ctx: Context) -> tuple[MarkGroup, ...]:
    """Return every mark that stands on pages, by sort."""
    dates = (*DATES, *FISCAL_YEARS) if has_fiscal_years(ctx.data) else DATES
    return (
        _group(ctx, "confidence", Confidence, "confidence-"),
        _group(ctx, "stage", STAGES),
        _group(ctx, "bound", Bound),
        _group(ctx, "modality", Modality),
        _group(ctx, "state", STATES, ""),
        _group(ctx, "status", STATUSES, "status-"),
        _group(ctx, "rank", Rank),
        _group(ctx, "fresh", FRESHNESS, ""),
        _group(ctx, "grade", [letter.lower() for letter in GRADES]),
        MarkGroup("date", tuple(_date(ctx, literal) for literal in dates)),
    )


def _group(ctx: Context, name: str, values: Iterable[str], prefix: str | None = None) -> MarkGroup:
    """Return the marks of a fixed set of words; ``prefix`` makes the class that they have on pages, if any."""
    marks = []
    for value in map(str, values):
        word = value.upper() if name == "grade" else ctx.labels.word(name, value)
        marks.append(_mark(ctx, name, value, word, "label" if prefix is None else f"{prefix}{value}"))
    return MarkGroup(name, tuple(marks))


def _date(ctx: Context, literal: str) -> Mark:
    label = date_text(literal)
    return Mark(f"mark-date-{slug(label)}", "label", label, ctx.labels.say(f"meaning-date-{literal}"))


def _mark(ctx: Context, group: str, value: str, word: str, css: str) -> Mark:
    return Mark(f"mark-{group}-{slug(value)}", css, word, ctx.labels.say(f"meaning-{group}-{value}"))
