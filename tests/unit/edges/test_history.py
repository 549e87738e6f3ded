"""Where the history of data is looked for: moved folders, linked worktrees, hooks, owners, odd repositories."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing import cli
from briefing.edges.revision_name import split_name

ROOT = Path(__file__).resolve().parents[3]
BRIEFING = "name: Chips\nurl: https://chips.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n"
ACME = "name: {en: Acme}\ndescribes: A maker of chips.\n"


def git(*words: str, **around: str) -> str:
    settings = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    environment = {**os.environ, **around}
    return subprocess.run(
        ["git", *settings, *words], check=True, capture_output=True, text=True, env=environment
    ).stdout


def lay_out(data: Path) -> None:
    (data / "companies").mkdir(parents=True)
    (data / "briefing.yml").write_text(BRIEFING, encoding="utf-8")
    (data / "companies/acme.yml").write_text(ACME, encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "main"
    lay_out(folder / "data")
    monkeypatch.chdir(folder)
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "first")
    return folder


def edit(folder: Path) -> None:
    (folder / "data/companies/acme.yml").write_text(ACME.replace("chips", "saws"), encoding="utf-8")


# ---- a data folder that has moved


@pytest.fixture
def moved(repository: Path) -> Path:
    (repository / "b").mkdir()
    git("mv", "data", "b/チップ")
    git("commit", "-qm", "move")
    return repository


def test_a_move_alone_changes_nothing(moved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for old in ("HEAD~1:data", "HEAD~1:data/", "HEAD~1:./data"):
        assert cli.run(["diff", old, "--data", "b/チップ"]) == 0
        assert capsys.readouterr().out == "nothing changed\n"
    assert cli.run(["diff", "HEAD~1:data", "HEAD:b/チップ", "--data", "b/チップ"]) == 0
    assert cli.run(["affected", "b/チップ/companies/acme.yml", "--data", "b/チップ", "--since", "HEAD~1:data"]) == 0


def test_the_message_names_the_folder_of_then(moved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["diff", "HEAD~1", "--data", "b/チップ"]) == 2
    message = capsys.readouterr().err
    assert "HEAD~1 has no data in b/チップ/" in message
    assert "write `HEAD~1:data`" in message


def test_where_no_folder_had_a_briefing_that_is_said(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git("rm", "-rq", "--cached", "data")
    git("commit", "-qm", "none")
    assert cli.run(["diff", "HEAD"]) == 2
    assert "nor a briefing.yml anywhere else" in capsys.readouterr().err


def test_data_that_lay_at_the_top_are_found_there(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git("mv", "data/briefing.yml", "data/companies", ".")
    git("commit", "-qm", "up")
    (repository / "b").mkdir()
    git("mv", "briefing.yml", "companies", "b")
    assert cli.run(["diff", "HEAD", "--data", "b"]) == 2
    assert "write `HEAD:`" in capsys.readouterr().err
    assert cli.run(["diff", "HEAD:", "--data", "b"]) == 0
    assert capsys.readouterr().out == "nothing changed\n"


@pytest.mark.parametrize(
    ("name", "revision", "folder"),
    [
        ("HEAD~1", "HEAD~1", None),
        ("HEAD~1:data", "HEAD~1", "data"),
        ("main@{10:00}", "main@{10:00}", None),
        ("main@{10:00}:b", "main@{10:00}", "b"),
        ("HEAD^{/fix: a bug}", "HEAD^{/fix: a bug}", None),
        (":/fix", ":/fix", None),
        ("HEAD:", "HEAD", ""),
    ],
)
def test_a_name_is_taken_apart_as_git_does(name: str, revision: str, folder: str | None) -> None:
    assert split_name(name) == (revision, folder)


# ---- the repository is the one that the data lie in


def test_what_git_tells_its_hooks_does_not_mislead(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    git("init", "-q", str(other))
    edit(repository)
    git("commit", "-qam", "second")
    for name, value in {
        "GIT_DIR": f"{other}/.git",
        "GIT_WORK_TREE": str(other),
        "GIT_INDEX_FILE": f"{other}/.git/index",
        "GIT_OBJECT_DIRECTORY": f"{other}/.git/objects",
        "GIT_COMMON_DIR": f"{other}/.git",
        "GIT_PREFIX": "data/",
        "GIT_LITERAL_PATHSPECS": "1",
    }.items():
        monkeypatch.setenv(name, value)
    assert cli.run(["diff", "HEAD~1"]) == 0
    assert "changed: /companies/acme/" in capsys.readouterr().out
    assert cli.run(["affected", "data/companies/acme.yml", "--since", "HEAD~1"]) == 0
    assert "/acme/" in capsys.readouterr().out


def test_hooks_of_a_linked_worktree_and_of_a_rebase_see_what_everybody_sees(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    linked = tmp_path / "linked"
    git("worktree", "add", "-q", str(linked), "-b", "other")
    program = f'PYTHONPATH="{ROOT}/generator" "{sys.executable}" -m briefing diff'
    hook = repository / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f'#!/bin/sh\n{program} HEAD > "{tmp_path}/in-hook"\n', encoding="utf-8")
    hook.chmod(0o755)
    monkeypatch.chdir(linked)
    edit(linked)
    git("commit", "-qam", "second")
    assert "changed: /companies/acme/" in (tmp_path / "in-hook").read_text("utf-8")
    git("rebase", "-q", "-x", f'{program} HEAD~1 > "{tmp_path}/in-rebase"', "HEAD~1")
    assert (tmp_path / "in-rebase").read_text("utf-8") == (tmp_path / "in-hook").read_text("utf-8")


def test_a_repository_of_somebody_else_is_refused_in_git_s_own_words(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    for command in (["diff", "HEAD"], ["affected", "data/companies/acme.yml"]):
        assert cli.run(command) == 3
        message = capsys.readouterr().err
        assert "ownership" in message
        assert f"git config --global --add safe.directory {repository}" in message
        assert "no git repository" not in message
    # What a machine trusts may come by the environment, as in CI.
    trusted = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*"}
    for name, value in trusted.items():
        monkeypatch.setenv(name, value)
    assert cli.run(["diff", "HEAD"]) == 0


def test_a_detached_head_is_a_history_too(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git("checkout", "-q", "--detach")
    edit(repository)
    assert cli.run(["diff", "HEAD"]) == 0
    assert "changed: /companies/acme/" in capsys.readouterr().out


def test_without_a_commit_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    assert cli.run(["diff", "HEAD"]) == 2
    assert "nothing is committed yet" in capsys.readouterr().err


def test_data_inside_a_bare_repository_have_no_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    git("init", "-q", "--bare", str(tmp_path / "bare"))
    lay_out(tmp_path / "bare/data")
    monkeypatch.chdir(tmp_path / "bare")
    assert cli.run(["diff", "HEAD"]) == 3
    assert "not among the files that it keeps" in capsys.readouterr().err


def test_a_worktree_whose_repository_is_gone_says_so(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / ".git").rename(repository / "aside")
    (repository / ".git").write_text("gitdir: /nowhere/at/all\n", encoding="utf-8")
    assert cli.run(["diff", "HEAD"]) == 3
    assert "/nowhere/at/all" in capsys.readouterr().err


def test_without_git_that_is_said(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert cli.run(["diff", "HEAD"]) == 3
    assert "git is not installed" in capsys.readouterr().err
    assert cli.run(["schema", "--local"]) == 0


def test_data_that_are_a_link_have_the_history_of_where_they_lie(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    (here / "data").symlink_to(repository / "data")
    monkeypatch.chdir(here)
    edit(repository)
    assert cli.run(["diff", "HEAD"]) == 0
    assert "changed: /companies/acme/" in capsys.readouterr().out
