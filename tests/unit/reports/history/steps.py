"""Steps from one small state of the data to another, and their operations."""

from collections.abc import Mapping
from datetime import date

from briefing.dataset.operations import Operation, OperationKind
from briefing.reports.history.operations import find_operations
from briefing.reports.history.step import Step
from tests.unit.reports.small_data import FILES, linked

COMMIT = "c" * 40
DAY = date(2026, 11, 30)


def step(new: Mapping[str, str], old: Mapping[str, str] = FILES) -> Step:
    """Return the step from one set of files to another."""
    return Step(linked(old), linked(new), COMMIT, DAY)


def operations(new: Mapping[str, str], old: Mapping[str, str] = FILES) -> list[Operation]:
    """Return what the step from one set of files to another changes."""
    return list(find_operations(step(new, old)))


def kinds(new: Mapping[str, str], old: Mapping[str, str] = FILES) -> list[tuple[str, bool]]:
    """Return of what sort these are, and whether they are of substance."""
    return [(operation.kind.value, operation.substance) for operation in operations(new, old)]


def of_kind(kind: OperationKind, new: Mapping[str, str], old: Mapping[str, str] = FILES) -> list[Operation]:
    """Return the operations of one sort."""
    return [operation for operation in operations(new, old) if operation.kind is kind]
