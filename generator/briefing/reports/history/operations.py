"""All that one commit of the data changed, as operations, in one order."""

from collections.abc import Iterator

from briefing.dataset.operations import Operation
from briefing.reports.history.claim_operations import claim_operations, shown_operations
from briefing.reports.history.decision_operations import judgement_operations, outcome_operations
from briefing.reports.history.dispute_operations import dispute_operations
from briefing.reports.history.step import Step


def find_operations(step: Step) -> Iterator[Operation]:
    """Yield the operations of a step: what readers see first, then what it rests on."""
    yield from shown_operations(step)
    yield from dispute_operations(step)
    yield from judgement_operations(step)
    yield from outcome_operations(step)
    yield from claim_operations(step)
