"""T6: data is never compiled as a template, by us or by the theme, nor read as a format."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import jinja2
import pytest
from lxml import html

from briefing.dataset.linked.records import Dataset
from briefing.engine import build
from briefing.engine.content import generate_content
from briefing.pipeline import generate_files
from briefing.render.environment import compiled_templates, environment
from tests.hostile import matrix

ROOT = Path(__file__).parents[2]
CODE = "{{ 7*7 }} {% include 'main.html' %} {{ config }} {0.__class__} {name} %(x)s ${y} {# z #}"


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Give the sources of everything that Jinja compiles while a test runs."""
    found: list[str] = []
    real = jinja2.Environment.compile

    def compile_(self: jinja2.Environment, source: object, *args: object, **kwargs: object) -> object:
        found.append(str(source))
        return real(self, source, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(jinja2.Environment, "compile", compile_)
    for known in (environment, compiled_templates):
        known.cache_clear()
    yield found
    for known in (environment, compiled_templates):
        known.cache_clear()


@pytest.fixture(scope="module")
def hostile_data() -> Dataset:
    """Give data whose every field that takes them is full of template code."""
    return matrix.try_text(CODE).dataset


def test_only_template_files_are_compiled_for_pages_and_twins(compiled: list[str], hostile_data: Dataset) -> None:
    pages = generate_files(hostile_data).pages
    files = {path.read_text("utf-8") for path in (ROOT / "generator/briefing/render/templates").rglob("*.jinja")}
    assert len(compiled) > 20
    assert set(compiled) <= files
    assert sum(bool(matrix.TAG.search(page)) for page in pages.values()) > 10


def test_only_template_files_are_compiled_for_a_site(
    compiled: list[str], hostile_data: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "crawl_site", lambda files, pages: ())
    (tmp_path / "data").mkdir()
    content = generate_content(hostile_data, {})
    few = {path: page for path, page in content.pages.items() if path.count("/") < 2}
    build.build_site(replace(content, pages=few), tmp_path / "data", tmp_path / "site")
    assert len(compiled) > 40
    assert not [source for source in compiled if matrix.TAG.search(source) or "7*7" in source]
    home = html.document_fromstring((tmp_path / "site" / "index.html").read_text("utf-8")).text_content()
    assert home.count(CODE) > 5
    assert not re.search(r"\b49\b", home)


def test_nothing_of_ours_makes_templates_of_strings() -> None:
    for path in (ROOT / "generator").rglob("*.py"):
        source = path.read_text("utf-8")
        assert not re.search(r"from_string|\bTemplate\(|\beval\(|\bexec\(|\|\s*safe\b", source), path
    for path in (ROOT / "generator").rglob("*.jinja"):
        assert not re.search(r"\|\s*safe\b|autoescape|\binclude\b[^%]*page\.", path.read_text("utf-8")), path
