"""The order of what one commit changes."""

from briefing.dataset.operations import OperationKind
from tests.unit.reports.history.steps import operations
from tests.unit.reports.small_data import FILES, disputed


def test_what_readers_see_comes_first() -> None:
    kinds = [operation.kind for operation in operations(disputed(), FILES)]
    assert kinds == sorted(kinds, key=list(OperationKind).index)
    assert kinds[0] is OperationKind.SHOWN_CHANGED
    assert kinds[-1] is OperationKind.CLAIM_CHANGED
