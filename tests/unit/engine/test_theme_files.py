"""Every file of a site is there for something: what the theme brings and nothing refers to stays away."""

import posixpath
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

from briefing.engine.build import build_site
from briefing.engine.content import Content, ContentReader

ROOT = Path(__file__).resolve().parents[3]
PAPERS = ROOT / "tests/sites/two_papers"
THEME = ROOT / "generator/briefing/engine/theme"
SETTINGS = (ROOT / "generator/briefing/engine/mkdocs.yml").read_text(encoding="utf-8")
ASKED_FOR_BY_NAME = (
    "index.html", "404.html", "_headers", "_redirects", "robots.txt", "sitemap.xml", "sitemap.xml.gz",
    "llms.txt", "SHA256SUMS",
)  # fmt: skip
"""What hosts, search engines and other programs look for without being told."""
KINDS = (
    r"\.briefing-site",  # the mark of our own folders
    r"(.+/)?index\.md",  # a page's text, beside the page
    r"(.+/)?preview\.json",  # what a page shows of another before a reader goes there
    r"search/(index|facets|shards|list|names)\.json|search/(cards|text|names)/[^/]+\.json",  # which scripts ask for
    r"api/v1/.+\.(json|csv)|briefing\.sqlite",  # exports, which the manual lists
    r"feeds/.+\.json",  # feeds in their second format
)
"""Files that are no link's end, by their documented paths."""
MARKUP_ADDRESS = "//@href | //@src | //@data-index | //meta[@property='og:image']/@content"
SCRIPT_ADDRESS = re.compile(rb"""(?:from|import\(|import|new URL\(|addLink\()\s*["']([^"'`]+)["']""")
STYLE_ADDRESS = re.compile(rb"""url\(["']?([^"')]+)""")


def files_of(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def addresses(path: str, content: bytes) -> Iterator[str]:
    """Yield the addresses in a file, as they stand there."""
    if path.endswith(".html"):
        yield from map(str, html.document_fromstring(content.decode()).xpath(MARKUP_ADDRESS))
    elif path.endswith(".js"):
        yield from (found.decode() for found in SCRIPT_ADDRESS.findall(content))
    elif path.endswith(".css"):
        yield from (found.decode() for found in STYLE_ADDRESS.findall(content))


def reached(files: Mapping[str, bytes], root: str) -> set[str]:
    """Return the files that addresses lead to, from those that are asked for by name."""
    found: set[str] = set()
    waiting = [path for path in ASKED_FOR_BY_NAME if path in files]
    while waiting:
        path = waiting.pop()
        found.add(path)
        for address in addresses(path, files[path]):
            whole = urljoin(f"{root}{path}", address)
            target = unquote(urlsplit(whole).path).lstrip("/")
            if not whole.startswith(root):
                continue
            file = posixpath.join(target, "index.html") if target.endswith("/") or not target else target
            if file in files and file not in found:
                waiting.append(file)
    return found


def test_every_file_of_a_site_is_there_for_something(tmp_path: Path) -> None:
    # What a build keeps for the next one lies beside its data.
    data = shutil.copytree(PAPERS, tmp_path / "data")
    content = ContentReader(data).read()
    assert content.report == ""
    build_site(content, data, tmp_path / "site")
    files = files_of(tmp_path / "site")
    found = reached(files, str(content.url))
    assert {"assets/search/open.js", "assets/search/fold.js", "companies/bay-steel/index.html"} <= found
    of_a_kind = {path for path in files if any(re.fullmatch(kind, path) for kind in KINDS)}
    assert set(files) - found - of_a_kind == set()


@pytest.fixture
def briefing(tmp_path: Path) -> Path:
    """Give a folder with a theme of the briefing's own and a folder of pages."""
    for folder in ("data", "docs/assets", "theme/assets/javascripts"):
        (tmp_path / folder).mkdir(parents=True)
    return tmp_path


def build(content: Content, briefing: Path, settings: str = SETTINGS) -> dict[str, bytes]:
    (briefing / "mkdocs.yml").write_text(settings, encoding="utf-8")
    build_site(content, briefing / "data", briefing / "site")
    return files_of(briefing / "site")


def test_what_editors_put_there_stays_whether_or_not_it_is_named(content: Content, briefing: Path) -> None:
    (briefing / "theme/assets/javascripts/own.js").write_text("'theirs'")
    (briefing / "theme/assets/javascripts/own.js.map").write_text("{}")
    (briefing / "docs/assets/plan.json").write_text("{}")
    files = build(content, briefing)
    assert {"assets/javascripts/own.js", "assets/javascripts/own.js.map", "assets/plan.json"} <= files.keys()
    of_the_theme = {path for path in files if path.startswith(("assets/javascripts/", "assets/images/"))}
    assert of_the_theme == {"assets/javascripts/own.js", "assets/javascripts/own.js.map"}


def test_what_a_file_of_an_editor_names_stays(content: Content, briefing: Path) -> None:
    (briefing / "docs/assets/site.webmanifest").write_text('{"icons": [{"src": "images/favicon.png"}]}')
    assert "assets/images/favicon.png" in build(content, briefing)


def test_the_search_of_the_theme_has_all_that_it_may_load(content: Content, briefing: Path) -> None:
    files = build(content, briefing, SETTINGS.replace("  - briefing:", "  - search\n  - briefing:"))
    names = {posixpath.basename(path) for path in files}
    assert {"lunr.ja.min.js", "lunr.stemmer.support.min.js", "tinyseg.js", "wordcut.js"} <= names
    assert [name for name in names if name.endswith(".map")] == []


def test_a_link_to_our_theme_is_no_foreign_theme(content: Content, briefing: Path) -> None:
    (briefing / "ours").symlink_to(THEME)
    files = build(content, briefing, SETTINGS.replace("custom_dir: theme", "custom_dir: ours"))
    assert "assets/compare.js" in files
