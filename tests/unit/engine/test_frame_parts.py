"""Parts of the frame that many pages share are those that each would have had by itself."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url

from briefing.engine import plugin
from briefing.engine.content import Content
from briefing.engine.frame_parts import FrameParts
from briefing.engine.mkdocs_session import MkDocsSession
from briefing.engine.settings import open_settings
from tests.every import every

URLS = ("a/", "a/b/", "a/c/", "a/b/d/", "a/c/d/", "b/", "b/c/", "b/c/d/", "c/", "a/b/d/e/", "")


def page_at(url: str) -> Page:
    page: Any = Page.__new__(Page)
    page.file, page.parent = SimpleNamespace(url=url, name="index"), None
    return page


class Frame:
    """A navigation whose part links to all its pages, and to a file besides."""

    def __init__(self, *urls: str) -> None:
        self.nav = Navigation([], [page_at(url) for url in urls])
        self.parts = FrameParts()
        self.rendered = 0

    def alone(self, page: Page) -> str:
        self.rendered += 1
        links = [*(item.url for item in self.nav.pages), "assets/logo.svg", "https://other.example/a/b/"]
        return "".join(f'<a href="{normalize_url(link or ".", page)}">' for link in links)

    def part(self, page: Page) -> str:
        return self.parts.part("nav", page, self.nav, lambda: self.alone(page))


@pytest.mark.parametrize("inside", [("a/", "b/"), ("a/", "a/b/", "c/"), ("a/b/d/", "b/"), ("", "a/b/", "a/b/d/e/")])
def test_a_part_has_the_links_of_its_own_page(inside: tuple[str, ...]) -> None:
    outside = [url for url in URLS if url not in inside]
    for first, second in permutations(outside, 2):
        frame = Frame(*inside)
        for url in (first, second, first):
            page = page_at(url)
            assert frame.part(page) == frame.alone(page), (inside, first, second)


def test_a_part_is_rendered_once_for_pages_that_lie_alike() -> None:
    frame = Frame("", "a/", "b/")
    parts = {frame.part(page_at(f"a/{number}/")) for number in range(50)}
    assert len(parts) == frame.rendered == 1


def test_a_page_of_the_navigation_has_parts_of_its_own() -> None:
    frame = Frame("a/", "a/b/")
    for page in frame.nav.pages * 2:
        frame.part(page)
    assert frame.rendered == 4


def test_no_more_is_kept_than_a_few_places() -> None:
    frame = Frame("a/")
    for number in range(1000):
        frame.part(page_at(f"{number}/x/"))
    assert every(len(parts) <= 64 for parts in frame.parts._parts.values())
    del frame.nav
    assert not frame.parts._parts


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "docs/about/more").mkdir(parents=True)
    (tmp_path / "docs/about/more/index.md").write_text("# More\n\nText.\n", encoding="utf-8")
    return tmp_path / "data"


def pages_of(content: Content, data: Path) -> Iterator[tuple[str, bytes | None]]:
    from mkdocs.config import load_config

    with open_settings(data, None) as settings:
        site = MkDocsSession(load_config(**settings, strict=False)).open_site(content)
        for url in site.urls:
            yield url, site.page_html(url)


def test_a_site_is_the_same_with_and_without_shared_parts(
    content: Content, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = dict(pages_of(content, data))
    monkeypatch.setattr(plugin, "share_frame_parts", lambda *_: None)
    assert dict(pages_of(content, data)) == shared
    assert len(shared) > 5
