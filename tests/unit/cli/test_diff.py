"""`briefing diff`: what it tells of two states, and what it needs to compare them."""

import json
from pathlib import Path
from typing import Any

import pytest

from briefing import cli
from tests.unit.cli.small_data import FILES, HERALD, edit, git


def diff_report(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert cli.run(["diff", *words, "--format", "json"]) == 0
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    return report


def test_diff_of_the_same_state_says_that_nothing_changed(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["diff", "HEAD"]) == 0
    assert capsys.readouterr().out == "nothing changed\n"


def test_diff_names_claims_fields_shown_values_conflicts_and_pages(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(HERALD, "value: 2027, modality: planned", "value: 2029, modality: planned")
    edit(
        "data/articles/gazette-2024.yml",
        "claims:",
        "claims:\n  - {id: c9, about: bolt, attribute: sector, value: screws}",
    )
    report = diff_report(capsys, "HEAD")
    assert report["claims"]["added"] == ["gazette-2024#c9"]
    change = {"id": "herald-2024#c1", "fields": [{"field": "value", "was": "2027", "now": "2029"}]}
    assert report["claims"]["changed"] == [change]
    assert [key.partition("-")[0] for key in report["conflicts"]["new"]] == ["dates"]
    shown = [(change["was"], change["now"]) for change in report["shown"] if change["attribute"] == "milestone"]
    assert shown == [("2027", "2029")]
    assert {"projects/acme-fab/index.md", "companies/bolt/index.md"} <= set(report["pages"]["changed"])
    assert "companies/acme/index.md" not in report["pages"]["changed"]


def test_diff_tells_a_judgement_and_the_conflict_that_it_settles_and_reopens(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(HERALD, "value: 2027, modality: planned", "value: 2029, modality: planned")
    git("commit", "-qam", "differ")
    judgement = """\
judgements:
  - slot: {attribute: milestone, milestone: opening}
    prefer: [gazette-2024#c1]
    because: The weekly asked the company.
    decided: 2026-11-21
"""
    fab = Path("data/projects/acme-fab.yml")
    fab.write_text(fab.read_text("utf-8") + judgement, encoding="utf-8")
    assert cli.run(["fmt"]) == 0
    capsys.readouterr()
    report = diff_report(capsys, "HEAD")
    assert any(key.startswith("dates-disjoint-") for key in report["conflicts"]["settled"])
    assert any("The weekly asked the company." in line for line in report["summary"]["judged"])
    git("commit", "-qam", "judged")
    edit(HERALD, "value: 2029", "value: 2030")
    assert diff_report(capsys, "HEAD")["conflicts"]["reopened"] == report["conflicts"]["settled"]


def test_diff_compares_folders_and_needs_no_git(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "data").rename(folder / "before")
    for path, text in FILES.items():
        target = folder / "after/data" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.replace("value: bolt", '"value": text:Nut'), encoding="utf-8")
    report = diff_report(capsys, "before", "after")
    assert [claim["id"] for claim in report["claims"]["changed"]] == ["herald-2024#c2"]


def test_diff_in_markdown_is_one_comment_whose_text_stays_text(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """E22: nothing that a source says becomes markup, a mention or a link of its own."""
    hostile = '"<img src=x> @everyone #12 [x](javascript:1) `a` | </details>"'
    edit(HERALD, "claims:", f"claims:\n  - {{id: c3, about: bolt, attribute: aim, value: {hostile}}}")
    assert cli.run(["diff", "HEAD", "--format", "markdown", "--site-url", "https://preview.example/7/"]) == 0
    out = capsys.readouterr().out
    assert "(https://preview.example/7/articles/herald-2024/#c3)" in out
    (line,) = [line for line in out.splitlines() if "herald\\-2024#<!-- -->c3" in line]
    assert "\\<img src=x\\> @<!-- -->everyone #<!-- -->12 \\[x\\]\\(javascript:1\\) \\`a\\` \\| \\</details\\>" in line
    assert out.count("<details") == out.count("</details>")


@pytest.mark.parametrize(("revision", "code"), [("nowhere", 2), ("--all", 2), ("HEAD^{tree}", 2)])
def test_diff_of_an_unknown_revision_is_wrong_usage(
    repository: Path, capsys: pytest.CaptureFixture[str], revision: str, code: int
) -> None:
    assert cli.run(["diff", "--", revision]) == code
    assert "neither a revision of this repository nor a folder" in capsys.readouterr().err


def test_a_history_cut_off_is_said_so_with_what_to_do(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    first = git("rev-parse", "HEAD").strip()
    edit(HERALD, "2027", "2028")
    git("commit", "-qam", "second")
    git("clone", "-q", "--depth", "1", f"file://{repository}", str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    assert cli.run(["diff", first]) == 3
    assert "git fetch --unshallow" in capsys.readouterr().err
    assert cli.run(["affected", HERALD, "--since", first]) == 3


def test_without_a_repository_there_is_no_history(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["diff", "HEAD"]) == 3
    assert "no git repository" in capsys.readouterr().err


def test_diff_with_broken_data_prints_where(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(HERALD, "about: acme-fab", "about: acme-fabb")
    assert cli.run(["diff", "HEAD"]) == 1
    assert "error[ref-unknown]" in capsys.readouterr().out


def test_diff_says_that_a_subject_moved_and_how_its_old_address_leads_on(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("data/policies").mkdir()
    Path("data/projects/acme-fab.yml").rename("data/policies/acme-fab.yml")
    report = diff_report(capsys, "HEAD")
    assert report["subjects"] == {
        "added": [],
        "removed": [],
        "moved": [{"id": "acme-fab", "was": "project", "now": "policy"}],
    }
    line = "moved from project to policy: Acme fab; write projects/acme-fab: acme-fab in redirects.yml"
    assert any(text.startswith(line) for text in report["summary"]["records"])
    Path("data/redirects.yml").write_text("projects/acme-fab: acme-fab\n", encoding="utf-8")
    assert diff_report(capsys, "HEAD")["summary"]["records"] == ["moved from project to policy: Acme fab"]
