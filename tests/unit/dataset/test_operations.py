"""A history and its weeks."""

from datetime import date

import pytest

from briefing.dataset.operations import Beginning, History, Operation, OperationKind, week_of
from briefing.model.ids import SubjectId


def operation(day: date, *about: str) -> Operation:
    subjects = tuple(map(SubjectId, about))
    return Operation(OperationKind.JUDGED, "c", day, subjects, None, None, None, (), substance=True)


@pytest.mark.parametrize(
    ("day", "week"),
    [(date(2026, 11, 29), "2026-W48"), (date(2026, 11, 30), "2026-W49"), (date(2027, 1, 3), "2026-W53"),
     (date(2024, 12, 30), "2025-W01")],
)  # fmt: skip
def test_week_begins_on_monday(day: date, week: str) -> None:
    assert week_of(day) == week


def test_weeks_are_in_order_whatever_the_clock_of_a_commit_said() -> None:
    late, early, again = operation(date(2026, 12, 1)), operation(date(2026, 11, 1)), operation(date(2026, 12, 2))
    history = History(Beginning("b", date(2026, 10, 1), 3), (late, early, again))
    assert history.weeks() == {"2026-W44": (early,), "2026-W49": (late, again)}


def test_operations_of_a_subject() -> None:
    both, other = operation(date(2026, 1, 1), "acme", "bolt"), operation(date(2026, 1, 1), "bolt")
    history = History(Beginning("b", date(2026, 1, 1), 0), (both, other))
    assert list(history.of_subject(SubjectId("acme"))) == [both]
