"""Subjects side by side: the page that a script fills, and the links that lead to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.model.ids import SubjectId
from briefing.routes import COMPARE, comparison, list_page
from briefing.views.base.context import Context
from briefing.views.base.head import Head
from briefing.views.base.tokens import FileLink, PageLink

_WORDS = ("add", "added", "as-of", "disputed", "fact", "failed", "full", "near", "nothing", "remove", "unknown")
"""What the script says; the keys of the labels begin with `compare-`."""


@dataclass(frozen=True, slots=True)
class ComparePage:
    """The frame that a script fills; ``words`` are what it says, ``lists`` the way on without it."""

    head: Head
    words: Mapping[str, str]
    lists: tuple[PageLink, ...]


def view_compare(context: Context) -> ComparePage:
    """Return the page on which readers set subjects side by side."""
    title = context.labels.say("compare")
    description = context.labels.say("compare-description", briefing=context.data.briefing.name.en)
    return ComparePage(
        head=Head(COMPARE, title, title, description),
        words={word: context.labels.say(f"compare-{word}") for word in _WORDS},
        lists=tuple(PageLink(kind.label_plural, list_page(kind.folder)) for kind in context.filled_kinds()),
    )


def compare_link(context: Context, subject: SubjectId) -> FileLink:
    """Return the way to a comparison of a subject with what is most easily set beside it."""
    other = find_counterpart(context, subject)
    # The only subject of its kind is compared with whatever readers add.
    if other is None:
        return FileLink(context.labels.say("compare"), comparison([subject]))
    label = context.labels.say("compare-with", name=context.display(other))
    return FileLink(label, comparison([subject, other]))


def find_counterpart(context: Context, subject: SubjectId) -> SubjectId | None:
    """Return what to compare a subject with, or None for the only one of its kind.

    Best is what it is mistaken for, then a related subject of its kind, then the next of its kind by name.
    """
    return next(_counterparts(context, subject), None)


def _counterparts(context: Context, subject: SubjectId) -> Iterator[SubjectId]:
    record = context.data.subjects[subject]
    for other in record.not_same_as:
        if other in context.data.subjects:
            yield other
    # Subjects of one kind answer the same questions, so that a comparison has few gaps.
    for relation in context.data.relations_of.get(subject, ()):
        related = relation.other
        if related and related != subject and context.data.subjects[related].kind == record.kind:
            yield related
    yield from _next_by_name(context, subject)


def _next_by_name(context: Context, subject: SubjectId) -> Iterator[SubjectId]:
    """Yield the subjects of the same kind that come after this one by name, then those from the first on."""
    same_kind = context.subjects.by_kind[context.data.subjects[subject].kind]
    position = same_kind.index(subject)
    yield from same_kind[position + 1 :]
    yield from same_kind[:position]
