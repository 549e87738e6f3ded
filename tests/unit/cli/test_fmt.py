"""`briefing fmt` as its users meet it."""

from pathlib import Path

import pytest

from briefing import cli


def test_fmt_check_names_files_and_writes_nothing(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (data / "companies/acme.yml").read_bytes()
    assert cli.run(["fmt", "--check"]) == 1
    assert "data/companies/acme.yml" in capsys.readouterr().out
    assert (data / "companies/acme.yml").read_bytes() == before
    assert cli.run(["fmt"]) == 0
    assert cli.run(["fmt", "--check"]) == 0
    assert cli.run(["check"]) == 0
