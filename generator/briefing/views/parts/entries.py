"""Entries of a layout in words: label, value, link."""

from briefing.dataset.linked.records import Slot, ValueGroup
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.placed_entry import Entry
from briefing.views.base.tokens import PageLink, Prose, words
from briefing.views.parts.relation_labels import relation_label, relation_note
from briefing.views.parts.slot_labels import slot_label
from briefing.views.parts.values import group_value


def shown_group(slot: Slot) -> ValueGroup:
    shown = slot.shown
    if shown is None:
        raise ValueError(f"slot {slot.about} {slot.attribute} shows nothing and has no row")
    return shown


def entry_label(ctx: Context, entry: Entry) -> tuple[str, str]:
    """Return what an entry is called and, where that is not clear from its name, its attribute."""
    if entry.relation is not None:
        return relation_label(ctx, entry.relation), relation_note(ctx, entry.relation)
    return slot_label(ctx, entry.slot)


def entry_value(ctx: Context, entry: Entry, linker: Linker) -> Prose:
    """Return what an entry shows: its value, or the other end of its relation."""
    relation = entry.relation
    if relation is None:
        return group_value(ctx, shown_group(entry.slot), linker)
    return ctx.link(relation.other) if relation.other else words(relation.other_name or "")


def link_entry(ctx: Context, entry: Entry) -> Prose:
    about = entry.slot.about[0]
    return (PageLink(ctx.display(about), entry.page, entry.anchor),)
