"""What has become of the briefing, as the JSON objects that exports publish: an index of commits, and weeks.

Whoever applies the operations commit by commit, in the order of the index, gets from one state to any later one.
"""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from briefing import routes
from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.linked.records import named_fields
from briefing.dataset.operations import History, Operation, week_of
from briefing.render.export import Export, ExportData, Json
from briefing.render.export_files import with_head
from briefing.views.base.context import Context


def change_exports(context: Context) -> Iterator[Export]:
    """Yield the index of changes and a file for each week; nothing where the data have no history."""
    history = context.history
    if history is None:
        return
    yield Export(routes.api_file("changes.json"), partial(_changes_file, history))
    for week, operations in history.weeks().items():
        yield Export(routes.week_json(week), partial(_week_file, week, operations))


def _changes_file(history: History, data: ExportData) -> bytes:
    return with_head(data, "changes", routes.api_file("changes.json"), changes_json(history))


def _week_file(week: str, operations: tuple[Operation, ...], data: ExportData) -> bytes:
    return with_head(data, "changes-week", routes.week_json(week), week_json(week, operations))


def changes_json(history: History) -> Json:
    """Return when the briefing began, and the commits and weeks in which it changed, oldest first."""
    began = history.began
    return {
        "began": {"commit": began.commit, "day": began.day.isoformat(), "claims": began.claims},
        "commits": _commit_rows(history),
        "weeks": [_week_row(week, operations) for week, operations in history.weeks().items()],
    }


def week_json(week: str, operations: tuple[Operation, ...]) -> Json:
    """Return the operations of one week, in the order in which they came about."""
    return {"week": week, "operations": list(map(operation_json, operations))}


def operation_json(operation: Operation) -> Json:
    """Return one thing that a commit changed."""
    return {
        "kind": operation.kind.value,
        "commit": operation.commit,
        "day": operation.day.isoformat(),
        "slot": operation.slot,
        "question": operation.question and _question_json(operation.question),
        "about": list(operation.about),
        "conflict": operation.conflict,
        "was": operation.was,
        "now": operation.now,
        "claims": list(operation.claims),
        "substance": operation.substance,
        "fields": [{"field": field.field, "was": field.was, "now": field.now} for field in operation.fields],
    }


def _question_json(question: SlotKey) -> Json:
    return {
        "about": list(question.about),
        "attribute": question.attribute,
        "key": named_fields(question.key),
        "value": question.many_value,
        "opinion": question.opinion,
    }


def _commit_rows(history: History) -> list[Json]:
    days = {operation.commit: operation.day for operation in history.operations}
    all_of, substance = _counts(history.operations)
    return [
        {
            "commit": commit,
            "day": day.isoformat(),
            "week": week_of(day),
            "operations": all_of[commit],
            "substance": substance[commit],
        }
        for commit, day in days.items()
    ]


def _counts(operations: tuple[Operation, ...]) -> tuple[Counter[str], Counter[str]]:
    """Return how many operations each commit has, and how many of them are of substance."""
    commits = Counter(operation.commit for operation in operations)
    substance = Counter(operation.commit for operation in operations if operation.substance)
    return commits, substance


def _week_row(week: str, operations: tuple[Operation, ...]) -> Json:
    return {
        "week": week,
        "operations": len(operations),
        "substance": sum(operation.substance for operation in operations),
        "file": routes.week_json(week),
    }
