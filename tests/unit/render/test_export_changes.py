"""Changes as JSON: the index and every week fit their schemas and add up."""

import json
from datetime import date
from typing import Any

import jsonschema

from briefing import routes
from briefing.dataset.operations import Beginning, History
from briefing.pipeline import generate_files
from briefing.render.export_schemas import EXPORT_SCHEMAS
from tests.unit.reports.history.steps import COMMIT, operations
from tests.unit.reports.small_data import HERALD, disputed, edited, linked

NOTED = edited(HERALD, "value: bolt", 'value: bolt, note: "as printed"', disputed())
FOUND = operations(NOTED)
HISTORY = History(Beginning("b" * 40, date(2026, 1, 2), 3), tuple(FOUND))


def published(history: History | None) -> dict[str, Any]:
    files = generate_files(linked(disputed()), history=history).static
    return {path: json.loads(files[path]) for path in files if path.startswith("api/v1/changes")}


def test_index_and_weeks_fit_their_schemas() -> None:
    files = published(HISTORY)
    assert files.keys() == {"api/v1/changes.json", routes.week_json("2026-W49")}
    jsonschema.validate(files["api/v1/changes.json"], EXPORT_SCHEMAS["changes"])
    jsonschema.validate(files["api/v1/changes/2026-W49.json"], EXPORT_SCHEMAS["changes-week"])


def test_index_counts_what_the_weeks_hold() -> None:
    files = published(HISTORY)
    index, week = files["api/v1/changes.json"], files["api/v1/changes/2026-W49.json"]
    substance = sum(row["substance"] for row in week["operations"])
    assert substance < len(FOUND)
    counts = {"operations": len(FOUND), "substance": substance}
    assert index["commits"] == [{"commit": COMMIT, "day": "2026-11-30", "week": "2026-W49", **counts}]
    assert index["weeks"] == [{"week": "2026-W49", **counts, "file": "api/v1/changes/2026-W49.json"}]
    assert index["began"] == {"commit": "b" * 40, "day": "2026-01-02", "claims": 3}


def test_operation_has_the_key_and_the_parts_of_its_question() -> None:
    rows = published(HISTORY)["api/v1/changes/2026-W49.json"]["operations"]
    shown = next(row for row in rows if row["kind"] == "shown-changed")
    assert shown["slot"].startswith("milestone-")
    assert shown["question"] == {
        "about": ["acme-fab"], "attribute": "milestone", "key": {"milestone": "opening"}, "value": None,
        "opinion": False,
    }  # fmt: skip
    assert (shown["was"], shown["now"]) == ("2027", "2029")


def test_without_a_history_there_are_no_changes() -> None:
    assert published(None) == {}
