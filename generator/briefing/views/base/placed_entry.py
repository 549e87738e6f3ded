"""The entry of a page: what is said about one thing, with the place where it shows."""

from dataclasses import dataclass

from briefing.dataset.linked.records import Relation, Slot
from briefing.routes import PagePath


@dataclass(frozen=True, slots=True)
class Entry:
    """One slot or relation of a subject and the place where it shows."""

    section: str
    slot: Slot
    relation: Relation | None
    anchor: str
    page: PagePath
