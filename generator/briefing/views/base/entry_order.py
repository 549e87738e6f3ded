"""In which order the entries of a page stand, and which of a section are the strongest."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from briefing.dataset.comparing.group_order import day_of
from briefing.dataset.linked.records import Confidence, Relation
from briefing.model.claims import Claim
from briefing.views.base.placed_entry import Entry
from briefing.views.base.sections import SECTIONS

SECTION_ROWS = 50
"""So many entries of a section stand on a subject's own page."""
_STRENGTH = {Confidence.HIGH: 0, Confidence.MODERATE: 1, Confidence.LOW: 2}
_NO_VALUE = (len(_STRENGTH), 0, 0)


def page_order(attribute_ranks: Mapping[str, int], entry: Entry) -> tuple[object, ...]:
    """Return what entries are sorted by: section, attribute, keys, then who says it and when.

    ``attribute_ranks`` tells where the registry lists each attribute. No two entries are equal, so that the order of
    articles and claims changes nothing.
    """
    first = entry.slot.claims[0]
    keys = tuple(value or "" for _, value in entry.slot.key)
    return (
        SECTIONS.index(entry.section),
        attribute_ranks[entry.slot.attribute],
        entry.relation is not None and entry.relation.inverse,
        keys,
        _other_end(entry.relation),
        _speaker(first),
        first.published.printed,
        first.holder,
        first.order,
        first.key,
        entry.anchor,
    )


def _other_end(relation: Relation | None) -> str:
    if relation is None:
        return ""
    return relation.other or relation.other_name or ""


def _speaker(claim: Claim) -> str:
    """Return who speaks; groups and documents after all subjects."""
    speaker = claim.speaker
    if speaker is None:
        return ""
    # The tilde follows every letter that an id may begin with.
    return speaker.subject or f"~{speaker.group or speaker.document}"


def find_strongest(entries: Sequence[Entry]) -> frozenset[int]:
    """Return the positions of the strongest entries of every section, ``SECTION_ROWS`` of each at most."""
    by_section: dict[str, list[int]] = defaultdict(list)
    for position, entry in enumerate(entries):
        by_section[entry.section].append(position)
    strongest: set[int] = set()
    for positions in by_section.values():
        # Sorting is stable: of equally strong entries those that come first on the page stay.
        positions.sort(key=lambda position: _strength(entries[position]))
        strongest.update(positions[:SECTION_ROWS])
    return frozenset(strongest)


def _strength(entry: Entry) -> tuple[int, int, int]:
    """Return what a strong entry has less of: by confidence, then independent origins, then the newest day."""
    shown = entry.slot.shown
    if shown is None:
        return _NO_VALUE
    return _STRENGTH[shown.confidence], -shown.independent, -day_of(shown.as_of).toordinal()
