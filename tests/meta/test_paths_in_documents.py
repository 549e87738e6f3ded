"""Documents for maintainers name files that are there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.meta.repository import ROOT

PROGRAM = ROOT / "generator" / "briefing"
DOCUMENTS = [
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    *(f"decisions/{path.name}" for path in (ROOT / "decisions").glob("*.md")),
]
PATH = re.compile(r"`([\w.-]+(?:/[\w.-]+)*/(?:[\w.-]+\.(?:py|js|css|jinja|html|yml|md|toml|sh|txt))?)`")
"""A path with a folder: one to a file by its ending, one to a folder by its last stroke."""
HOMES = (ROOT, PROGRAM, PROGRAM / "engine", PROGRAM / "dataset", PROGRAM / "render", ROOT / "tests")
WRITTEN = {".briefing/", ".briefing/crawl/", "site/", "pages/", "wheels/", "search/", "api/", "data/waivers.yml"}
"""What the program writes, or an editor is told to write."""


def named_paths(document: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate((ROOT / document).read_text(encoding="utf-8").splitlines(), start=1):
        for match in PATH.finditer(line):
            yield number, match[1]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_in_a_document_leads_somewhere(document: str) -> None:
    missing = [
        f"{document}:{number}: {path}"
        for number, path in named_paths(document)
        if path not in WRITTEN and not any((Path(home) / path).exists() for home in HOMES)
    ]
    assert not missing, "\n".join(missing)


def test_architecture_names_many_paths() -> None:
    assert len(list(named_paths("ARCHITECTURE.md"))) > 30
