"""The table of claims for spreadsheets."""

import csv
import io

import pytest

from briefing.pipeline import prepare
from briefing.render.claims_sheet import SHEET_COLUMNS
from briefing.render.exports import render_exports
from briefing.views.base.context import open_context
from tests.unit.render.test_exports import FILES

ODD = (
    "title: =SUM(A1)\npublisher: herald\nlanguage: en\nform: report\npublished: 2024-06-02\nclaims:\n"
    "  - {id: c1, about: acme, attribute: figure, measure: dreams, value: USD 99999999tn, printed_so: true}\n"
    "  - {id: c2, about: acme, attribute: count, measure: share, value: 0.00000025 %}\n"
    "  - {id: c3, about: fab, attribute: owner, value: northwind, denied: true, speaker: {group: a board}}\n"
)


@pytest.fixture(scope="module")
def text() -> str:
    prepared = prepare({path: text.encode() for path, text in {**FILES, "articles/odd-2024.yml": ODD}.items()})
    assert prepared.dataset is not None, prepared.findings
    return render_exports(open_context(prepared.dataset))["api/v1/claims-sheet.csv"].decode()


@pytest.fixture(scope="module")
def rows(text: str) -> dict[str, dict[str, str]]:
    table = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    return {row["claim"]: row for row in table}


def test_a_spreadsheet_is_told_that_it_is_utf_8(text: str) -> None:
    assert text.startswith("\ufeffclaim,")


def test_every_claim_has_a_row_with_every_column(rows: dict[str, dict[str, str]]) -> None:
    assert "acme#f1" in rows
    assert {tuple(row) for row in rows.values()} == {tuple(column.name for column in SHEET_COLUMNS)}


@pytest.mark.parametrize(
    ("claim", "cells"),
    [
        (
            "herald-2024#c1",
            {
                "printed": "JPY 3tn to 5tn per year",
                "amount": "3000000000000",
                "amount_max": "5000000000000",
                "currency": "JPY",
                "bound": "exact",
                "per": "year",
                "number": "",
                "subject_name": "Acme",
                "publisher_name": "Herald",
                "article_title": "Acme builds a fab",
                "paragraph": "22",
                "address": "https://chips.example/articles/herald-2024/#c1",
            },
        ),
        ("herald-2024#c3", {"earliest": "2030-04-01", "latest": "2031-03-31", "amount": ""}),
        ("herald-2024#c4.1", {"value_id": "northwind", "value_name": "Northwind"}),
        ("herald-2024#c4.2", {"value_id": "", "value_name": "Small, Firm"}),
        ("herald-2024#c5", {"speaker": "sceptics", "number": ""}),
        ("herald-2024#c6", {"speaker": "Jane Doe"}),
        ("herald-2024#c8", {"subject": "northwind;acme;japan", "printed": ""}),
        (
            "herald-2024#c8",
            {"subject_name": "Northwind; Acme; Japan"},
        ),
        ("odd-2024#c1", {"amount": "99999999000000000000", "article_title": "'=SUM(A1)"}),
        ("odd-2024#c2", {"number": "0.00000025", "denied": "false"}),
        ("odd-2024#c3", {"denied": "true", "speaker": "a board"}),
    ],
)
def test_cells_hold_numbers_names_and_addresses(
    claim: str, cells: dict[str, str], rows: dict[str, dict[str, str]]
) -> None:
    assert {name: rows[claim][name] for name in cells} == cells
