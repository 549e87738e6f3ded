"""The description of the tables, held against the specification of Data Packages and against the tables."""

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from briefing.pipeline import prepare
from briefing.render.exports import render_exports
from briefing.views.base.context import open_context
from tests.unit.render.test_exports import FILES

READERS: dict[str, Callable[[str], object]] = {
    "string": str,
    "number": Decimal,
    "integer": int,
    "date": date.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__,
}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    sources = {**FILES, "briefing.yml": FILES["briefing.yml"] + "licences: {code: MIT, data: CC-BY-4.0}\n"}
    prepared = prepare({path: text.encode() for path, text in sources.items()})
    assert prepared.dataset is not None, prepared.findings
    return render_exports(open_context(prepared.dataset))


@pytest.fixture(scope="module")
def package(files: dict[str, bytes]) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(files["api/v1/datapackage.json"])
    return content


def test_names_and_licence_are_as_the_specification_wants_them(package: dict[str, Any]) -> None:
    assert (package["name"], package["homepage"]) == ("chips", "https://chips.example/")
    assert package["licenses"] == [{"name": "CC-BY-4.0"}]
    for named in (package, *package["resources"]):
        assert re.fullmatch("[-a-z0-9._/]+", named["name"])


def test_every_table_has_the_columns_keys_and_types_that_are_said(
    package: dict[str, Any], files: dict[str, bytes]
) -> None:
    assert [resource["path"] for resource in package["resources"]] == ["claims.csv", "claims-sheet.csv"]
    for resource in package["resources"]:
        text = files[f"api/v1/{resource['path']}"].decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        types = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        assert list(rows[0]) == list(types)
        (key,) = resource["schema"]["primaryKey"]
        assert len({row[key] for row in rows}) == len(rows)
        for row in rows:
            for name, cell in row.items():
                assert cell == "" or READERS[types[name]](cell) is not None


def test_a_package_without_a_licence_names_none() -> None:
    prepared = prepare({path: text.encode() for path, text in FILES.items()})
    assert prepared.dataset is not None
    content = json.loads(render_exports(open_context(prepared.dataset))["api/v1/datapackage.json"])
    assert "licenses" not in content
