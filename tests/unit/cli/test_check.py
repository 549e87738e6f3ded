"""`briefing check`: exit codes, streams, formats, and what `--fix` writes (E10, E11)."""

import json
from pathlib import Path

import pytest

from briefing import cli
from tests.unit.cli.small_data import ARTICLE, HERALD, edit


def test_check_of_clean_data_ends_with_zero_and_one_summary_line(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["check"]) == 0
    assert capsys.readouterr().out == "0 errors, 0 warnings, 0 conflicts in 0 files\n"


def test_check_of_broken_data_names_the_place_below_the_working_folder(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "articles/herald-2024.yml").write_text(ARTICLE.replace("about: acme", "about: acmee"), encoding="utf-8")
    assert cli.run(["check"]) == 1
    out = capsys.readouterr().out
    assert 'data/articles/herald-2024.yml:6:21: error[ref-unknown]: no subject is called "acmee"' in out
    assert 'did you mean "acme"?' in out


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_every_format_says_the_same(data: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    (data / "articles/herald-2024.yml").write_text(ARTICLE.replace("2001", "2001-13"), encoding="utf-8")
    assert cli.run(["check", "--format", form]) == 1
    out = capsys.readouterr().out
    assert "date-impossible" in out
    assert "herald-2024.yml" in out
    if form in ("json", "sarif"):
        json.loads(out)


def test_json_findings_have_the_promised_fields(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "companies/acme.yml").write_text("name: {en: Acme}\n", encoding="utf-8")
    assert cli.run(["check", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert (report["version"], report["errors"], report["warnings"], report["conflicts"]) == (1, 1, 0, 0)
    (finding,) = report["findings"]
    assert {"code", "severity", "path", "line", "column", "message", "hint", "related"} <= set(finding)
    assert (finding["code"], finding["path"], finding["line"]) == ("field-missing", "data/companies/acme.yml", 1)


def test_warnings_fail_only_under_strict(data: Path) -> None:
    (data / "articles/herald-2024.yml").write_text(
        ARTICLE + "  - {id: c2, about: acme, attribute: status, value: thriving}\n", encoding="utf-8"
    )
    assert cli.run(["check"]) == 0
    assert cli.run(["check", "--strict"]) == 1


def test_a_draft_is_a_note_in_check_and_an_error_in_a_publication(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "articles/herald-2024.yml").write_text("review: {state: draft}\n" + ARTICLE, encoding="utf-8")
    assert cli.run(["check"]) == 0
    assert "note[review-draft]" in capsys.readouterr().out
    assert cli.run(["generate", "--out", "out"]) == 1
    assert "error[review-draft]" in capsys.readouterr().out
    assert not Path("out").exists()


def test_fix_writes_what_is_certain_keeps_comments_and_leaves_the_rest(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """E13: a known word in other letters, a spelled magnitude; a guess stays for the editor."""
    claims = (
        "  - {id: c2, about: ACME, attribute: amount, line: aid, value: JPY 5 billion, stage: Pledged}  # as printed\n"
        "  - {id: c3, about: acme, attribute: amount, line: loan, value: JPY 4bn, stage: pledgd, payer: unknown}\n"
    )
    file = data / "articles/herald-2024.yml"
    file.write_text(ARTICLE.replace("language: en", "Language: en") + claims, encoding="utf-8")
    assert cli.run(["check", "--fix"]) == 1
    written = file.read_text(encoding="utf-8")
    mended = claims.replace("ACME", "acme").replace("5 billion", "5bn").replace("Pledged", "pledged")
    assert written == ARTICLE + mended
    assert 'did you mean "pledged"?' in capsys.readouterr().out


def test_fix_of_clean_data_writes_nothing(data: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in data.rglob("*.yml")}
    assert cli.run(["check", "--fix"]) == 0
    assert {path: path.stat().st_mtime_ns for path in data.rglob("*.yml")} == before


def test_check_of_one_file_prints_its_findings_and_every_error(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """E25: what a hook says of staged files agrees with the whole check."""
    status = "  - {id: c2, about: acme, attribute: status, value: thriving}\n"
    (data / "articles/herald-2024.yml").write_text(ARTICLE + status, encoding="utf-8")
    assert cli.run(["check", "data/companies/acme.yml"]) == 0
    assert "option-unknown" not in capsys.readouterr().out
    assert cli.run(["check", "data/articles/herald-2024.yml", "--strict"]) == 1
    assert "option-unknown" in capsys.readouterr().out
    assert cli.run(["check", "data/companies/acme.yml", "--strict"]) == 1
    (data / "articles/herald-2024.yml").write_text(ARTICLE.replace("2001", "x"), encoding="utf-8")
    assert cli.run(["check", "data/companies/acme.yml"]) == 1
    assert "date-malformed" in capsys.readouterr().out


def test_a_file_outside_the_data_folder_is_wrong_usage(data: Path) -> None:
    assert cli.run(["check", "elsewhere/acme.yml"]) == 2
    del data


def test_check_with_layout_names_what_fmt_would_change_and_fails(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    acme = data / "companies/acme.yml"
    cli.run(["fmt"])
    assert cli.run(["check", "--layout", "data/companies/acme.yml"]) == 0
    acme.write_text("describes: A maker of chips.\nname: {en: Acme}\n", encoding="utf-8")
    capsys.readouterr()
    assert cli.run(["check"]) == 0
    assert cli.run(["check", "--layout"]) == 1
    assert "data/companies/acme.yml is not laid out as `briefing fmt` lays it out" in capsys.readouterr().err
    cli.run(["fmt"])
    assert cli.run(["check", "--layout"]) == 0


def test_check_of_a_file_that_is_not_there_is_wrong_usage(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped name in a hook must not pass for a clean file."""
    assert cli.run(["check", "data/companies/acmee.yml"]) == 2
    assert "no such data file: data/companies/acmee.yml. Did you mean 'companies/acme.yml'?" in capsys.readouterr().err
    assert cli.run(["check", "data/nothing"]) == 2


def test_check_of_a_folder_prints_what_lies_in_it(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = "  - {id: c2, about: acme, attribute: status, value: thriving}\n"
    (data / "articles/herald-2024.yml").write_text(ARTICLE + status, encoding="utf-8")
    assert cli.run(["check", "data/articles", "--strict"]) == 1
    assert "option-unknown" in capsys.readouterr().out
    assert cli.run(["check", "data/companies"]) == 0
    assert "option-unknown" not in capsys.readouterr().out


def test_fix_writes_the_successor_of_a_retired_id(data: Path) -> None:
    (data / "redirects.yml").write_text("old-acme: acme\nold-herald: herald\n", encoding="utf-8")
    file = data / "articles/herald-2024.yml"
    written = ARTICLE + "  - {id: c2, about: acme, attribute: aim, value: 'more of [[acme|Acme]]'}  # again\n"
    old = written.replace("publisher: herald", "publisher: old-herald").replace(
        "about: acme, attribute: aim", "about: old-acme, attribute: aim"
    )
    file.write_text(old.replace("[[acme", "[[old-acme"), encoding="utf-8")
    assert cli.run(["check", "--fix"]) == 0
    assert file.read_text(encoding="utf-8") == written


def test_check_finds_a_hand_written_page_without_description(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A build would refuse it only after minutes, by its crawl."""
    page = data.parent / "docs/about/team.md"
    page.parent.mkdir(parents=True)
    page.write_text("# The team\n", encoding="utf-8")
    assert cli.run(["check"]) == 1
    output = capsys.readouterr().out
    assert "docs/about/team.md:1:1: error[page-undescribed]: the page has no description" in output
    assert "    1 | # The team" in output
    page.write_text("---\ndescription: Who we are.\n---\n# The team\n", encoding="utf-8")
    assert cli.run(["check"]) == 0


def test_check_of_a_file_that_git_knows_as_deleted_is_no_wrong_usage(repository: Path) -> None:
    Path("data/companies/bolt.yml").unlink()
    edit(HERALD, "value: bolt", "value: 'text:Bolt'")
    assert cli.run(["check", "data/companies/bolt.yml"]) == 0
