"""Docs folders with everything in them that a file system can hold: read, left out, or a finding."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.edges.pages import docs_of, list_written, name_beside, read_written, say_left_out
from tests.every import every


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "project" / "docs"
    (folder / "about").mkdir(parents=True)
    (folder / "about" / "team.md").write_text("# Team\n", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("password", encoding="utf-8")
    (tmp_path / "project" / ".env").write_text("token", encoding="utf-8")
    (tmp_path / "project" / "more").mkdir()
    (tmp_path / "project" / "more" / "x.md").write_text("# More\n", encoding="utf-8")
    return folder


def bind(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # addresses of sockets are short
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(path.name)
    finally:
        os.chdir(here)


ODD: dict[str, tuple[str, Callable[[Path], object]]] = {
    "link to a file outside": ("out of the repository", lambda path: path.symlink_to("../../secret.txt")),
    "link to the environment": ("out of the repository", lambda path: path.symlink_to("/proc/self/environ")),
    "link to a folder outside": ("out of the repository", lambda path: path.symlink_to("/etc")),
    "link to a device": ("out of the repository", lambda path: path.symlink_to("/dev/zero")),
    "link to a hidden file": ("hidden", lambda path: path.symlink_to("../.env")),
    "link to its own folder": ("holds it", lambda path: path.symlink_to(".")),
    "link to the folder above": ("holds it", lambda path: path.symlink_to("..")),
    "link to nothing": ("link to nothing", lambda path: path.symlink_to("nowhere")),
    "link to itself": ("link to nothing", lambda path: path.symlink_to(path.name)),
    "pipe": ("a pipe", os.mkfifo),
    "socket": ("a socket", bind),
}


@pytest.mark.parametrize("name", ODD)
def test_what_must_not_be_published_is_a_finding_with_its_path(docs: Path, name: str) -> None:
    reason, make = ODD[name]
    make(docs / "odd.md")
    for written in (read_written(docs), list_written(docs)):
        (finding,) = written.findings
        assert (finding.code, finding.span.path[:11]) == ("file-unreadable", "../docs/odd")
        assert reason in finding.message
        assert finding.hint
        assert set(written.files) == {"about/team.md"}


def test_links_within_the_repository_are_followed(docs: Path) -> None:
    (docs / "more").symlink_to("../more")
    (docs / "again.md").symlink_to("about/team.md")
    written = read_written(docs)
    assert written.findings == ()
    assert written.files == {"about/team.md": b"# Team\n", "again.md": b"# Team\n", "more/x.md": b"# More\n"}
    assert written.linked == (str(docs.parent.resolve() / "more"),)


def test_the_repository_reaches_up_to_its_git_folder(docs: Path, tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "logo.svg").write_text("<svg/>", encoding="utf-8")
    (docs / "shared").symlink_to("../../shared")
    assert [finding.span.path for finding in read_written(docs).findings] == ["../docs/shared"]
    (tmp_path / ".git").mkdir()
    assert read_written(docs).findings == ()
    assert "shared/logo.svg" in read_written(docs).files
    (docs / "config.txt").symlink_to("../../.git")
    assert ["hidden" in finding.message for finding in read_written(docs).findings] == [True]


def test_a_docs_folder_that_is_a_link_is_read_where_it_lies(docs: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "docs").symlink_to(docs)
    assert read_written(tmp_path / "other" / "docs").files == {"about/team.md": b"# Team\n"}


BACKUPS = [
    "team.md~", "#team.md#", "4913", "team.md.orig", "team.md.BAK", "a.tmp", "~$letter.docx", "Thumbs.db",
    "desktop.ini", "team.md.rej", "about.bak/x.md", "team.md.swp",
]  # fmt: skip


def test_what_editors_leave_behind_is_left_out_and_named(docs: Path) -> None:
    for name in (*BACKUPS, ".#team.md", ".team.md.swp", ".DS_Store"):
        (docs / name).parent.mkdir(exist_ok=True)
        (docs / name).write_text("x", encoding="utf-8")
    for name in ("tmp.md", "original.md", "49130", "bak.txt"):
        (docs / name).write_text("x", encoding="utf-8")
    written = read_written(docs)
    assert set(written.files) == {"about/team.md", "tmp.md", "original.md", "49130", "bak.txt"}
    assert set(written.left_out) == {name.partition("/")[0] for name in BACKUPS}
    assert every(name in say_left_out(written) for name in written.left_out)
    assert say_left_out(read_written(docs / "about")) == ""


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_what_may_not_be_read_is_a_finding(docs: Path) -> None:
    (docs / "about" / "team.md").chmod(0)
    assert [finding.span.path for finding in read_written(docs).findings] == ["../docs/about/team.md"]


def test_docs_lie_beside_the_data_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content" / "data").mkdir(parents=True)
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "data").symlink_to(tmp_path / "content" / "data")
    monkeypatch.chdir(tmp_path / "project")
    here = (tmp_path / "project").resolve()
    assert docs_of(Path("data")) == here / "docs"
    assert docs_of(Path("./data/")) == here / "docs"
    assert docs_of(Path("../project/data")) == here / "docs"
    assert docs_of(Path()) == here.parent / "docs"
    assert docs_of(Path("..")) == here.parent.parent / "docs"
    assert name_beside(here / "texts", Path("data")) == "../texts"
