"""What name-near-miss and line-undeclared both ask of a subject: the sums it declares, and its own claims."""

from operator import attrgetter

from briefing.dataset.linked.records import Slot
from briefing.model.claims import Claim
from briefing.model.records import Subject


def declared_lines(subject: Subject) -> tuple[str, ...]:
    """Return the names of the sums that the file of a subject declares."""
    return tuple(map(attrgetter("id"), subject.money_lines))


def own_claims_of(slot: Slot) -> list[Claim]:
    """Return the claims of a slot that stand in their own right: a restatement is no second use of a name."""
    return [claim for claim in slot.claims if claim.restates is None and not claim.excluded]
