"""What is looked at once a week becomes one issue, on a repository of its own; the workflow runs the same script."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.weekly_report import TITLE, Check, asks_for_work, failed, give_to_later_jobs, look, main, make_checks, tell
from tests.unit.cli.small_data import FILES, write_data

ROOT = Path(__file__).parents[2]
GH = f"""#!{sys.executable}
import json, pathlib, sys
here = pathlib.Path(__file__).parent
with (here / "asked").open("a") as log:
    log.write(json.dumps([sys.argv[1:], sys.stdin.read()]) + "\\n")
if sys.argv[2] == "list":
    print((here / "open.json").read_text())
"""


def says(code: int, text: str) -> tuple[str, ...]:
    return (sys.executable, "-c", f"import sys; print({text!r}); sys.exit({code})")


@pytest.fixture
def github(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A `gh` that writes down what it is asked, and says that the issues in `open.json` are open."""
    program = tmp_path / "gh"
    program.write_text(GH, encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "open.json").write_text("[]", encoding="utf-8")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    return tmp_path


def asked(github: Path) -> list[tuple[list[str], str]]:
    """Return what `gh` was asked after it had listed the open issues."""
    first, *rest = map(json.loads, (github / "asked").read_text("utf-8").splitlines())
    assert first[0][:2] == ["issue", "list"]
    return [(words, text) for words, text in rest]


def test_what_was_found_stands_in_sections_of_its_own() -> None:
    checks = [
        Check("Gone", says(1, "data/a.yml: https://a.example/ (404)\n```"), failed),
        Check("All well", says(0, "9 ok"), failed),
        Check("Old", says(0, "Old pages (1)"), asks_for_work),
        Check("Nothing old", says(0, "nothing to verify"), asks_for_work),
        Check("Long", says(1, "\n".join(f"line {number}" for number in range(100))), failed, from_end=True),
    ]
    report = look(checks)
    assert [line for line in report.splitlines() if line.startswith("#")] == ["### Gone", "### Old", "### Long"]
    assert "    data/a.yml: https://a.example/ (404)\n    ```\n" in report
    assert "line 99" in report
    assert "line 39\n" not in report
    assert "40 more lines" in report


def test_a_check_that_does_not_end_is_ended_and_told() -> None:
    sleeps = (sys.executable, "-c", "import time; time.sleep(600)")
    assert "did not come to an end" in look([Check("Stuck", sleeps, failed, hours=0.5 / 3600)])


def test_a_report_has_room_in_an_issue() -> None:
    assert len(look([Check("Much", says(1, "字" * 40_000), failed)]).encode()) <= 60_000


def test_the_first_report_opens_the_issue_and_the_next_writes_over_it(github: Path) -> None:
    tell("### Gone\n")
    assert asked(github) == [(["issue", "create", "--title", TITLE, "--body-file", "-"], "### Gone\n")]
    (github / "asked").unlink()
    issues = [{"number": 3, "title": "another"}, {"number": 7, "title": TITLE}]
    (github / "open.json").write_text(json.dumps(issues), encoding="utf-8")
    tell("### Old\n")
    assert asked(github) == [(["issue", "edit", "7", "--body-file", "-"], "### Old\n")]
    (github / "asked").unlink()
    tell("\n")
    assert [words[:3] for words, _ in asked(github)] == [["issue", "close", "7"]]


def test_nothing_found_and_nothing_open_tells_nothing(github: Path) -> None:
    tell("")
    assert asked(github) == []


def test_the_checks_of_data_run_on_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_data(tmp_path / "data", FILES)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "generator"))
    links, stale, *_ = make_checks("2031-01-01")
    report = look([links, stale])
    assert links.title not in report
    assert f"### {stale.title}" in report
    assert "data/companies/acme.yml" in report


def test_later_jobs_get_the_report_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outputs = tmp_path / "outputs"
    monkeypatch.setenv("GITHUB_OUTPUT", str(outputs))
    give_to_later_jobs("### Gone\n\nreport<<EOF\nEOF")
    first, *lines, last = outputs.read_text("utf-8").splitlines()
    assert first == f"report<<{last}"
    assert lines == ["### Gone", "", "report<<EOF", "EOF"]


def test_a_wrong_word_is_a_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["listen"]) == 2
    assert "weekly_report look" in capsys.readouterr().err


def test_the_workflow_runs_what_is_tested_here() -> None:
    workflow = (ROOT / ".github" / "workflows" / "weekly.yml").read_text("utf-8")
    assert "python3 -m scripts.weekly_report tell" in workflow
    assert "bash .ci/weekly" in workflow
    makefile = subprocess.run(["make", "-n", "weekly"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert "scripts.weekly_report look weekly.md" in makefile.stdout
