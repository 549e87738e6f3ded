"""Subjects side by side: the page that a script fills, and the facts of a subject as it sets them out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.model.ids import SubjectId
from briefing.routes import COMPARE, comparison, list_page, url
from briefing.views.base.context import Context
from briefing.views.base.head import Head
from briefing.views.base.linker import Linker
from briefing.views.base.placed_entry import Entry
from briefing.views.base.tokens import FileLink, PageLink, Prose, plain, words
from briefing.views.parts.date_words import as_of_words
from briefing.views.parts.difference_links import differ_link
from briefing.views.parts.entries import entry_label, entry_value

SECTIONS = ("key-facts", "money", "milestones", "relations")
MOST = 4
_WORDS = ("add", "added", "as-of", "disputed", "fact", "failed", "full", "near", "nothing", "remove", "unknown")


class _Unlinked(Linker):
    """Leaves names in wording as they are: a fact here is plain text."""

    def prose(self, text: str | None) -> Prose:
        """Return a text as it is."""
        return words(text or "")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact as a reader is shown it; rows of the same section and label answer the same question."""

    section: str
    heading: str
    label: str
    value: str
    as_of: str
    confidence: str
    confidence_word: str
    differ: str
    address: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """The frame that a script fills; ``words`` are what it says, ``lists`` the way on without it."""

    head: Head
    words: Mapping[str, str]
    lists: tuple[PageLink, ...]


def view_compare(ctx: Context) -> ComparePage:
    """Return the page on which readers set subjects side by side."""
    title = ctx.labels.say("compare")
    return ComparePage(
        head=Head(COMPARE, title, title, ctx.labels.say("compare-description", briefing=ctx.data.briefing.name.en)),
        words={word: ctx.labels.say(f"compare-{word}") for word in _WORDS},
        lists=tuple(PageLink(kind.label_plural, list_page(kind.folder)) for kind in ctx.filled_kinds()),
    )


def view_facts(ctx: Context, subject: SubjectId) -> tuple[Fact, ...]:
    """Return the key facts, sums, milestones and relations of a subject, in the order of its page."""
    layout = ctx.addresses.layouts[subject]
    entries = [entry for name in SECTIONS for entry in layout.entries if entry.section == name and entry.slot.shown]
    return tuple(_fact(ctx, entry) for entry in entries)


def _fact(ctx: Context, entry: Entry) -> Fact:
    group = entry.slot.shown
    assert group is not None
    label, note = entry_label(ctx, entry)
    differ = differ_link(ctx, entry.slot) if entry.slot.disputed else None
    return Fact(
        section=entry.section,
        heading=ctx.labels.say(f"section-{entry.section}"),
        label=f"{label} ({note})" if note else label,
        value=plain(entry_value(ctx, entry, _Unlinked(ctx))),
        as_of=as_of_words(ctx, group),
        confidence=group.confidence,
        confidence_word=ctx.labels.word("confidence", group.confidence),
        differ=f"{url(differ.page)}#{differ.anchor}" if differ else "",
        address=f"{url(entry.page)}#{entry.anchor}",
        claims=tuple(claim.key for claim in group.claims),
    )


def compare_link(ctx: Context, subject: SubjectId) -> FileLink:
    """Return the way to a comparison of a subject with what is most easily set beside it."""
    other = neighbour(ctx, subject)
    beside = [subject, other] if other else [subject]
    label = ctx.labels.say("compare-with", name=ctx.display(other)) if other else ctx.labels.say("compare")
    return FileLink(label, comparison(beside))


def neighbour(ctx: Context, subject: SubjectId) -> SubjectId | None:
    """Return what a subject is taken for, else a related subject of its kind, else the next of its kind by name."""
    record = ctx.data.subjects[subject]
    alike = [one for one in record.not_same_as if one in ctx.data.subjects]
    related = [one.other for one in ctx.data.relations_of.get(subject, ()) if one.other]
    same_kind = [one for one in related if ctx.data.subjects[one].kind == record.kind and one != subject]
    return next(iter([*alike, *same_kind, *_next_by_name(ctx, subject)]), None)


def _next_by_name(ctx: Context, subject: SubjectId) -> Sequence[SubjectId]:
    ordered = ctx.subjects.by_kind[ctx.data.subjects[subject].kind]
    place = ordered.index(subject)
    return [*ordered[place + 1 :], *ordered[:place]][:1]
