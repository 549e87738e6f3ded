"""What has become of a briefing, from repositories in every state."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from briefing.edges import past
from briefing.edges.past import CACHE, Past, read_past
from briefing.pipeline import follow_history
from tests.unit.reports.small_data import FILES, HERALD, edited, without

LATER = edited(HERALD, "value: 2027", "value: 2028")
BROKEN = edited(HERALD, "value: 2027", "value: whenever")


def git(folder: Path, *words: str) -> None:
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    date = {"GIT_COMMITTER_DATE": "1700000000 +0000", "GIT_AUTHOR_DATE": "1700000000 +0000"}
    command = ["git", "-C", str(folder), *settings, *words]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **date})


def commit(data: Path, files: Mapping[str, str]) -> None:
    git(data.parent, "rm", "-rq", "--ignore-unmatch", "--cached", ".")
    for old in data.rglob("*.yml"):
        old.unlink()
    for path, text in files.items():
        (data / path).parent.mkdir(parents=True, exist_ok=True)
        (data / path).write_text(text, encoding="utf-8")
    git(data.parent, "add", "data")
    git(data.parent, "commit", "-q", "--allow-empty", "-m", "x")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "chips" / "data"
    folder.mkdir(parents=True)
    git(folder.parent, "init", "-q", "-b", "main")
    return folder


def changes(data: Path) -> list[tuple[str | None, str | None]]:
    history = read_past(data).history
    assert history is not None
    return [(operation.was, operation.now) for operation in history.operations]


def test_no_repository_is_no_history_and_no_trouble(tmp_path: Path) -> None:
    found = read_past(tmp_path)
    assert (found.history, found.notice) == (None, "")
    assert found.files is not None
    assert str(tmp_path / ".git") in found.files


def test_nothing_committed_is_no_history(data: Path) -> None:
    assert read_past(data) == Past(files=None)


def test_repository_without_data(data: Path) -> None:
    git(data.parent, "commit", "-q", "--allow-empty", "-m", "x")
    found = read_past(data)
    assert (found.history, found.notice) == (None, "")


def test_history_tells_what_commits_changed(data: Path) -> None:
    commit(data, FILES)
    commit(data, LATER)
    found = read_past(data)
    assert found.history is not None
    assert (found.history.began.claims, found.history.began.day.isoformat()) == (3, "2023-11-14")
    assert ("2027", "2028") in changes(data)


def test_edits_that_nobody_committed_are_no_history(data: Path) -> None:
    commit(data, FILES)
    (data / HERALD).write_text(LATER[HERALD], encoding="utf-8")
    assert changes(data) == []


def test_broken_state_is_passed_over(data: Path) -> None:
    commit(data, FILES)
    commit(data, BROKEN)
    assert changes(data) == []
    commit(data, LATER)
    assert ("2027", "2028") in changes(data)


def test_briefing_that_was_gone_begins_anew(data: Path) -> None:
    commit(data, FILES)
    commit(data, {})
    assert read_past(data).history is None
    commit(data, LATER)
    assert changes(data) == []


def test_shallow_history_is_one_notice_and_no_history(data: Path, tmp_path: Path) -> None:
    commit(data, FILES)
    commit(data, LATER)
    git(tmp_path, "clone", "-q", "--depth", "1", data.parent.as_uri(), "cut")
    found = read_past(tmp_path / "cut" / "data")
    assert (found.history, found.files) == (None, None)
    assert "--unshallow" in found.notice
    assert "\n" not in found.notice


def test_git_that_is_missing_is_a_notice(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "git is not installed" in read_past(data).notice


def test_kept_history_is_extended_and_not_worked_out_again(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(data, FILES)
    commit(data, BROKEN)
    first = read_past(data)
    seen: list[int] = []

    def follow(states: object, earlier: object) -> object:
        listed = list(states)  # type: ignore[call-overload]
        seen.append(len(listed))
        return follow_history(listed, earlier)  # type: ignore[arg-type]

    monkeypatch.setattr(past, "follow_history", follow)
    assert read_past(data) == first
    assert seen == []
    commit(data, LATER)
    extended = read_past(data)
    assert read_past(data, clean=True) == extended
    assert seen == [3, 3]
    commit(data, without(HERALD))
    assert read_past(data).history == read_past(data, clean=True).history
    assert seen == [3, 3, 2, 4]


@pytest.mark.parametrize("content", [b"", b"x" * 100])
def test_kept_history_that_is_broken_is_made_anew(data: Path, content: bytes) -> None:
    commit(data, FILES)
    commit(data, LATER)
    before = read_past(data)
    (kept,) = (data.parent / CACHE).glob("?" * 32)
    kept.write_bytes(content)
    assert read_past(data) == before
    assert kept.read_bytes() != content


def test_history_of_another_branch_is_not_taken_for_this_one(data: Path) -> None:
    commit(data, FILES)
    commit(data, LATER)
    assert changes(data) != []
    git(data.parent, "commit", "-q", "--amend", "--allow-empty", "-m", "another")
    git(data.parent, "reset", "-q", "--hard", "HEAD~1")
    assert changes(data) == []


def test_files_tell_of_a_new_commit(data: Path) -> None:
    commit(data, FILES)
    files = read_past(data).files
    assert files is not None

    def marks() -> list[tuple[int, int]]:
        return [(path.stat().st_mtime_ns, path.stat().st_ino) for path in map(Path, files or ()) if path.exists()]

    before = marks()
    git(data.parent, "commit", "-q", "--allow-empty", "-m", "x")
    assert marks() != before
    before = marks()
    git(data.parent, "checkout", "-q", "-b", "other")
    assert marks() != before
