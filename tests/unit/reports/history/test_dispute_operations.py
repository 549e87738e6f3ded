"""Disputes from one state to the next."""

from briefing.dataset.operations import Operation, OperationKind
from tests.unit.reports.history.steps import operations
from tests.unit.reports.small_data import FAB, FILES, JUDGEMENT, disputed, with_file

DISPUTED = disputed()
JUDGED = with_file(FAB, FILES[FAB] + JUDGEMENT, DISPUTED)


def disputes(new: dict[str, str], old: dict[str, str]) -> list[tuple[OperationKind, str | None, str | None]]:
    return [(found.kind, found.was, found.now) for found in operations(new, old) if found.conflict]


def the_dispute(new: dict[str, str], old: dict[str, str]) -> Operation:
    (found,) = [operation for operation in operations(new, old) if operation.conflict]
    return found


def test_dispute_is_opened_settled_and_reopened() -> None:
    assert disputes(DISPUTED, FILES) == [(OperationKind.DISPUTE_OPENED, None, "open")]
    assert disputes(JUDGED, DISPUTED) == [(OperationKind.DISPUTE_SETTLED, "open", "settled")]
    assert disputes(DISPUTED, JUDGED) == [(OperationKind.DISPUTE_REOPENED, "settled", "open")]
    assert disputes(FILES, DISPUTED) == [(OperationKind.DISPUTE_SETTLED, "open", None)]


def test_dispute_tells_its_question_and_claims() -> None:
    opened = the_dispute(DISPUTED, FILES)
    assert opened.claims == ("gazette-2024#c1", "herald-2024#c1")
    assert opened.question is not None
    assert opened.question.attribute == "milestone"
    assert opened.slot is not None
    assert opened.slot.startswith("milestone-")
