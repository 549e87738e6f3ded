"""The command line itself: wrong usage, guesses, bugs of ours, interrupts, and what it imports (E10, E11)."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from briefing import cli
from briefing.cli.commands import COMMANDS, read_help


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


@pytest.mark.parametrize("word", ["--help", "-h", "--version"])
def test_help_and_version_import_no_command(word: str) -> None:
    asks = f"import sys; from briefing.cli import run; run([{word!r}]); print(*sys.modules)"
    answer = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True).stdout
    loaded = set(answer.splitlines()[-1].split())
    assert "briefing.cli.commands" in loaded
    heavy = {"yaml", "pint", "jinja2", "mkdocs", "briefing.pipeline", "briefing.source", "briefing.decode"}
    assert loaded & (heavy | {f"briefing.cli.{name}" for name in COMMANDS}) == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_lists_what_a_command_says_of_itself(name: str) -> None:
    command = cli.program.get_command(click.Context(cli.program), name)
    assert command is not None
    assert not command.hidden
    assert not command.deprecated
    assert command.short_help is None
    assert read_help(name) == command.help


def test_the_help_lists_commands_whose_source_is_not_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["--help"]) == 0
    listed = capsys.readouterr().out
    monkeypatch.setattr("briefing.cli.commands.read_help", lambda name: None)
    assert cli.run(["--help"]) == 0
    assert capsys.readouterr().out == listed


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["affected", "loop"], 2),
        (["check", "loop"], 2),
        (["init", "loop"], 3),
        (["diff", "loop"], 2),
        (["new", "company", "a\udcff"], 2),
        (["new", "company", "Nut", "--ja", "\udc80"], 2),
        (["new", "publisher", "Nut", "--grade", "A", "--why", "\udc80"], 2),
    ],
)
def test_links_in_circles_and_words_that_are_no_text_are_wrong_usage(
    repository: Path, words: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """E9."""
    Path("loop").symlink_to("loop")
    assert cli.run(words) == code
    assert "this is a bug" not in capsys.readouterr().err
