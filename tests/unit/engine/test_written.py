"""Search follows the pages that people write, in whatever way a site is made."""

import json
from pathlib import Path

import pytest

from briefing import cli
from briefing.edges.disk import write_files
from briefing.engine.content import Content, ContentReader
from briefing.preview.serve import Rebuilder
from briefing.preview.state import PreviewState
from tests.rule_cases import files_of, sources_of

STATES = [("", []), ("# How to read", ["How to read"]), ("# How to go on", ["How to go on"])]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    write_files(tmp_path / "data", sources_of(files_of({})))
    return tmp_path / "data"


def write(data: Path, text: str) -> Path:
    page = data.parent / "docs" / "about" / "reading.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    if text:
        page.write_text(f"{text}\n\nMarks.\n", encoding="utf-8")
    return page


def found(index: bytes) -> list[str]:
    return [row[4] for row in json.loads(index)["entries"] if row[3] == "about/reading/"]


def test_the_plugin_reads_them_again_where_they_changed(data: Path) -> None:
    reader = ContentReader(data, docs_dir=data.parent / "docs")
    for text, titles in STATES:
        write(data, text)
        content = reader.read()
        assert reader.read() is content
        assert found(content.static["search/index.json"]) == titles


def test_a_preview_follows_them(data: Path) -> None:
    state = PreviewState()
    rebuilder = Rebuilder(data, None, "http://127.0.0.1:8000/", state, lambda _: None)
    for text, titles in STATES:
        rebuilder.update([str(write(data, text))])
        content: Content | None = state.snapshot.good.content if state.snapshot.good else None
        assert content is not None
        assert found(content.static["search/index.json"]) == titles


def test_pages_without_mkdocs_have_them(data: Path) -> None:
    write(data, "# How to read")
    out = data.parent / "out"
    assert cli.run(["generate", "--data", str(data), "--out", str(out)]) == 0
    assert (out / "pages/about/reading.md").is_file()
    assert found((out / "static/search/index.json").read_bytes()) == ["How to read"]
