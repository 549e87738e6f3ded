"""The entries of a subject's page in words: what each is called, what it shows, and the link to it."""

from briefing.dataset.linked.records import Slot, ValueGroup
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.placed_entry import Entry
from briefing.views.base.tokens import PageLink, Prose, words
from briefing.views.parts.relation_labels import relation_label, relation_note
from briefing.views.parts.slot_labels import slot_label
from briefing.views.parts.values import group_value


def shown_group(slot: Slot) -> ValueGroup:
    """Return the group that a slot shows.

    Raises:
        ValueError: all claims of the slot are set aside, so that no row is due.
    """
    shown = slot.shown
    if shown is None:
        raise ValueError(f"slot {slot.about} {slot.attribute} shows nothing and has no row")
    return shown


def entry_label(context: Context, entry: Entry) -> tuple[str, str]:
    """Return what an entry is called and, where that is not clear from its name, its attribute."""
    if entry.relation is not None:
        return relation_label(context, entry.relation), relation_note(context, entry.relation)
    return slot_label(context, entry.slot)


def entry_value(context: Context, entry: Entry, linker: Linker) -> Prose:
    """Return what an entry shows: its value, or the other end of its relation."""
    relation = entry.relation
    if relation is None:
        return group_value(context, shown_group(entry.slot), linker)
    if relation.other:
        return context.link(relation.other)
    return words(relation.other_name or "")


def link_entry(context: Context, entry: Entry) -> Prose:
    """Return the link to an entry under the name of the subject that it is about."""
    subject = entry.slot.about[0]
    return (PageLink(context.display(subject), entry.page, entry.anchor),)
