"""R34: what pages say in words of ours comes from the catalogue of labels, so that a language is one more table."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from briefing.edges.disk import read_tree
from briefing.pipeline import generate_files, prepare
from briefing.views.labels import catalogue
from briefing.views.labels.english import ENGLISH

DATA = Path(__file__).parents[3] / "data"
MARKED = {key: f"⟦{text}⟧" for key, text in ENGLISH.items()}


@pytest.fixture(scope="module")
def pages() -> dict[str, list[str]]:
    """Give the lines of every page of the real data in a language whose every label is marked."""
    sources, _ = read_tree(DATA)
    briefing = sources["briefing.yml"]
    assert briefing.count(b"\nlanguage: en\n") == 1
    sources = {**sources, "briefing.yml": briefing.replace(b"\nlanguage: en\n", b"\nlanguage: art\n")}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "CATALOGUES", {"en": ENGLISH, "art": MARKED})
        prepared = prepare(sources, publishing=True)
        assert prepared.dataset, prepared.findings
        return {path: text.splitlines() for path, text in generate_files(prepared.dataset).pages.items()}


def test_heads_of_tables_are_labels(pages: dict[str, list[str]]) -> None:
    heads = [
        (path, cell.strip())
        for path, lines in pages.items()
        for line, below in pairwise(lines)
        if below.startswith("|---")
        for cell in line.strip("| ").split("|")
    ]
    assert len(heads) > 1000
    assert [(path, cell) for path, cell in heads if cell and "⟦" not in cell] == []


def test_headings_of_sections_are_labels_or_lead_to_what_they_name(pages: dict[str, list[str]]) -> None:
    """But for `about/`: whole pages of prose, which another language would write anew."""
    judged_pages = {path: lines for path, lines in pages.items() if not path.startswith("about/")}
    headings = [(path, line) for path, lines in judged_pages.items() for line in lines if line.startswith("## ")]
    assert len(headings) > 500
    assert [(path, line) for path, line in headings if "⟦" not in line and "](" not in line] == []


def test_folds_and_figures_of_trust_are_named_by_labels(pages: dict[str, list[str]]) -> None:
    text = "\n".join(line for lines in pages.values() for line in lines)
    named = re.findall(r"<summary>(.*?)</summary>|<[^>]*class=\"(?:stat-label|field)\"[^>]*>(.*?)</", text)
    assert len(named) > 500
    assert [label for label in named if "⟦" not in "".join(label)] == []
