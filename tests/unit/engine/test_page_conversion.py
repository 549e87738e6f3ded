"""A page converted here is as MkDocs makes it by Python-Markdown: HTML, contents, title, links, warnings."""

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from benchmarks.sample import make_sample
from briefing.edges.disk import read_tree
from briefing.edges.pages import read_pages
from briefing.engine.page_conversion import can_convert, convert_page
from briefing.engine.plugin import DataPage
from briefing.engine.settings import PLUGIN
from briefing.pipeline import generate_files, prepare
from tests.hostile.crowd import crowd_sources

ROOT = Path(__file__).resolve().parents[3]
BY_PYTHON_MARKDOWN = frozenset({"about/method/index.md", "data/index.md", "index.md"})
"""Pages with code, with items of several lines, or with lists one after the other; no-break spaces are refused, too."""

SOURCES: Mapping[str, Callable[[], Mapping[str, bytes]]] = {
    "real": lambda: read_tree(ROOT / "data")[0],
    "two papers": lambda: read_tree(ROOT / "tests" / "sites" / "two_papers")[0],
    "made up": lambda: make_sample(8),
    "hostile": crowd_sources,
}


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    """Give the settings that every briefing is built with."""
    return load_config(
        str(ROOT / "generator" / "briefing" / "engine" / "mkdocs.yml"),
        plugins={PLUGIN: {"data": str(ROOT / "data")}},
        docs_dir=str(tmp_path),
        site_dir=str(tmp_path.parent / "site"),
    )


def files_of(texts: Mapping[str, str], config: MkDocsConfig) -> Files:
    return Files([DataPage(config, path, texts) for path in texts])


def read_page(path: str, config: MkDocsConfig, files: Files) -> Page:
    file = files.get_file_from_path(path)
    assert file is not None
    page = Page(None, file, config)
    page.read_source(config)
    return page


def facts(page: Page) -> tuple[Any, ...]:
    """Return what the conversion of a page leaves in it."""
    contents = [(item.title, item.id, item.level, str(item)) for item in page.toc]
    page.meta = {}  # a title in the front matter comes before that of the text
    return page.content, contents, page.title


@pytest.mark.parametrize("sample", SOURCES)
def test_every_page_of_a_sample_is_what_mkdocs_makes(sample: str, config: MkDocsConfig) -> None:
    sources = SOURCES[sample]()
    dataset = prepare(sources).dataset
    assert dataset is not None
    texts = generate_files(dataset, sources).pages
    written = {path: text.decode() for path, text in read_pages(ROOT / "docs").items() if path.endswith(".md")}
    files = files_of({**written, **texts}, config)
    refused = set()
    for path in texts:
        ours, theirs = read_page(path, config, files), read_page(path, config, files)
        if not convert_page(ours, config, files):
            refused.add(path)
            continue
        theirs.render(config, files)
        assert facts(ours) == facts(theirs), path
    assert {path for path in refused if "\xa0" not in texts[path]} <= BY_PYTHON_MARKDOWN


def warnings_of(convert: Callable[[Page, MkDocsConfig, Files], object], config: MkDocsConfig, text: str) -> list[str]:
    """Return what MkDocs says of the links in a text."""
    seen: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            seen.append(record.getMessage())

    listener = Listener(level=logging.INFO)
    log = logging.getLogger("mkdocs.structure.pages")
    log.addHandler(listener)
    files = files_of({"index.md": text, "a/index.md": "# A { #a }\n"}, config)
    try:
        convert(read_page("index.md", config, files), config, files)
    finally:
        log.removeHandler(listener)
    return seen


def test_mkdocs_warns_of_every_link_that_leads_nowhere(config: MkDocsConfig) -> None:
    text = (
        "# Top { #top }\n\n[A](a/index.md) [b](b/index.md) [b](b/index.md#x) [b](b/index.md) [c](c) [d](/d/) [A](a/)\n"
    )
    expected = warnings_of(Page.render, config, text)
    assert len(expected) >= 5
    assert warnings_of(convert_page, config, text) == expected


def test_a_text_that_is_refused_leaves_the_page_as_it_was(config: MkDocsConfig) -> None:
    text = "# Top { #top }\n\n[b](b/index.md)\n\n*so*\n"
    files = files_of({"index.md": text}, config)
    page = read_page("index.md", config, files)
    assert not convert_page(page, config, files)
    assert page.content is None
    assert warnings_of(convert_page, config, text) == []


def test_the_usual_settings_are_converted_here(config: MkDocsConfig) -> None:
    assert can_convert(config)


@pytest.mark.parametrize(
    "change",
    [
        lambda config: config.markdown_extensions.append("smarty"),
        lambda config: config.markdown_extensions.remove("def_list"),
        lambda config: config.mdx_configs["toc"].update(permalink="¶"),
        lambda config: config.mdx_configs["toc"].update(toc_depth=2),
        lambda config: config.mdx_configs["toc"].update(baselevel=2),
        lambda config: config.hooks.update(mine=object()),
    ],
    ids=["one more", "one less", "another sign", "fewer levels", "other levels", "a hook"],
)
def test_whoever_has_another_say_gets_python_markdown(
    config: MkDocsConfig, change: Callable[[MkDocsConfig], object]
) -> None:
    change(config)
    assert not can_convert(config)
