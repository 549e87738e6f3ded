"""Times of published files: what has not changed keeps its own, whatever lies in the last tree."""

import os
from pathlib import Path

import pytest

from briefing.edges.file_times import keep_times
from briefing.edges.publish import publish

LONG_AGO = 1_000_000_000_123_456_789


def write(folder: Path, /, **texts: str) -> Path:
    for name, text in texts.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def age(folder: Path) -> None:
    for path in folder.rglob("*"):
        os.utime(path, ns=(LONG_AGO, LONG_AGO))


def times_of(folder: Path) -> dict[str, int]:
    """Return the times of the files of a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()
    }


def test_a_published_file_that_has_not_changed_keeps_its_time(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(out, lambda tree: write(tree, same="a", deep__same="b", other="old", size="1", gone="x") and None)
    age(out)
    publish(out, lambda tree: write(tree, same="a", deep__same="b", other="new", size="12", come="y") and None)
    times = times_of(out)
    kept = {path for path, time in times.items() if time == LONG_AGO}
    assert kept == {"same", "deep/same", ".briefing-site"}
    assert times.keys() - kept == {"other", "size", "come"}
    assert (out / "other").read_text(encoding="utf-8") == "new"


def test_the_new_file_is_its_own_and_has_its_own_mode(tmp_path: Path) -> None:
    last, tree = write(tmp_path / "last", page="a"), write(tmp_path / "tree", page="a")
    (last / "page").chmod(0o600)
    (tree / "page").chmod(0o644)
    age(last)
    keep_times(tree, last)
    (tree / "page").write_text("b", encoding="utf-8")
    assert (last / "page").read_text(encoding="utf-8") == "a"
    assert (tree / "page").stat().st_mode & 0o777 == 0o644


def test_a_last_tree_that_somebody_changed_is_no_trouble(tmp_path: Path) -> None:
    last, tree = tmp_path / "last", write(tmp_path / "tree", folder="a", pipe="a", link="a", deep__page="a", loop="a")
    write(last, folder__page="a", elsewhere="a", deep="a")
    os.mkfifo(last / "pipe")
    (last / "link").symlink_to(last / "elsewhere")
    (last / "loop").symlink_to("loop")
    age(last / "folder")
    before = times_of(tree)
    keep_times(tree, last)
    assert times_of(tree) == before
    keep_times(tree, tmp_path / "nowhere")
    assert times_of(tree) == before


def test_a_file_that_cannot_be_read_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    last, tree = write(tmp_path / "last", one="a", two="b"), write(tmp_path / "tree", one="a", two="b")
    age(last)
    read = Path.read_bytes

    def read_or_fail(path: Path) -> bytes:
        if path == last / "one":
            raise PermissionError(13, "no")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", read_or_fail)
    keep_times(tree, last)
    times = times_of(tree)
    assert times["two"] == LONG_AGO
    assert times["one"] != LONG_AGO
