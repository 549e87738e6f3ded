"""What leads the page of a subject: the facts and differences that its summary tells."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.dataset.linked.records import Conflict, Dataset
from briefing.model.claims import Claim
from briefing.views.base.placed_entry import Entry


@dataclass(frozen=True, slots=True)
class LeadingFacts:
    """The facts and differences of a summary, of the subject and of what it runs or pays.

    ``firm`` is what independent sources agree on; ``unsure`` is said by several articles that may share an original;
    ``single`` has one reliable source, and nothing that was not compared with it; ``uncompared`` is given in units or
    currencies that nothing converts. ``confirmed`` tells whether a second independent source confirms anything.
    """

    firm: tuple[Entry, ...]
    unsure: tuple[Entry, ...]
    single: tuple[Entry, ...]
    uncompared: tuple[Entry, ...]
    overdue: tuple[Entry, ...]
    differences: tuple[Conflict, ...]
    has_claims: bool
    confirmed: bool

    def claims(self, data: Dataset) -> Iterator[Claim]:
        """Yield the claims behind the facts and differences; one that stands behind several comes several times."""
        for entry in (*self.firm, *self.unsure, *self.single, *self.uncompared, *self.overdue):
            yield from entry.shown_claims
        for conflict in self.differences:
            yield from data.find_claims(conflict.claims)
