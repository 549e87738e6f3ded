"""The entry of a page: what is said about one thing, with the place where it shows."""

from dataclasses import dataclass

from briefing.dataset.linked.records import Relation, Slot
from briefing.model.claims import Claim
from briefing.routes import PagePath


@dataclass(frozen=True, slots=True)
class Entry:
    """One slot or relation of a subject and the place where it shows."""

    section: str
    slot: Slot
    relation: Relation | None
    anchor: str
    page: PagePath

    @property
    def shown_claims(self) -> tuple[Claim, ...]:
        """The claims of the value that the entry shows; none where all are set aside."""
        shown = self.slot.shown
        if shown is None:
            return ()
        return shown.claims
