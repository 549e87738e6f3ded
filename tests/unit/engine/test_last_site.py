"""Pages of the last site are taken over where they would come out the same, and nowhere else."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pytest

from briefing.edges.content_cache import MARKER
from briefing.engine.build import build_site
from briefing.engine.content import Content
from briefing.engine.last_site import CACHE
from briefing.engine.mkdocs_session import OnDemandSite
from tests.small_content import small_content
from tests.unit.engine.test_build import files_of, own_settings


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder in which the small briefing has been built, with a page written by hand, as `site`."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "data").mkdir()
    (folder / "docs").mkdir()
    (folder / "docs" / "team.md").write_text("---\ntitle: Team\n---\n\n# Team\n\n[Home](index.md)\n", encoding="utf-8")
    build(small_content(), folder / "data")
    return folder


@pytest.fixture
def data(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path / "data"


@pytest.fixture(scope="module")
def right(built: Path) -> dict[str, bytes]:
    """Give the files of that site."""
    return files_of(built / "site")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the texts that became pages, from now on."""
    paths: list[str] = []
    make_page = OnDemandSite.make_page
    monkeypatch.setattr(OnDemandSite, "make_page", lambda site, path: paths.append(path) or make_page(site, path))
    return paths


def build(content: Content, data: Path, name: str = "site", *, clean: bool = False) -> dict[str, bytes]:
    build_site(content, data, data.parent / name, clean=clean)
    return files_of(data.parent / name)


def test_nothing_is_made_twice(content: Content, data: Path, made: list[str], right: dict[str, bytes]) -> None:
    assert build(content, data) == right
    assert made == []
    assert build(content, data, clean=True) == right
    assert sorted(made) == sorted([*content.pages, "team.md"])


def test_a_build_says_how_many_pages_it_made(content: Content, data: Path) -> None:
    again = build_site(content, data, data.parent / "site")
    assert (again.made, again.pages) == (0, len(content.pages) + 2)  # the page by hand, and that for what is not found
    anew = build_site(content, data, data.parent / "site", clean=True)
    assert (anew.made, anew.pages) == (again.pages, again.pages)
    edited = build_site(changed_page(content, data), data, data.parent / "site")
    assert 0 < edited.made < edited.pages


def changed_page(content: Content, data: Path) -> Content:
    return replace(content, pages={**content.pages, "about/index.md": content.pages["about/index.md"] + "\n*New*\n"})


def changed_twin(content: Content, data: Path) -> Content:
    return replace(content, static={**content.static, "companies/acme/index.md": b"# Acme, renamed\n"})


def changed_docs(content: Content, data: Path) -> Content:
    (data.parent / "docs" / "team.md").write_text("---\ntitle: We\n---\n\n# We\n", encoding="utf-8")
    return content


def first_image(content: Content, data: Path) -> Content:
    return replace(content, images={"companies/acme/share.png": b"\x89PNG"})


def changed_day(content: Content, data: Path) -> Content:
    return replace(content, day="2026-11-23")


def changed_name(content: Content, data: Path) -> Content:
    return replace(content, name="Other")


def changed_settings(content: Content, data: Path) -> Content:
    own_settings(data, "copyright: Ours\n")
    return content


def new_hub(content: Content, data: Path) -> Content:
    return replace(content, hubs=("companies/index.md",))


def new_written_file(content: Content, data: Path) -> Content:
    (data.parent / "docs" / "plan.svg").write_text("<svg/>", encoding="utf-8")
    return content


ALL = None
EDITS: list[tuple[Callable[[Content, Path], Content], list[str] | None]] = [
    (changed_page, ["about/index.md"]),
    (changed_twin, ["companies/acme/index.md"]),
    (changed_docs, ["team.md"]),
    (first_image, ["companies/acme/index.md"]),
    (changed_day, ALL),
    (changed_name, ALL),
    (changed_settings, ALL),
    (new_hub, ALL),
    (new_written_file, ALL),
]


@pytest.mark.parametrize(("edit", "remade"), EDITS, ids=[edit.__name__ for edit, _ in EDITS])
def test_what_an_edit_reaches_is_made_anew(
    content: Content,
    data: Path,
    made: list[str],
    monkeypatch: pytest.MonkeyPatch,
    edit: Callable[[Content, Path], Content],
    remade: list[str] | None,
) -> None:
    edited = edit(content, data)
    site = build(edited, data)
    assert sorted(set(made)) == sorted([*content.pages, "team.md"] if remade is None else remade)
    # Made as a whole, by MkDocs itself: this program's own loop has no part in it.
    monkeypatch.setattr("briefing.engine.convert.is_ours_alone", lambda config: False)
    assert site == build(edited, data, "theirs")


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def edited(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"Acme", b"Evil"))


def gone(file: Path) -> None:
    file.unlink()


def linked(file: Path) -> None:
    file.rename(file.with_name("moved"))
    file.symlink_to(file.with_name("moved"))


def piped(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def foreign(file: Path) -> None:
    file.write_bytes(b"x" * 99)


SPOILS = [emptied, edited, gone, linked, piped, folder]
PAGES = ["companies/acme/index.html", "companies/acme/index.md", "404.html"]


@pytest.mark.parametrize(("spoil", "name"), list(zip(SPOILS, cycle(PAGES), strict=False)))
def test_what_became_of_the_last_site_shows_in_no_page(
    content: Content, data: Path, right: dict[str, bytes], spoil: Callable[[Path], None], name: str
) -> None:
    spoil(data.parent / "site" / name)
    assert build(content, data) == right


@pytest.mark.parametrize("spoil", [emptied, linked, folder, foreign])
def test_what_became_of_the_cache_shows_in_no_page(
    content: Content, data: Path, right: dict[str, bytes], spoil: Callable[[Path], None]
) -> None:
    (file,) = (file for file in (data.parent / CACHE).iterdir() if file.name != MARKER)
    spoil(file)
    assert build(content, data) == right


def test_nothing_is_kept_of_a_site_that_was_not_published(content: Content, data: Path, made: list[str]) -> None:
    broken = replace(content, pages={**content.pages, "about/index.md": "# About\n\n[Gone](gone.md)\n"})
    with pytest.raises(Exception, match=r"gone\.md"):
        build(broken, data)
    made.clear()
    build(content, data)
    assert made == []


def test_another_site_beside_it_takes_nothing_wrong(content: Content, data: Path, right: dict[str, bytes]) -> None:
    """What is kept is of the site that was built last, wherever that was."""
    two = build(changed_page(content, data), data, "two")
    assert two != right
    assert build(content, data) == right
    assert build(changed_page(content, data), data, "two") == two


@pytest.mark.parametrize(
    "more", ["plugins: [briefing, tags]\n", "hooks: [hook.py]\n", "markdown_extensions: [pymdownx.tilde]\n"]
)
def test_where_others_have_a_say_pages_are_made_as_mkdocs_makes_them(
    content: Content, data: Path, made: list[str], more: str
) -> None:
    (data.parent / "hook.py").write_text(
        "def on_page_content(html, page, config, files):\n    return html.replace('sample', 'simple')\n",
        encoding="utf-8",
    )
    (data.parent / "mkdocs.yml").write_text(f"site_name: x\ntheme: material\n{more}", encoding="utf-8")
    for _ in range(2):
        site = build(content, data)
        assert (b"A simple." in site["about/index.html"]) == ("hook" in more)
    assert made == []
