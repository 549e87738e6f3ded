"""The glossary: the terms of the field from the data, what may be said of a subject, and every mark of the site."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.records import Subject
from briefing.routes import GLOSSARY, slug
from briefing.views.base.context import Context
from briefing.views.base.head import Head
from briefing.views.base.tokens import PageLink, Prose, mark_japanese, words
from briefing.views.pages.glossary_marks import Mark, MarkGroup, mark_groups
from briefing.views.parts.about import up_to_about

TERM = "DefinedTerm"
"""The schema.org type of kinds whose subjects are terms."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the field, with the page that holds what is said of it."""

    link: PageLink
    japanese: Prose
    meaning: Prose


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """Terms, attributes and marks."""

    head: Head
    terms: tuple[Term, ...]
    groups: tuple[MarkGroup, ...]


def view_glossary(context: Context) -> GlossaryPage:
    """Return the glossary."""
    # Attributes come from the registry, to which a briefing may add its own.
    title = context.labels.say("glossary")
    return GlossaryPage(
        head=Head(GLOSSARY, title, title, context.labels.say("glossary-description"), up_to_about(context)),
        terms=tuple(_term(context, subject) for subject in sorted(_term_subjects(context), key=_by_name)),
        groups=(*mark_groups(context), MarkGroup("attributes", tuple(_attribute_marks(context)))),
    )


def _term_subjects(context: Context) -> Iterator[Subject]:
    for subject in context.data.subjects.values():
        if context.kind(subject.id).schema_type == TERM:
            yield subject


def _by_name(subject: Subject) -> tuple[str, str]:
    # The id decides between namesakes, so that every build has the same order.
    return subject.name.display.casefold(), subject.id


def _term(context: Context, subject: Subject) -> Term:
    name = subject.name
    return Term(
        PageLink(name.display, context.page(subject.id)),
        words(name.ja or "", "ja"),
        mark_japanese(subject.describes),
    )


def _attribute_marks(context: Context) -> Iterator[Mark]:
    for attribute in context.data.registry.attributes.values():
        # The inverse of an attribute says the same from the other end and is explained with it.
        if attribute.inverse_of is None and attribute.doc:
            yield Mark(f"attribute-{slug(attribute.name)}", "label", attribute.label, attribute.doc)
