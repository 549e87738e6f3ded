"""Tables for spreadsheets: what stands in a cell comes back, and no cell is run."""

import csv
import io

import pytest

from briefing.render.tables import csv_text


def cell_of(text: str) -> str:
    (_, row) = csv.reader(io.StringIO(csv_text(["a"], [[text]]), newline=""), strict=True)
    return row[0]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+cmd",
        "-and so on",
        "@SUM(A1)",
        "\tindented",
        "\rbegins",
        "\nbegins",
        "＝1+1",
        "＠x",
        "--5",
        "-5 % a year",
    ],
)
def test_text_that_a_spreadsheet_would_run_has_an_apostrophe(text: str) -> None:
    assert cell_of(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    [
        "-5",
        "+3",
        "-0.25",
        "-3 %",
        "-12%",
        "5",
        "",
        "a=b",
        "1-2",
        "https://example.org/?a=b",
        '{"speaker": "-"}',
        "'quoted'",
    ],
)
def test_all_else_stands_as_it_is(text: str) -> None:
    assert cell_of(text) == text
