"""E9: whatever is written behind a command, it ends with a code of ours and says why; nothing of anybody is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli import run
from briefing.cli.exits import EXIT_FINDINGS, EXIT_IO, EXIT_USAGE
from briefing.engine.settings import open_settings

ROOT = Path(__file__).parents[2]
COMMAND = f"{sys.executable} -m briefing"
BRIEFING = "name: {en: Sample}\nurl: https://sample.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with a small briefing and odd things beside it, and go there."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "briefing.yml").write_text(BRIEFING, "utf-8")
    (tmp_path / "file").write_text("mine", "utf-8")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_text("mine", "utf-8")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "to-data").symlink_to("data")
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def held(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for name in ("data", "full") for path in (folder / name).iterdir()}


@pytest.mark.parametrize("command", [["fmt"], ["schema"], ["generate", "--out", "out"], ["build", "--out", "out"]])
@pytest.mark.parametrize("name", ["nowhere", "file", "file/x", "loop", "pipe", "a" * 5000])
def test_a_data_folder_that_is_none_is_said(
    folder: Path, command: list[str], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, "--data", name]) in (EXIT_USAGE, EXIT_IO)
    assert capsys.readouterr().err.startswith(("briefing: ", "Usage: "))
    assert not (folder / "out").exists()


@pytest.mark.parametrize("command", ["generate", "build"])
@pytest.mark.parametrize(
    "out", ["", ".", "..", "/", "data", "data/out", "to-data", "to-data/x", "file", "file/x", "loop", "pipe", "full",
            "/dev/null", "/proc/x", "a" * 300],
)  # fmt: skip
def test_an_output_that_may_not_be_is_refused_and_nothing_is_lost(
    folder: Path, command: str, out: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = held(folder)
    assert run([command, "--out", out]) in (EXIT_USAGE, EXIT_IO)
    assert capsys.readouterr().err.startswith(("briefing: ", "Usage: "))
    assert held(folder) == before


@pytest.mark.parametrize("day", ["", "x", "99999", "-1", "2026-02-30", "2026/..", "9" * 4000, os.fsdecode(b"\xff")])
def test_a_day_that_is_none_is_wrong_usage(folder: Path, day: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", "--out", "out", "--as-of", day]) == EXIT_USAGE
    assert "2026-11-22" in capsys.readouterr().err
    assert not (folder / "out").exists()


@pytest.mark.parametrize("port", ["-1", "65536", "9" * 30, "x", "1.5", "", "0x10"])
def test_a_port_that_is_none_is_wrong_usage(folder: Path, port: str) -> None:
    assert run(["serve", "--port", port]) == EXIT_USAGE


@pytest.mark.parametrize("word", ["", "x" * 5000, "REF-UNKNOWN", "a b", "-", "../x", os.fsdecode(b"\xff")])
def test_a_code_that_is_none_is_wrong_usage(word: str) -> None:
    assert run(["explain", word]) == EXIT_USAGE


@pytest.mark.parametrize(
    "text",
    ["- a\n", "3\n", "{\n", "plugins: 3\n", "plugins: [3]\n", "plugins: [[a]]\n",
     "plugins: {search: 3}\n", "plugins: [search: [1]]\n"],
)  # fmt: skip
def test_settings_that_are_none_are_wrong_usage(folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    assert run(["build", "--out", "out"]) == EXIT_USAGE
    assert "mkdocs.yml" in capsys.readouterr().err
    assert not (folder / "out").exists()


def test_settings_that_cannot_be_followed_to_their_end_are_wrong_usage(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def endless(source: object) -> object:
        raise RecursionError

    monkeypatch.setattr("mkdocs.utils.yaml.yaml_load", endless)
    assert run(["build", "--out", "out"]) == EXIT_USAGE
    assert "mkdocs.yml" in capsys.readouterr().err


def test_plugins_may_be_a_list_a_mapping_or_absent(folder: Path) -> None:
    for text in ("plugins: [search]\n", "plugins: {search: {lang: en}}\n", "plugins:\n  - search:\n", "site_name: x\n"):
        (folder / "mkdocs.yml").write_text(text, "utf-8")
        with open_settings(folder / "data", None) as settings:
            assert "briefing" in settings["plugins"]


def test_schemas_of_a_folder_that_somebody_names_need_it(folder: Path) -> None:
    assert run(["schema", "--data", "nowhere", "--out", "s"]) == EXIT_USAGE
    (folder / "data" / "briefing.yml").unlink()
    (folder / "data").rmdir()
    assert run(["schema", "--local", "--out", "s"]) == EXIT_USAGE
    assert not (folder / "s").exists()
    assert run(["schema", "--out", "s"]) == 0


def ran(folder: Path, line: str) -> "subprocess.CompletedProcess[str]":
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "generator"),
        "PYTHONIOENCODING": "utf-8",
        "briefing": COMMAND,
    }
    return subprocess.run(
        ["bash", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("$briefing generate --out out 2>/dev/full", EXIT_IO),
        ("$briefing fmt --check >&- 2>&-", EXIT_FINDINGS),
        ("$briefing explain nothing 2>/dev/full", EXIT_USAGE),
        ("$briefing explain nothing >&- 2>&-", EXIT_USAGE),
        ("$briefing explain --list > /dev/full", EXIT_IO),
        ("$briefing build --data nowhere 2>&-", EXIT_USAGE),
        ("$briefing build --out full 2>&-", EXIT_USAGE),
        ("mv data $'d\\xff'; $briefing fmt --check --data $'d\\xff'", EXIT_FINDINGS),
        ("echo 'describes: x' > data/briefing.yml; mv data $'d\\xff'; $briefing check --data $'d\\xff'", EXIT_FINDINGS),
        ("echo 'name: 日本' > data/briefing.yml; PYTHONIOENCODING=ascii $briefing check", EXIT_FINDINGS),
    ],
)
def test_streams_that_are_full_closed_or_of_few_letters_change_no_code(folder: Path, line: str, code: int) -> None:
    told = ran(folder, line)
    assert told.returncode == code, told.stderr
    assert "Traceback" not in told.stderr + told.stdout


def test_an_output_cut_short_ends_quietly(folder: Path) -> None:
    told = ran(folder, "$briefing explain --list | head -n 1")
    assert told.returncode == 0
    assert told.stdout.count("\n") == 1
    assert told.stderr == ""
