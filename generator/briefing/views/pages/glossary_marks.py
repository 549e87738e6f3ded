"""Every mark that stands on pages, with its meaning: stages, bounds, grades, states, dates.

Stages, ranks, grades and bounds come from the model; the words of states and freshness stand here and in the labels.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.dataset.linked.records import Confidence, Rank
from briefing.model.claims import GRADES, STAGES, Modality
from briefing.model.numerals import Bound
from briefing.routes import slug
from briefing.views.base.categories import STATUSES
from briefing.views.base.context import Context
from briefing.views.base.features import has_fiscal_years
from briefing.views.parts.date_words import date_text

STATES = ("planned", "overdue", "met", "late", "dropped", "reported", "hoped")
FRESHNESS = ("fresh", "ageing", "stale")
DATES = ("2027-04", "2027", "2027~", "2027?", "2027/..", "../2040", "2026/2040")
"""A literal for each form that a date has on pages."""
FISCAL_YEARS = ("JFY2030", "JFY2030 Q4")
"""Explained only where a date of the data is one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A word or sign of ours as it looks on a page, and what it means; ``css`` is its class there."""

    anchor: str
    css: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class MarkGroup:
    """Marks of one sort."""

    name: str
    marks: tuple[Mark, ...]


def mark_groups(context: Context) -> tuple[MarkGroup, ...]:
    """Return every mark that stands on pages, by sort."""
    return (
        _group(context, "confidence", Confidence, "confidence-"),
        _group(context, "stage", STAGES),
        _group(context, "bound", Bound),
        _group(context, "modality", Modality),
        _group(context, "state", STATES, ""),
        _group(context, "status", STATUSES, "status-"),
        _group(context, "rank", Rank),
        _group(context, "fresh", FRESHNESS, ""),
        _grades(context),
        _dates(context),
    )


def _group(context: Context, name: str, values: Iterable[str], prefix: str | None = None) -> MarkGroup:
    """Return the marks of a fixed set of words.

    Args:
        context: what every view reads.
        name: the group of labels that has the words and their meanings.
        values: the words as the data have them.
        prefix: what makes a word the class that its mark has on pages; None for marks that look like labels.
    """
    marks: list[Mark] = []
    for value in map(str, values):
        css = "label" if prefix is None else f"{prefix}{value}"
        marks.append(_mark(context, name, value, context.labels.word(name, value), css))
    return MarkGroup(name, tuple(marks))


def _mark(context: Context, group: str, value: str, word: str, css: str) -> Mark:
    return Mark(f"mark-{group}-{slug(value)}", css, word, context.labels.say(f"meaning-{group}-{value}"))


def _grades(context: Context) -> MarkGroup:
    # Keys of labels are in lower case; a grade stands on pages as a capital.
    marks = [_mark(context, "grade", letter.lower(), letter, "label") for letter in GRADES]
    return MarkGroup("grade", tuple(marks))


def _dates(context: Context) -> MarkGroup:
    literals = (*DATES, *FISCAL_YEARS) if has_fiscal_years(context.data) else DATES
    return MarkGroup("date", tuple(_date(context, literal) for literal in literals))


def _date(context: Context, literal: str) -> Mark:
    label = date_text(literal)
    return Mark(f"mark-date-{slug(label)}", "label", label, context.labels.say(f"meaning-date-{literal}"))
