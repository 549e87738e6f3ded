"""Data folders with everything in them that a file system can hold: read, or a finding, never an exception."""

import os
import socket
from pathlib import Path

import pytest

from briefing.edges.disk import READ_MAX, DataFolderMissing, read_tree, write_files, write_tree
from briefing.edges.pages import read_pages
from tests.every import every


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "companies").mkdir(parents=True)
    (folder / "briefing.yml").write_text("name: {en: One}\n", encoding="utf-8")
    (folder / "companies" / "acme.yml").write_text("name: {en: Acme}\n", encoding="utf-8")
    return folder


def findings_of(data: Path) -> dict[str, str]:
    return {finding.span.path: finding.code for finding in read_tree(data)[1]}


def test_reads_files_of_the_folder_and_of_its_folders_in_order(data: Path) -> None:
    (data / "articles").mkdir()
    (data / "articles" / "b.yml").write_bytes(b"\xff\x00")
    sources, findings = read_tree(data)
    assert list(sources) == ["articles/b.yml", "briefing.yml", "companies/acme.yml"]
    assert sources["articles/b.yml"] == b"\xff\x00"
    assert findings == ()


def test_passes_over_what_editors_leave_and_what_is_no_data(data: Path) -> None:
    for name in (".#acme.yml", "acme.yml~", ".DS_Store", "README.md"):
        (data / "companies" / name).write_text("x", encoding="utf-8")
    (data / ".git").mkdir()
    (data / ".git" / "config.yml").write_text("x", encoding="utf-8")
    sources, findings = read_tree(data)
    assert list(sources) == ["briefing.yml", "companies/acme.yml"]
    assert findings == ()


@pytest.mark.parametrize("name", ["acme.yaml", "acme.YML", "acme.Yaml", "acme.yml.txt"])
def test_a_name_that_was_meant_to_be_data_is_a_finding(data: Path, name: str) -> None:
    (data / "companies" / name).write_text("x", encoding="utf-8")
    assert findings_of(data) == {f"companies/{name}": "file-name"}


def test_a_name_that_cannot_be_shown_is_a_finding_without_it(data: Path) -> None:
    for name in (b"a\nb.yml", b"a\xffb.yml", b"a\x1b[31m.yml"):
        Path(os.fsdecode(os.fsencode(data / "companies") + b"/" + name)).write_bytes(b"x")
    sources, findings = read_tree(data)
    assert list(sources) == ["briefing.yml", "companies/acme.yml"]
    assert {finding.code for finding in findings} == {"file-name"}
    assert len(findings) == 3
    assert every(finding.span.path.isprintable() and finding.message.isprintable() for finding in findings)


def test_a_file_too_deep_is_misplaced(data: Path) -> None:
    (data / "companies" / "japan").mkdir()
    (data / "companies" / "japan" / "acme.yml").write_text("x", encoding="utf-8")
    assert findings_of(data) == {"companies/japan/acme.yml": "file-misplaced"}


def test_links_that_leave_the_folder_are_not_followed(data: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yml"
    secret.write_text("password", encoding="utf-8")
    (data / "companies" / "leak.yml").symlink_to(secret)
    (data / "companies" / "gone.yml").symlink_to(tmp_path / "nowhere")
    sources, _ = read_tree(data)
    assert findings_of(data) == {"companies/leak.yml": "file-unreadable", "companies/gone.yml": "file-unreadable"}
    assert b"password" not in b"".join(sources.values())


def test_links_to_folders_and_loops_end(data: Path) -> None:
    (data / "companies" / "self.yml").symlink_to("self.yml")
    (data / "companies" / "up").symlink_to("..")
    (data / "more").symlink_to("companies")
    assert findings_of(data) == {
        "companies/self.yml": "file-unreadable",
        "companies/up": "file-unreadable",
        "more": "file-unreadable",
    }


def test_a_link_inside_the_folder_and_a_linked_folder_are_fine(data: Path, tmp_path: Path) -> None:
    (data / "companies" / "beta.yml").symlink_to("acme.yml")
    (tmp_path / "link").symlink_to(data)
    sources, findings = read_tree(tmp_path / "link")
    assert sources["companies/beta.yml"] == sources["companies/acme.yml"]
    assert findings == ()


def test_what_is_no_plain_file_does_not_stop_the_reader(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(data / "companies" / "pipe.yml")
    (data / "companies" / "folder.yml").mkdir()
    monkeypatch.chdir(data / "companies")  # addresses of sockets are short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.yml")
        (data / "companies" / "device.yml").symlink_to("/dev/zero")
        expected = dict.fromkeys(("pipe.yml", "folder.yml", "socket.yml", "device.yml"), "file-unreadable")
        assert findings_of(data) == {f"companies/{name}": code for name, code in expected.items()}


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_what_may_not_be_read_is_a_finding(data: Path) -> None:
    (data / "companies" / "acme.yml").chmod(0)
    (data / "places").mkdir(mode=0)
    assert findings_of(data) == {"companies/acme.yml": "file-unreadable", "places": "file-unreadable"}
    (data / "places").chmod(0o700)


def test_a_huge_file_is_read_no_further_than_its_finding_needs(data: Path) -> None:
    with (data / "companies" / "huge.yml").open("wb") as file:
        file.truncate(1 << 33)
    sources, _ = read_tree(data)
    assert len(sources["companies/huge.yml"]) == READ_MAX


def test_a_missing_folder_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(DataFolderMissing) as missing:
        read_tree(tmp_path / "data")
    assert missing.value.exit_code == 2


def test_hand_written_pages_without_hidden_ones(tmp_path: Path) -> None:
    for path in ("about/team.md", ".draft.md", "about/.cache/x", "assets/a.svg"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path, encoding="utf-8")
    assert read_pages(tmp_path) == {"about/team.md": b"about/team.md", "assets/a.svg": b"assets/a.svg"}
    assert read_pages(tmp_path / "nowhere") == {}


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "a/./x", "a//x", "..", "a\0b", ""])
def test_no_path_leaves_the_output(tmp_path: Path, path: str) -> None:
    out = tmp_path / "out"
    with pytest.raises((ValueError, OSError)):
        write_files(out, {path: b"x"})
    assert list(tmp_path.iterdir()) == []


def test_a_tree_replaces_the_tree_before_it(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_tree(out, {"a.md": b"1", "b/c.md": b"2"})
    write_tree(out, {"b/d.md": b"3"})
    files = {file.relative_to(out).as_posix() for file in out.rglob("*") if file.is_file()}
    assert files == {"b/d.md", ".briefing-site"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
