"""`briefing known`: what the sources up to a day would have shown, and what two days differ in."""

import json
from pathlib import Path

import pytest

from briefing import cli
from tests.unit.cli.small_data import HERALD, edit


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert cli.run(["known", *words]) == 0
    return capsys.readouterr().out


def test_known_tells_what_sources_had_said_by_the_end_of_a_month(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert printed(capsys, "--on", "2024-03").endswith("\nnothing\n")
    assert "Opening: 2027 (since 2024-04-14; herald-2024#c1)" in printed(capsys, "--on", "2024-04")
    facts = json.loads(printed(capsys, "acme", "--on", "2024-04", "--format", "json"))["facts"]
    assert [fact["about"] for fact in facts] == [["acme"]]
    assert "### Acme fab" in printed(capsys, "--on", "2024", "--format", "markdown")


def test_known_tells_what_two_days_differ_in(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit("data/articles/gazette-2024.yml", "value: 2027", "value: 2026")
    words = ("acme-fab", "--from", "2024-04", "--on", "2024-05")
    assert "others say 2026" in printed(capsys, *words)
    assert len(json.loads(printed(capsys, *words, "--format", "json"))["changes"]) == 1


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--on", "2024", "acne"], "acme"),
        (["--on", "2024", "--from", "2025"], "--from 2025 comes after --on 2024"),
        (["--on", "soon"], "no date"),
        ([], "--on"),
    ],
)
def test_known_says_what_it_cannot_answer(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], complaint: str
) -> None:
    assert cli.run(["known", *words]) == 2
    assert complaint in capsys.readouterr().err


def test_known_needs_data_without_errors(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(HERALD, "about: acme,", "about: acne,")
    assert cli.run(["known", "--on", "2024"]) == 1
    assert "ref-unknown" in capsys.readouterr().out
