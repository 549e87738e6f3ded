"""The commits that changed data, as git lists them."""

import os
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from briefing.edges import data_log
from briefing.edges.data_log import read_data_log, read_states
from briefing.edges.repository import HistoryMissing, RevisionUnknown

_START = 1_700_000_000


def _git(folder: Path, *words: str, moment: int = _START) -> None:
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    date = {"GIT_COMMITTER_DATE": f"{moment} +0900", "GIT_AUTHOR_DATE": "1000000000 +0000"}
    command = ["git", "-C", str(folder), *settings, *words]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **date})


def _commit(top: Path, moment: int = _START, **files: str | None) -> None:
    for name, text in files.items():
        path = top / "data" / f"{name}.yml"
        path.parent.mkdir(exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_text(text, encoding="utf-8")
    _git(top, "add", "-A")
    _git(top, "commit", "-q", "--allow-empty", "-m", "x", moment=moment)


@pytest.fixture
def top(tmp_path: Path) -> Path:
    folder = tmp_path / "top"
    folder.mkdir()
    _git(folder, "init", "-q", "-b", "main")
    return folder


def _replay(data: Path, first: int = 0) -> list[dict[str, bytes]]:
    return [dict(state.sources) for state in read_states(data, read_data_log(data), first)]


def test_log_replays_every_state(top: Path) -> None:
    _commit(top, 企業="1", b="1")
    _commit(top, b="2")
    _commit(top, 企業=None, c="2")
    assert _replay(top / "data") == [
        {"企業.yml": b"1", "b.yml": b"1"},
        {"企業.yml": b"1", "b.yml": b"2"},
        {"b.yml": b"2", "c.yml": b"2"},
    ]


def test_commits_of_other_files_are_left_out(top: Path) -> None:
    _commit(top, a="1")
    (top / "data" / "README.md").write_text("x", encoding="utf-8")
    (top / "outside.yml").write_text("x", encoding="utf-8")
    _commit(top)
    assert len(read_data_log(top / "data")) == 1


def test_dates_are_those_of_the_commit_in_utc(top: Path) -> None:
    _commit(top, moment=_START, a="1")
    # On the 14th, 22:13 in UTC; where it was committed the next day has begun.
    assert [revision.day for revision in read_data_log(top / "data")] == [date(2023, 11, 14)]


def test_merge_counts_once(top: Path) -> None:
    _commit(top, a="1")
    _git(top, "checkout", "-q", "-b", "side")
    _commit(top, b="1")
    _commit(top, b="2")
    _git(top, "checkout", "-q", "main")
    _git(top, "merge", "-q", "--no-ff", "-m", "x", "side")
    assert _replay(top / "data") == [{"a.yml": b"1"}, {"a.yml": b"1", "b.yml": b"2"}]


def test_cut_off_history_is_none(top: Path, tmp_path: Path) -> None:
    _commit(top, a="1")
    _commit(top, a="2")
    _git(tmp_path, "clone", "-q", "--depth", "1", top.as_uri(), "cut")
    with pytest.raises(HistoryMissing, match="cut off"):
        read_data_log(tmp_path / "cut" / "data")


def test_nothing_committed_yet(top: Path) -> None:
    (top / "data").mkdir()
    with pytest.raises(RevisionUnknown, match="nothing is committed"):
        read_data_log(top / "data")


def test_data_at_the_top_of_the_repository(top: Path) -> None:
    (top / "a.yml").write_text("1", encoding="utf-8")
    _commit(top)
    assert _replay(top) == [{"a.yml": b"1"}]


def test_states_from_a_later_commit_on(top: Path) -> None:
    _commit(top, a="1", b="1")
    _commit(top, a="2")
    _commit(top, b=None)
    assert _replay(top / "data", 1) == [{"a.yml": b"2", "b.yml": b"1"}, {"a.yml": b"2"}]


def test_few_files_are_asked_for_at_once(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        _commit(top, a=str(number), b=str(number))
    asked: list[int] = []
    read = data_log.read_objects

    def note(place: Path, names: list[str]) -> Iterator[bytes]:
        asked.append(len(names))
        return read(place, names)

    monkeypatch.setattr(data_log, "_AT_ONCE", 4)
    monkeypatch.setattr(data_log, "read_objects", note)
    assert _replay(top / "data")[-1] == {"a.yml": b"4", "b.yml": b"4"}
    # Both files of a commit have one content, so that two commits have two objects.
    assert asked == [1, 2, 2]


def test_links_submodules_hidden_files_and_huge_ones_are_no_data(top: Path) -> None:
    _commit(top, a="1", b="1")
    (top / "data" / "a.yml").unlink()
    (top / "data" / "a.yml").symlink_to("b.yml")
    (top / "data" / ".hidden.yml").write_text("1", encoding="utf-8")
    _commit(top, c="x" * (data_log.READ_MAX + 1))
    last = _replay(top / "data")[-1]
    assert last.keys() == {"b.yml", "c.yml"}
    assert len(last["c.yml"]) == 1


def test_moved_folder_has_what_came_since(top: Path) -> None:
    _commit(top, a="1")
    _commit(top, a="2")
    _git(top, "mv", "data", "facts")
    _git(top, "commit", "-q", "-m", "x")
    assert _replay(top / "facts") == [{"a.yml": b"2"}]


def test_moment_that_is_none() -> None:
    """Older versions of git took any number for one."""
    listing = b"commit %s 4000000000000\0\n:000000 100644 %s %s A\0a.yml\0" % (b"1" * 40, b"0" * 40, b"2" * 40)
    assert [revision.day.year for revision in data_log._parse_log(listing, "")] == [9999]
