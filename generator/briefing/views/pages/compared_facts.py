"""The facts of a subject as the page of comparisons sets them out: plain text, for the export that its script reads."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.dataset.comparing.permanent_keys import permanent_key
from briefing.dataset.comparing.value_digests import value_digest
from briefing.dataset.linked.records import Slot
from briefing.model.ids import SubjectId
from briefing.routes import PagePath, url
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.placed_entry import Entry
from briefing.views.base.tokens import Prose, plain, words
from briefing.views.pages.claim_links import with_note
from briefing.views.parts.date_words import as_of_words
from briefing.views.parts.difference_links import differ_link
from briefing.views.parts.entries import entry_label, entry_value, shown_group

SECTIONS = ("key-facts", "money", "milestones", "relations")
"""The sections of a subject's page whose facts are compared, in their order there."""


class _Unlinked(Linker):
    """Leaves names in wording as they are: a fact here is plain text."""

    def prose(self, text: str | None) -> Prose:
        """Return a text as it is."""
        return words(text or "")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact as a reader is shown it; rows of the same section and label answer the same question.

    ``slot`` is the public key of its question, ``digest`` that of what is shown.
    """

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
    slot: str
    digest: str


def view_facts(context: Context, subject: SubjectId) -> tuple[Fact, ...]:
    """Return the key facts, sums, milestones and relations of a subject, in the order of its page."""
    return tuple(view_fact(context, entry) for entry in _compared_entries(context, subject))


def _compared_entries(context: Context, subject: SubjectId) -> Iterator[Entry]:
    # Entries that only the further pages have room for are compared, too.
    entries = context.addresses.layouts[subject].entries
    for section in SECTIONS:
        for entry in entries:
            if entry.section == section and entry.slot.shown:
                yield entry


def view_fact(context: Context, entry: Entry) -> Fact:
    """Return what an entry shows; its slot has a shown group."""
    # Facts are laid out side by side by a script, which reads words and no data types.
    group = shown_group(entry.slot)
    label, note = entry_label(context, entry)
    return Fact(
        section=entry.section,
        heading=context.labels.say(f"section-{entry.section}"),
        label=with_note(label, note),
        value=plain(entry_value(context, entry, _Unlinked(context))),
        as_of=as_of_words(context, group),
        confidence=group.confidence,
        confidence_word=context.labels.word("confidence", group.confidence),
        differ=_differ_address(context, entry.slot),
        address=_address(entry.page, entry.anchor),
        claims=tuple(claim.key for claim in group.claims),
        slot=permanent_key(entry.slot),
        digest=value_digest(group),
    )


def _differ_address(context: Context, slot: Slot) -> str:
    # A slot may have a box for its terms alone, while its value is in no dispute.
    if not slot.disputed:
        return ""
    link = differ_link(context, slot)
    return _address(link.page, link.anchor) if link else ""


def _address(page: PagePath, anchor: str) -> str:
    return f"{url(page)}#{anchor}"
