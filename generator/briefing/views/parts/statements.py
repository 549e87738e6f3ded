"""Rows of a subject's page: facts, relations, sums and milestones, with anchor, date, confidence and sources."""

from dataclasses import dataclass

from briefing.dataset.linked.records import Rank
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.placed_entry import Entry
from briefing.views.base.tokens import PageLink, Prose
from briefing.views.parts.corrections import correction_details
from briefing.views.parts.date_words import as_of_words
from briefing.views.parts.difference_links import differ_link
from briefing.views.parts.entries import entry_label, entry_value, shown_group
from briefing.views.parts.facets import date_key, value_key
from briefing.views.parts.other_values import OtherValue, contradicted_details, view_other_values
from briefing.views.parts.qualifiers import SHOWN_QUALIFIERS, Detail, details_of
from briefing.views.parts.sources import SourceRef, source_refs
from briefing.views.parts.speakers import spoken_by
from briefing.views.parts.values import lead_claim


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that is said of a subject; ``differ`` leads to the box where its sources differ.

    ``value_key`` and ``as_of_key`` are what columns sort by. ``beside`` are other values that stand, ``earlier`` those
    that the shown one took the place of.
    """

    anchor: str
    label: str
    label_note: str
    value: Prose
    value_key: str
    details: tuple[Detail, ...]
    as_of: str
    as_of_key: str
    confidence: str
    confidence_word: str
    reason: str
    differ: PageLink | None
    sources: tuple[SourceRef, ...]
    beside: tuple[OtherValue, ...]
    earlier: tuple[OtherValue, ...]


def view_statement(
    context: Context, entry: Entry, linker: Linker, names: tuple[str, ...] = SHOWN_QUALIFIERS
) -> Statement:
    """Return one row; the entry's slot has a shown group. ``names`` are the qualifiers that the row may show."""
    group = shown_group(entry.slot)
    label, note = entry_label(context, entry)
    return Statement(
        anchor=entry.anchor,
        label=label,
        label_note=note,
        value=entry_value(context, entry, linker),
        value_key=value_key(group.value),
        details=_view_details(context, entry, linker, names),
        as_of=as_of_words(context, group),
        as_of_key=date_key(group.as_of),
        confidence=group.confidence,
        confidence_word=context.labels.word("confidence", group.confidence),
        reason=group.reason,
        differ=differ_link(context, entry.slot),
        sources=source_refs(context, group.claims),
        beside=view_other_values(context, entry, Rank.NORMAL, linker),
        earlier=view_other_values(context, entry, Rank.SUPERSEDED, linker),
    )


def _view_details(context: Context, entry: Entry, linker: Linker, names: tuple[str, ...]) -> tuple[Detail, ...]:
    """Return who says it, how firmly, and the qualifiers that the label does not name already."""
    slot = entry.slot
    lead = lead_claim(shown_group(slot))
    keys = context.attribute(slot).key
    # What the label names, such as the role in an office, is not said twice.
    unnamed = tuple(name for name in names if name not in keys)
    return (
        # Whose opinion it is has a column of its own.
        *(() if slot.opinion else spoken_by(context, lead)),
        *details_of(context, lead, linker, unnamed),
        *contradicted_details(context, slot, lead, linker),
        *correction_details(context, shown_group(slot).claims),
    )
