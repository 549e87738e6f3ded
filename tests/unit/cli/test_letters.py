"""Words in and out where the locale or the terminal knows fewer letters than data have."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing import cli
from briefing.edges.terminal import write_any_letter
from tests.small_briefing import lay_out

ROOT = Path(__file__).resolve().parents[3]
C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
CLAIMS = """\
publisher: 半導体新聞
published: 2024-04-14
language: ja
form: report
claims:
  - {id: c1, about: acme, attribute: date, measure: 創業, value: 2001-13}
"""


def briefing(
    folder: Path, *words: str | bytes, around: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[bytes]":
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONIOENCODING", "PYTHONUTF8")}
    environment |= {"PYTHONPATH": str(ROOT / "generator"), **(around or {})}
    command = [sys.executable, "-m", "briefing", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)


def test_words_of_the_command_line_are_utf8_in_a_c_locale_too(tmp_path: Path) -> None:
    more = ("--url", "https://a.example/", "--language", "ja", "--currency", "JPY", "--as-of", "2026-11-21")
    done = briefing(tmp_path, "init", "新しい", "--name", "日本の半導体", *more, around=C_LOCALE)
    assert done.returncode == 0, done.stderr
    assert "日本の半導体" in (tmp_path / "新しい/data/briefing.yml").read_text("utf-8")
    words = ("new", "company", "Rapidus", "--ja", "ラピダス", "--describes", "東京の会社")
    done = briefing(tmp_path / "新しい", *words, around=C_LOCALE)
    assert done.returncode == 0, done.stderr
    assert "ラピダス" in (tmp_path / "新しい/data/companies/rapidus.yml").read_text("utf-8")
    assert briefing(tmp_path, "check", "--data", "新しい/data", around=C_LOCALE).returncode == 0


@pytest.mark.parametrize("around", [{}, C_LOCALE], ids=["utf-8", "C"])
def test_words_that_are_no_text_are_wrong_usage(tmp_path: Path, around: dict[str, str]) -> None:
    lay_out(tmp_path)
    (tmp_path / "text.txt").write_text("Acme makes anvils.\n", encoding="utf-8")
    for words in (
        ["init", "x", "--name", b"caf\xe9"],
        ["init", b"caf\xe9", "--url", b"https://a.example/caf\xe9"],
        ["draft", "text.txt", "--publisher", "unknown", "--published", "2024", "--title", b"caf\xe9"],
    ):
        done = briefing(tmp_path, *words, around=around)
        assert done.returncode == 2, (words, done.stderr)
        assert b"UTF-8" in done.stderr
    assert not (tmp_path / "x").exists()


def test_a_name_of_a_record_is_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(lay_out(tmp_path))
    assert cli.run(["new", "company", "caf\udce9"]) == 2
    assert cli.run(["new", "company", "Cafe", "--describes", "\udce9"]) == 2
    assert [file.name for file in (tmp_path / "data/companies").iterdir()] == ["acme.yml"]


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Give a folder with findings that hold letters of both scripts."""
    folder = lay_out(tmp_path)
    (folder / "data/articles").mkdir()
    (folder / "data/articles/paper-2024.yml").write_text(CLAIMS, encoding="utf-8")
    return folder


def printed(words: list[str], encoding: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, bytes]:
    """Return exit code and bytes of a command whose standard output has an encoding."""
    out = io.BytesIO()
    with monkeypatch.context() as changed:
        changed.setattr(sys, "stdout", io.TextIOWrapper(out, encoding=encoding))
        write_any_letter()
        code = cli.run(words)
        sys.stdout.flush()
        return code, out.getvalue()


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "shift_jis"])
def test_formats_for_machines_are_utf8_whatever_the_terminal_takes(
    broken: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    monkeypatch.chdir(broken)
    lay_out(broken / "old")
    new = lay_out(broken / "new") / "data/companies"
    (new / "ham.yml").write_text('name: {en: "Håm – 半"}\ndescribes: A – b.\n', encoding="utf-8")
    (new / "acme.yml").write_text("name: {en: Håm}\ndescribes: Its twin.\n", encoding="utf-8")
    for words in (
        ["check", "--format", "json"],
        ["check", "--format", "sarif"],
        ["check", "--format", "github"],
        ["diff", "old", "new", "--format", "json"],
        ["diff", "old", "new", "--format", "markdown"],
        ["stale", "--data", "new/data", "--format", "json"],
    ):
        usual = printed(words, "utf-8", monkeypatch)
        assert printed(words, encoding, monkeypatch) == usual
        assert words[0] == "diff" or not usual[1].isascii(), words
    report = json.loads(printed(["check", "--format", "json"], encoding, monkeypatch)[1])
    assert any("半導体新聞" in finding["message"] for finding in report["findings"])


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_text_is_written_with_what_the_terminal_takes(
    broken: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    monkeypatch.chdir(broken)
    code, out = printed(["check"], encoding, monkeypatch)
    assert code == 1
    assert b"data/articles/paper-2024.yml:" in out


def test_mkdocs_says_what_is_wrong_in_any_terminal(broken: Path) -> None:
    (broken / "mkdocs.yml").write_text("site_name: x\nplugins: [briefing]\n", encoding="utf-8")
    (broken / "docs").mkdir()
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "generator"),
        "PYTHONIOENCODING": "cp1252",
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", "mkdocs", "build"]
    done = subprocess.run(command, cwd=broken, env=environment, capture_output=True, check=False)
    assert done.returncode == 1
    assert b"data/articles/paper-2024.yml:" in done.stdout
    assert b"Traceback" not in done.stderr
