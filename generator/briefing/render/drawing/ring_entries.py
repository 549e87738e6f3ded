"""The subjects of a network in order, each with its place, under the headings of their kinds."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.views.pictures.charts import Group, Node


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands at a place on the ring or in the list: a node with its number, or the heading of its kind."""

    place: int
    number: int | None
    """What edges name the node by; a heading has none."""
    node: Node


def place_entries(groups: tuple[Group, ...]) -> Iterator[Entry]:
    """Yield headings and nodes in order, with an empty place before every heading but the first."""
    place = number = 0
    for group in groups:
        yield Entry(place, None, Node(group.label, None))
        place += 1
        for node in group.nodes:
            yield Entry(place, number, node)
            place, number = place + 1, number + 1
        place += 1
