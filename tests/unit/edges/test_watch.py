"""Changes are told once, when they have come to rest; nothing that comes and goes is missed."""

import os
import shutil
import threading
from collections.abc import Callable, Collection
from pathlib import Path

import pytest

from briefing.edges.watch import PATIENCE, REST, Alarm, Snapshot, Watcher, take_snapshot

PLACES = (Path("data"),)


class FakeFiles:
    """Looks in a row, as a test tells them; the last one stays. A file with a negative number is empty."""

    def __init__(self, *looks: dict[str, int]) -> None:
        self.looks = list(looks)
        self.waits = 0
        self.slept: list[float] = []

    def look(self, places: Collection[Path]) -> Snapshot:
        now = self.looks.pop(0) if len(self.looks) > 1 else self.looks[0]
        return {path: (stamp, max(stamp, 0), 0) for path, stamp in now.items()}

    def wait(self, places: Collection[Path]) -> None:
        self.waits += 1

    def watcher(self) -> Watcher:
        return Watcher(PLACES, self.look, self.wait, self.slept.append)


def test_a_change_is_told_once_two_looks_agree() -> None:
    files = FakeFiles({"a": 1}, {"a": 1}, {"a": 2}, {"a": 3}, {"a": 3, "b": 1}, {"a": 3, "b": 1})
    assert files.watcher().next_change() == {"a", "b"}
    assert files.waits == 1
    assert files.slept == [REST] * 3


def test_a_file_that_never_rests_is_told_after_a_while() -> None:
    files = FakeFiles(*({"a": number} for number in range(1000)))
    assert files.watcher().next_change() == {"a"}
    assert sum(files.slept) <= PATIENCE


def test_a_file_that_was_emptied_is_told_once_it_is_written() -> None:
    files = FakeFiles({"a": 1, "b": -1}, {"a": -2, "b": -1}, {"a": -2, "b": -1}, {"a": 3, "b": -1}, {"a": 3, "b": -1})
    assert files.watcher().next_change() == {"a"}
    assert files.slept == [REST] * 3


def test_a_file_that_stays_empty_is_told_after_a_while() -> None:
    files = FakeFiles({"a": 1}, {"a": -2})
    assert files.watcher().next_change() == {"a"}
    assert sum(files.slept) <= PATIENCE


def test_what_changed_while_nobody_looked_is_told_at_once() -> None:
    files = FakeFiles({"a": 1}, {"a": 2}, {"a": 2}, {"a": 2, "b": 1}, {"a": 2, "b": 1})
    watcher = files.watcher()
    assert watcher.next_change() == {"a"}
    assert watcher.next_change() == {"b"}
    assert files.waits == 0


def test_removed_and_renamed_files_are_changes() -> None:
    files = FakeFiles({"a": 1, "b": 1}, {"c": 1, "b": 1}, {"c": 1, "b": 1})
    assert files.watcher().next_change() == {"a", "c"}


def test_places_watched_later_count_as_seen_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "one.md").write_text("1", encoding="utf-8")
    looks = FakeFiles({"a": 1}, {"a": 1, "docs": 1}, {"a": 1, "docs": 1}, {"a": 1, "docs": 2})
    watcher = looks.watcher()
    watcher.watch([*PLACES, Path("docs")])
    assert watcher.next_change() == {"docs"}


def test_a_look_sees_files_in_folders_and_passes_over_what_is_no_data(tmp_path: Path) -> None:
    (tmp_path / "data" / "companies").mkdir(parents=True)
    for name in ("data/a.yml", "data/companies/b.yml", "data/.hidden", "data/b.yml~", "mkdocs.yml"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "data" / "loop").symlink_to(tmp_path / "data")
    (tmp_path / "data" / "nowhere").symlink_to(tmp_path / "gone")
    seen = take_snapshot([tmp_path / "data", tmp_path / "mkdocs.yml", tmp_path / "missing"])
    names = {Path(path).relative_to(tmp_path).as_posix() for path in seen}
    assert names == {"data/a.yml", "data/companies/b.yml", "data/loop", "mkdocs.yml"}


Edit = Callable[[Path], None]


def replace(data: Path) -> None:
    (data.parent / "aside").write_text("new", encoding="utf-8")
    (data.parent / "aside").replace(data / "a.yml")


def come_back(data: Path) -> None:
    shutil.rmtree(data)
    data.mkdir()
    (data / "b.yml").write_text("b", encoding="utf-8")


def keep_time_and_size(data: Path) -> None:
    """Replace a file by another of the same size and time: only the file is not the same one."""
    status = (data / "a.yml").stat()
    (data.parent / "aside").write_text("OLD", encoding="utf-8")
    os.utime(data.parent / "aside", ns=(status.st_atime_ns, status.st_mtime_ns))
    (data.parent / "aside").replace(data / "a.yml")


@pytest.mark.parametrize("edit", [replace, come_back, keep_time_and_size])
def test_edits_of_a_real_folder_are_told(tmp_path: Path, edit: Edit) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "a.yml").write_text("old", encoding="utf-8")
    watcher = Watcher([data])
    changes: list[frozenset[str]] = []
    waiting = threading.Thread(target=lambda: changes.append(watcher.next_change()), daemon=True)
    waiting.start()
    edit(data)
    waiting.join(10)
    assert changes
    assert {Path(path).name for path in changes[0]} <= {"a.yml", "b.yml"}


def test_the_alarm_rings_by_itself_where_there_is_nothing_to_watch(tmp_path: Path) -> None:
    Alarm().wait([tmp_path / "missing"])
