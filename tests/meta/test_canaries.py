"""Other engines are asked for a page of every text, and what is missing or fails is told."""

import subprocess
from pathlib import Path

import pytest

from scripts.canaries import CANARIES, Canary, find_problems, list_missing

COPIES = """
import pathlib, sys
site, *left_out = sys.argv[1:]
for text in pathlib.Path("docs").rglob("index.md"):
    if text.parent.name not in left_out:
        page = pathlib.Path(site, text.relative_to("docs")).with_suffix(".html")
        page.parent.mkdir(parents=True)
        page.touch()
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("index.md", "companies/index.md", "companies/acme/index.md"):
        (tmp_path / "tree" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "tree" / name).write_text("# Acme\n", encoding="utf-8")
    return tmp_path / "tree"


def problems(tree: Path, *words: str, fails: bool = False) -> list[str]:
    def install(canary: Canary, folder: Path) -> None:
        assert canary.package == "wren"
        assert folder == tree.parent / "wren" / "packages"
        if fails:
            raise subprocess.CalledProcessError(1, "pip", "no such wren")

    canary = Canary("wren", ("-c", COPIES, "{site}", *words), takes_tree=True)
    return list(find_problems(canary, tree, tree.parent / "wren", install))


def test_an_engine_that_makes_every_page_is_no_problem(tree: Path) -> None:
    assert problems(tree) == []


def test_a_page_that_is_missing_is_named(tree: Path) -> None:
    assert problems(tree, "acme") == ["wren made no page of 1 texts, such as companies/acme/index.md"]
    assert list_missing(tree, tree) == ["companies/acme/index.md", "companies/index.md", "index.md"]


def test_an_engine_that_fails_or_cannot_be_installed_says_why(tree: Path) -> None:
    assert problems(tree, fails=True) == ["wren failed:\nno such wren"]
    canary = Canary("wren", ("-c", "import sys; sys.exit('a broken wing')"))
    found = list(find_problems(canary, tree, tree.parent / "other", lambda *_: None))
    assert found == ["wren failed:\na broken wing"]


def test_the_engines_are_called_as_python_modules() -> None:
    assert {canary.package: canary.words[1] for canary in CANARIES} == {
        "properdocs": "properdocs",
        "zensical": "zensical",
    }
