"""`briefing init`: a briefing that passes every check."""

from pathlib import Path

import pytest

from briefing import cli


def test_a_new_briefing_passes_check_and_generates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """E15."""
    monkeypatch.chdir(tmp_path)
    assert cli.run(["init", "ports", "--name", "Ports: 100 % # of Europe"]) == 0
    monkeypatch.chdir(tmp_path / "ports")
    assert cli.run(["check", "--strict"]) == 0
    assert cli.run(["fmt", "--check"]) == 0
    assert cli.run(["schema", "--check"]) == 0
    assert cli.run(["generate", "--out", "out"]) == 0
    assert "Ports: 100 % # of Europe" in Path("data/briefing.yml").read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    assert cli.run(["init", "ports"]) == 2
