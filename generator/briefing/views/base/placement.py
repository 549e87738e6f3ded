"""Where every slot and relation of a subject shows: its section, its anchor, and whether on the subject's own page.

A section of the page shows the strongest fifty; the rest has its place on the pages of all that is said.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.linked.records import Dataset, Slot
from briefing.model.ids import SubjectId
from briefing.model.registry import Kind
from briefing.routes import PagePath, claims_page, relation_anchor, slot_anchor, subject_page, unique_anchors
from briefing.views.base.entry_order import find_strongest, page_order
from briefing.views.base.paging import split_by_weight, weigh_claim
from briefing.views.base.placed_entry import Entry
from briefing.views.base.sections import HEADINGS, section_of

_ROW_WEIGHT = 60


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything that is said about a subject, in page order; ``home`` is the subject's own page."""

    subject: SubjectId
    home: PagePath
    entries: tuple[Entry, ...]
    places: Mapping[SlotKey, tuple[PagePath, str]]

    def section(self, name: str) -> tuple[Entry, ...]:
        """Return what the subject's own page shows in a section."""
        entries: list[Entry] = []
        for entry in self.entries:
            if entry.section == name and entry.page == self.home:
                entries.append(entry)
        return tuple(entries)

    def left_out(self, name: str) -> int:
        """Return how many entries of a section only the pages of all claims show."""
        return sum(entry.section == name for entry in self.rest)

    @property
    def rest(self) -> tuple[Entry, ...]:
        """What the subject's own page has no room for."""
        return tuple(entry for entry in self.entries if entry.page != self.home)

    def locate(self, slot: Slot) -> tuple[PagePath, str]:
        """Return the page and anchor of one of the subject's slots; of any other the page alone."""
        return self.places.get(SlotKey.of(slot), (self.home, ""))


def lay_out(data: Dataset, subject: SubjectId) -> Layout:
    """Return the layout that gives everything said about a subject its place."""
    kind = data.registry.kinds[data.subjects[subject].kind]
    home = subject_page(kind, subject)
    unplaced = _unplaced_in_order(data, subject, home)
    # An anchor that several entries would have gets a number, in page order.
    anchors = unique_anchors((entry.anchor for entry in unplaced), HEADINGS)
    pages = _assign_pages(unplaced, subject, kind)
    entries: list[Entry] = []
    places: dict[SlotKey, tuple[PagePath, str]] = {}
    for entry, anchor, page in zip(unplaced, anchors, pages, strict=True):
        entries.append(replace(entry, anchor=anchor, page=page))
        # A slot that is told from both of its ends is found where it stands first.
        places.setdefault(SlotKey.of(entry.slot), (page, anchor))
    return Layout(subject, home, tuple(entries), places)


def _unplaced_in_order(data: Dataset, subject: SubjectId, home: PagePath) -> list[Entry]:
    ranks = {name: rank for rank, name in enumerate(data.registry.attributes)}
    return sorted(_unplaced_entries(data, subject, home), key=lambda entry: page_order(ranks, entry))


def _assign_pages(entries: Sequence[Entry], subject: SubjectId, kind: Kind) -> list[PagePath]:
    """Return the page of every entry: the subject's own for the strongest, a page of all claims for the rest."""
    pages = [entry.page for entry in entries]
    strongest = find_strongest(entries)
    weak = [position for position in range(len(entries)) if position not in strongest]
    parts = split_by_weight(weak, lambda position: _weigh(entries[position]))
    for number, part in enumerate(parts, 1):
        page = claims_page(kind, subject, number)
        for position in part:
            pages[position] = page
    return pages


def _unplaced_entries(data: Dataset, subject: SubjectId, home: PagePath) -> Iterator[Entry]:
    """Yield every slot and relation of a subject with the anchor that it would have alone."""
    related: set[SlotKey] = set()
    # A relation seen from its far end belongs to no slot of the subject's own.
    for relation in data.relations_of.get(subject, ()):
        related.add(SlotKey.of(relation.slot))
        anchor = relation_anchor(relation, data.registry)
        yield Entry(section_of(data.registry, relation.slot), relation.slot, relation, anchor, home)
    for slot in data.slots_of.get(subject, ()):
        # A slot that a relation shows has no entry of its own.
        if SlotKey.of(slot) in related:
            continue
        yield Entry(section_of(data.registry, slot), slot, None, slot_anchor(slot, subject), home)


def _weigh(entry: Entry) -> int:
    return _ROW_WEIGHT + sum(map(weigh_claim, entry.slot.claims))
