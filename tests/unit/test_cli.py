"""The command line as its users meet it: exit codes, streams, formats (E10, E11)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from briefing import cli

BRIEFING = "name: Chips\nurl: https://chips.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n"
COMPANY = "name: {en: Acme}\ndescribes: A maker of chips.\n"
PUBLISHER = "name: {en: Herald}\ngrade: {letter: B, why: a daily}\n"
ARTICLE = """\
publisher: herald
published: 2024-04-14
language: en
form: report
claims:
  - {id: c1, about: acme, attribute: date, measure: founded, value: 2001}
"""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    files = {
        "briefing.yml": BRIEFING,
        "companies/acme.yml": COMPANY,
        "publishers/herald.yml": PUBLISHER,
        "articles/herald-2024.yml": ARTICLE,
    }
    for path, text in files.items():
        target = tmp_path / "data" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return tmp_path / "data"


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


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["check", "--data", "nowhere"], 2),
        (["chekc"], 2),
        (["check", "--as-of", "2026-02-30"], 2),
        (["explain", "no-such-code"], 2),
        (["explain", "ref-unknown"], 0),
        (["explain", "--list"], 0),
        (["--version"], 0),
        (["generate"], 2),
    ],
)
def test_usage(data: Path, words: list[str], code: int) -> None:
    assert cli.run(words) == code


def test_generate_writes_pages_and_static_without_mkdocs(data: Path) -> None:
    assert cli.run(["generate", "--out", "out"]) == 0
    assert Path("out/pages/companies/acme/index.md").is_file()
    index = json.loads(Path("out/static/api/v1/index.json").read_text(encoding="utf-8"))
    assert [one["id"] for one in index["subjects"]] == ["acme"]


def test_generate_leaves_a_foreign_folder_alone(data: Path) -> None:
    Path("mine").mkdir()
    Path("mine/letter.txt").write_text("dear", encoding="utf-8")
    assert cli.run(["generate", "--out", "mine"]) == 2
    assert [path.name for path in Path("mine").iterdir()] == ["letter.txt"]


def test_broken_data_leave_the_last_output_as_it_was(data: Path) -> None:
    assert cli.run(["generate", "--out", "out"]) == 0
    before = Path("out/pages/companies/acme/index.md").read_bytes()
    (data / "companies/acme.yml").write_text("name: {en: Acme\n", encoding="utf-8")
    assert cli.run(["generate", "--out", "out"]) == 1
    assert Path("out/pages/companies/acme/index.md").read_bytes() == before


def test_a_draft_is_a_note_in_check_and_an_error_in_a_publication(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "articles/herald-2024.yml").write_text("review: {state: draft}\n" + ARTICLE, encoding="utf-8")
    assert cli.run(["check"]) == 0
    assert "note[review-draft]" in capsys.readouterr().out
    assert cli.run(["generate", "--out", "out"]) == 1
    assert "error[review-draft]" in capsys.readouterr().out
    assert not Path("out").exists()


def test_fmt_check_names_files_and_writes_nothing(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (data / "companies/acme.yml").read_bytes()
    assert cli.run(["fmt", "--check"]) == 1
    assert "data/companies/acme.yml" in capsys.readouterr().out
    assert (data / "companies/acme.yml").read_bytes() == before
    assert cli.run(["fmt"]) == 0
    assert cli.run(["fmt", "--check"]) == 0
    assert cli.run(["check"]) == 0


def test_schema_check_fails_on_drift(data: Path) -> None:
    assert cli.run(["schema", "--check"]) == 1
    assert cli.run(["schema"]) == 0
    assert cli.run(["schema", "--check"]) == 0
    path = Path("schemas/article.schema.json")
    path.write_text(path.read_text(encoding="utf-8").replace("publisher", "printer"), encoding="utf-8")
    assert cli.run(["schema", "--check"]) == 1


def test_a_bug_of_ours_ends_with_a_report_and_no_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    def broken(*_: object, **__: object) -> object:
        raise RuntimeError("the sky fell")

    assert cli.run(["check"], broken) == 70
    err = capsys.readouterr().err
    assert "the sky fell" in err
    assert "Traceback" not in err


def test_an_interrupt_ends_with_130() -> None:
    def interrupted(*_: object, **__: object) -> object:
        raise KeyboardInterrupt

    assert cli.run(["check"], interrupted) == 130


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


@pytest.mark.parametrize("word", ["dif", "chek", "afected", "drafts"])
def test_a_command_that_is_not_there_is_guessed(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([word]) == 2
    assert "Did you mean" in capsys.readouterr().err


def test_a_check_imports_nothing_that_makes_pages_or_drafts(data: Path) -> None:
    """E25: what a commit waits for is mostly imports."""
    asks = "import sys; from briefing.cli import run; run(['check', '--layout']); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True).stdout.split()
    assert "briefing.pipeline" in loaded
    heavy = {"jinja2", "mkdocs", "markdown_it", "briefing.views", "briefing.render", "briefing.drafting"}
    assert heavy & set(loaded) == set()


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
    told = capsys.readouterr().out
    assert "docs/about/team.md:1:1: error[page-undescribed]: the page has no description" in told
    assert "    1 | # The team" in told
    page.write_text("---\ndescription: Who we are.\n---\n# The team\n", encoding="utf-8")
    assert cli.run(["check"]) == 0
