"""Where every slot and relation of a subject shows: its section, its anchor, and whether on the subject's own page.

A section of the page shows the strongest fifty; the rest has its place on the pages of all that is said.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.linked.records import Confidence, Dataset, Relation, Slot
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.routes import (
    PagePath,
    claims_page,
    relation_anchor,
    slot_anchor,
    subject_page,
    unique_anchors,
)
from briefing.views.base.paging import split_by_weight, weigh_claim
from briefing.views.base.sections import HEADINGS, SECTIONS, section_of

SECTION_ROWS = 50


_ROW = 60


_STRENGTH = {Confidence.HIGH: 0, Confidence.MODERATE: 1, Confidence.LOW: 2}


@dataclass(frozen=True, slots=True)
class Entry:
    """One slot or relation of a subject and the place where it shows."""

    section: str
    slot: Slot
    relation: Relation | None
    anchor: str
    page: PagePath


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything that is said about a subject, in page order; ``home`` is the subject's own page."""

    subject: SubjectId
    home: PagePath
    entries: tuple[Entry, ...]
    places: Mapping[SlotKey, tuple[PagePath, str]]

    def section(self, name: str) -> tuple[Entry, ...]:
        """Return what the subject's own page shows in a section."""
        return tuple(one for one in self.entries if one.section == name and one.page == self.home)

    def left_out(self, name: str) -> int:
        """Return how many entries of a section only the pages of all claims show."""
        return sum(one.section == name and one.page != self.home for one in self.entries)

    @property
    def rest(self) -> tuple[Entry, ...]:
        """What the subject's own page has no room for."""
        return tuple(one for one in self.entries if one.page != self.home)

    def locate(self, slot: Slot) -> tuple[PagePath, str]:
        """Return the page and anchor of one of the subject's slots."""
        return self.places.get(slot_id(slot), (self.home, ""))


def slot_id(slot: Slot) -> SlotKey:
    """Return what tells a slot from all others."""
    return SlotKey(slot.about, slot.attribute, slot.key, slot.many_value, slot.opinion)


def lay_out(data: Dataset, subject: SubjectId) -> Layout:
    """Give everything that is said about a subject its place."""
    kind = data.registry.kinds[data.subjects[subject].kind]
    home = subject_page(kind, subject)
    order = {name: place for place, name in enumerate(data.registry.attributes)}
    found = sorted(_unplaced(data, subject, home), key=lambda one: _page_order(order, one))
    anchors = unique_anchors((one.anchor for one in found), HEADINGS)
    strong = _strongest(found)
    pages = dict.fromkeys(strong, home)
    weak = [place for place in range(len(found)) if place not in strong]
    for number, part in enumerate(split_by_weight(weak, lambda place: _weigh(found[place])), 1):
        pages |= dict.fromkeys(part, claims_page(kind, subject, number))
    entries = [replace(one, anchor=anchors[at], page=pages[at]) for at, one in enumerate(found)]
    places = {slot_id(one.slot): (one.page, one.anchor) for one in reversed(entries)}
    return Layout(subject, home, tuple(entries), places)


def _unplaced(data: Dataset, subject: SubjectId, home: PagePath) -> Iterator[Entry]:
    related: set[SlotKey] = set()
    for relation in data.relations_of.get(subject, ()):
        related.add(slot_id(relation.slot))
        anchor = relation_anchor(relation, data.registry)
        yield Entry(section_of(data.registry, relation.slot), relation.slot, relation, anchor, home)
    for slot in data.slots_of.get(subject, ()):
        if slot_id(slot) not in related:
            yield Entry(section_of(data.registry, slot), slot, None, slot_anchor(slot, subject), home)


def _page_order(order: Mapping[str, int], entry: Entry) -> tuple[object, ...]:
    relation = entry.relation
    other = (relation.other or relation.other_name or "") if relation else ""
    first = entry.slot.claims[0]
    keys = tuple(value or "" for _, value in entry.slot.key)
    inverse = relation is not None and relation.inverse
    return (
        SECTIONS.index(entry.section), order[entry.slot.attribute], inverse, keys, other, _speaker(first),
        first.published.printed, first.holder, first.order, first.key, entry.anchor,
    )  # fmt: skip


def _speaker(claim: Claim) -> str:
    speaker = claim.speaker
    return (speaker.subject or f"~{speaker.group or speaker.document}") if speaker else ""


def _strongest(entries: Sequence[Entry]) -> frozenset[int]:
    kept: set[int] = set()
    for section in {one.section for one in entries}:
        places = [place for place, one in enumerate(entries) if one.section == section]
        kept.update(sorted(places, key=lambda place: (_strength(entries[place]), place))[:SECTION_ROWS])
    return frozenset(kept)


def _weigh(entry: Entry) -> int:
    return _ROW + sum(map(weigh_claim, entry.slot.claims))


def _strength(entry: Entry) -> tuple[int, int, int]:
    shown = entry.slot.shown
    if shown is None:
        return len(_STRENGTH), 0, 0
    day = shown.as_of.last_day
    return _STRENGTH[shown.confidence], -shown.independent, -(day.toordinal() if day else 0)
