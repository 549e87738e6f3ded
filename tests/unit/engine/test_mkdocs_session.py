"""A page made on demand is the page that a build makes, byte for byte, whichever is asked for first."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.engine.build import build_site
from briefing.engine.content import Content
from briefing.engine.mkdocs_session import MkDocsSession, open_preview_session
from briefing.engine.settings import open_settings

ADDRESS = "https://briefing.example/"


class Noting(Mapping[str, str]):
    """Texts that note who asked for them."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts
        self.asked: list[str] = []

    def __getitem__(self, path: str) -> str:
        self.asked.append(path)
        return self.texts[path]

    def __contains__(self, path: object) -> bool:
        return path in self.texts

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __len__(self) -> int:
        return len(self.texts)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "docs" / "about" / "reading").mkdir(parents=True)
    reading = "# How to read\n\n[Overview](../../index.md) ![x](../x.svg)\n"
    (tmp_path / "docs" / "about" / "reading" / "index.md").write_text(reading, encoding="utf-8")
    (tmp_path / "docs" / "about" / "x.svg").write_text("<svg/>", encoding="utf-8")
    return tmp_path / "data"


@pytest.fixture
def session(data: Path) -> Iterator[MkDocsSession]:
    with open_settings(data, None) as settings:
        yield open_preview_session(settings, ADDRESS)


def _counted_from_the_root(page: bytes) -> bytes:
    relative = {b'="./': b'="/', b'="."': b'="/"', b'"base":"."': b'"base":"/"', b'URL(".",': b'URL("/",'}
    for written, from_root in relative.items():
        page = page.replace(written, from_root)
    return page


def test_every_page_equals_the_built_one(content: Content, data: Path, session: MkDocsSession) -> None:
    out = data.parent / "site"
    build_site(content, data, out)
    site = session.open_site(content)
    pages = {file.parent.relative_to(out).as_posix() + "/": file.read_bytes() for file in out.rglob("index.html")}
    assert sorted(pages) == sorted(site.urls)
    for url in sorted(pages, reverse=True):
        assert site.page_html(url) == pages[url], url
    assert site.page_html("") == pages["./"]
    # An unknown address may be of any depth: a built 404 counts from the root, that of the preview from what was asked.
    missing = site.template_page("404.html")
    assert missing is not None
    assert _counted_from_the_root(missing) == (out / "404.html").read_bytes()
    assert site.template_page("sitemap.xml") == (out / "sitemap.xml").read_bytes()


def test_files_of_theme_and_folder_are_served_and_nothing_else(content: Content, session: MkDocsSession) -> None:
    site = session.open_site(content)
    assert site.asset("about/x.svg") == b"<svg/>"
    assert (
        site.asset(
            "about/reading/index.md",
        )
        is not None
    )
    assert b"--md-" in (site.asset("assets/briefing.css") or b"")
    assert site.asset("main.html") is None
    assert site.asset("../mkdocs.yml") is None
    assert site.page_html("companies/nothing/") is None
    assert site.template_page("main.html") is None


def test_no_text_is_made_before_its_page_is_asked_for(content: Content, session: MkDocsSession) -> None:
    texts = Noting(content.pages)
    site = session.open_site(replace(content, pages=texts))
    site.page_html("companies/acme/")
    site.page_html("companies/acme/")
    assert set(texts.asked) <= {"companies/acme/index.md", "vehicles/index.md"}  # a hub that nobody gave a title


def test_states_of_the_data_do_not_mix(content: Content, session: MkDocsSession) -> None:
    first = session.open_site(content)
    pages = {path: text.replace("None yet.", "One.") for path, text in content.pages.items()}
    second = session.open_site(replace(content, name="Other", pages={**pages, "companies/new/index.md": "# New\n"}))
    assert b"Other" in (second.page_html("vehicles/") or b"")
    assert b"One." in (second.page_html("vehicles/") or b"")
    assert b"None yet." in (first.page_html("vehicles/") or b"")
    assert b"Other" not in (first.page_html("vehicles/") or b"")
    assert first.page_html("companies/new/") is None
    assert second.has_page("companies/new/")


def test_the_hundredth_state_costs_what_the_first_did(content: Content, session: MkDocsSession) -> None:
    """Events of plugins were once registered anew for every state."""
    session.open_site(content)
    before = {name: len(methods) for name, methods in session.config.plugins.events.items()}
    lists = {key: len(value) for key, value in session.config.items() if isinstance(value, list)}
    for _ in range(3):
        session.open_site(content)
    assert {name: len(methods) for name, methods in session.config.plugins.events.items()} == before
    assert {key: len(value) for key, value in session.config.items() if isinstance(value, list)} == lists
