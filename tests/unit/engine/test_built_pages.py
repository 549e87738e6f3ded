"""What is kept of built pages saves reading them; a site is the same with it and without, whatever became of it."""

import hashlib
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.edges.content_cache import MARKER
from briefing.edges.program import program_digest
from briefing.engine.build import SiteFailed, build_site
from briefing.engine.built_pages import CACHE, read_pages_of_site
from briefing.engine.content import Content
from briefing.finishing.page import read_built_pages, read_page
from tests.unit.engine.test_build import files_of
from tests.unit.finishing.test_crawl import read_good

GOOD = read_good()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the pages that were read, from now on."""
    paths: list[str] = []
    for module in ("finishing.known_pages", "engine.page_maker"):
        monkeypatch.setattr(
            f"briefing.{module}.read_page", lambda path, html: paths.append(path) or read_page(path, html)
        )
    return paths


def kept_file(data: Path) -> Path:
    (file,) = (file for file in (data.parent / CACHE).iterdir() if file.name != MARKER)
    return file


def sealed(content: bytes) -> bytes:
    """Return bytes with their right digest, as only a program like ours would write them."""
    return hashlib.sha256(content).digest() + content


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut": lambda whole: whole[:-1],
    "one bit": lambda whole: whole[:-1] + bytes([whole[-1] ^ 1]),
    "longer": lambda whole: whole + b"\n",
    "foreign": lambda _: b"mine\n",
    "not packed": lambda _: sealed(b"mine"),
    "no text": lambda _: sealed(zlib.compress(b"\xff\n \n")),
    "no lines": lambda _: sealed(zlib.compress(b"")),
    "other lines": lambda whole: sealed(zlib.compress(zlib.decompress(whole[32:]).replace(b'"title"', b'"name"'))),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_damaged_is_read_anew_and_kept_again(data: Path, read: list[str], damage: str) -> None:
    right = read_pages_of_site(GOOD, data)
    assert right == read_built_pages(GOOD)
    file, whole = kept_file(data), kept_file(data).read_bytes()
    file.write_bytes(DAMAGE[damage](whole))
    read.clear()
    assert read_pages_of_site(GOOD, data) == right
    assert read == list(right)
    assert file.read_bytes() == whole


def test_clean_and_another_program_read_everything_anew(
    data: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    right = read_pages_of_site(GOOD, data)
    read.clear()
    assert read_pages_of_site(GOOD, data) == right
    assert read == []
    assert read_pages_of_site(GOOD, data, clean=True) == right
    assert read == list(right)
    read.clear()
    monkeypatch.setattr("briefing.engine.built_pages.program_digest", lambda: "0" * 32)
    assert read_pages_of_site(GOOD, data) == right
    assert read == list(right)
    assert kept_file(data).name == "0" * 32


def test_a_program_without_sources_keeps_nothing(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.engine.built_pages.program_digest", lambda: None)
    assert read_pages_of_site(GOOD, data) == read_built_pages(GOOD)
    assert not (data.parent / CACHE).exists()


@pytest.mark.parametrize("way", ["a file", "a link", "a foreign folder", "a folder in the way"])
def test_where_nothing_can_be_kept_everything_is_read(data: Path, read: list[str], way: str) -> None:
    folder = data.parent / CACHE
    mine = data.parent / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("mine", encoding="utf-8")
    if way == "a file":
        folder.parent.write_text("mine", encoding="utf-8")
    elif way == "a link":
        folder.parent.symlink_to(mine)
    elif way == "a foreign folder":
        folder.parent.mkdir()
        mine.rename(folder)
    else:
        (folder / str(program_digest()) / "full").mkdir(parents=True)
    for _ in range(2):
        read.clear()
        assert read_pages_of_site(GOOD, data) == read_built_pages(GOOD)
        assert len(read) == len(read_built_pages(GOOD))
    if way == "a foreign folder":
        assert [file.name for file in folder.iterdir()] == ["thesis.txt"]
    elif way == "a link":
        assert [file.name for file in mine.iterdir()] == ["thesis.txt"]


def test_a_build_after_an_edit_gives_the_bytes_of_a_clean_one(content: Content, data: Path, read: list[str]) -> None:
    build_site(content, data, data.parent / "site")
    edited = replace(content, pages={**content.pages, "about/index.md": content.pages["about/index.md"] + "\n*New*\n"})
    read.clear()
    build_site(edited, data, data.parent / "site")
    assert read == ["about/index.html"]
    build_site(edited, data, data.parent / "clean", clean=True)
    assert files_of(data.parent / "site") == files_of(data.parent / "clean")


def test_a_defect_stops_every_build_until_it_is_gone(content: Content, data: Path) -> None:
    (data.parent / "docs").mkdir()
    note = data.parent / "docs" / "note.md"
    note.write_text("---\ntitle: Note\n---\n\n# Note\n\n<p style='a'>x</p><script>spy()</script>\n", encoding="utf-8")
    said: list[str] = []
    for _ in range(2):
        with pytest.raises(SiteFailed, match="inline-style") as trouble:
            build_site(content, data, data.parent / "site")
        said.append(str(trouble.value))
    assert said[0] == said[1]
    assert "script-unexpected" in said[0]
    note.unlink()
    build_site(content, data, data.parent / "site")
