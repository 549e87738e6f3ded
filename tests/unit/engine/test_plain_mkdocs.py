"""Another way to the same site: MkDocs without our plugin over the page tree that `briefing generate` writes."""

import os
import re
from pathlib import Path

import pytest
from lxml import etree, html

from briefing.edges.disk import write_files
from briefing.edges.pages import read_pages
from briefing.engine.build import build_site
from briefing.engine.content import Content, ContentReader

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def real() -> Content:
    content = ContentReader(ROOT / "data").read()
    assert content.report == ""
    return content


def build_plainly(docs: Path, site: Path) -> list[str]:
    """Build a docs folder with the settings of mkdocs.yml but without our plugin; return what MkDocs warned of."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.utils import CountHandler
    from mkdocs.utils.yaml import yaml_load

    with (ROOT / "mkdocs.yml").open("rb") as file:
        plugins = [plugin for plugin in yaml_load(file)["plugins"] if "briefing" not in plugin]
    config = load_config(str(ROOT / "mkdocs.yml"), plugins=plugins, docs_dir=str(docs), site_dir=str(site))
    assert "briefing" not in config.plugins
    import logging

    class Warnings(CountHandler):
        def emit(self, record: logging.LogRecord) -> None:
            seen.append(record.getMessage())

    seen: list[str] = []
    handler = Warnings(level=logging.WARNING)
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        build(config)
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)
    return seen


def pages_of(site: Path) -> dict[str, Path]:
    return {page.relative_to(site).as_posix(): page for page in site.rglob("*.html")}


def canonical(page: Path) -> bytes:
    body = html.document_fromstring(page.read_text(encoding="utf-8")).find("body")
    return bytes(etree.tostring(body, method="c14n"))


def test_the_page_tree_alone_gives_the_same_pages(real: Content, tmp_path: Path) -> None:
    docs = tmp_path / "generated" / "pages"
    write_files(docs, read_pages(ROOT / "docs"))
    write_files(docs, {path: text.encode() for path, text in real.pages.items()})
    assert build_plainly(docs, tmp_path / "plain") == []
    build_site(real, ROOT / "data", tmp_path / "site")
    plain, ours = pages_of(tmp_path / "plain"), pages_of(tmp_path / "site")
    # No engine makes the cards for other sites.
    ours = {path: page for path, page in ours.items() if not path.startswith("embed/")}
    assert plain.keys() == ours.keys()
    different = [path for path in plain if canonical(plain[path]) != canonical(ours[path])]
    assert different == []


def test_the_settings_say_of_the_briefing_what_the_data_say(real: Content) -> None:
    from mkdocs.config import load_config

    config = load_config(str(ROOT / "mkdocs.yml"))
    assert config.site_name == real.name
    assert config.site_url == real.url
    assert config.extra["japanese"] == real.japanese
    named = set(re.findall(r"'([^']+\.md)'", str(config.nav)))
    assert named <= real.pages.keys() | read_pages(ROOT / "docs").keys()
    assert {hub for hub in real.hubs if hub in real.pages} <= named
