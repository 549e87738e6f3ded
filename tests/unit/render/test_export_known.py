"""Months of what became known as JSON: they fit their schema, and add up to what the briefing shows."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from briefing import routes
from briefing.dataset.comparing.known_months import find_known_months
from briefing.dataset.comparing.permanent_keys import permanent_key
from briefing.dataset.linked.records import Dataset
from briefing.edges.disk import read_tree
from briefing.pipeline import prepare
from briefing.render.export import ExportData
from briefing.render.export_known import known_exports
from briefing.render.export_rows import optional_value_json
from briefing.render.export_schemas import EXPORT_SCHEMAS
from briefing.views.base.context import open_context
from tests.every import every

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def data() -> Dataset:
    prepared = prepare(read_tree(ROOT / "data")[0], None)
    assert prepared.dataset is not None
    return prepared.dataset


@pytest.fixture(scope="module")
def months(data: Dataset) -> dict[str, Any]:
    rows = ExportData(data, {}, {}, ())
    return {export.path: json.loads(export.render(rows)) for export in known_exports(open_context(data))}


def test_each_month_has_a_file_that_fits_its_schema(data: Dataset, months: dict[str, Any]) -> None:
    assert list(months) == [routes.known_json(month.month) for month in find_known_months(data)]
    for document in months.values():
        jsonschema.validate(document, EXPORT_SCHEMAS["as-known"])


def test_all_months_add_up_to_what_the_briefing_shows(data: Dataset, months: dict[str, Any]) -> None:
    state: dict[str, Any] = {}
    for document in months.values():
        for change in document["changes"]:
            before = state.get(change["slot"])
            assert _value(before) == _value(change["was"])
            state[change["slot"]] = change["now"]
        shown = [answer for answer in state.values() if answer]
        assert len(shown) == document["totals"]["slots"]
    assert state.keys() == {permanent_key(slot) for slot in data.slots}
    assert every(
        _value(state[permanent_key(slot)]) == (optional_value_json(slot.shown.value), slot.shown.denied)
        for slot in data.slots
        if slot.shown
    )


def _value(answer: dict[str, Any] | None) -> tuple[Any, bool] | None:
    return (answer["value"], answer["denied"]) if answer else None
