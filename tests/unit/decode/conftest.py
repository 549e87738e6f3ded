"""Small data for tests of decoding: a base of files, and what comes of them."""

from collections.abc import Callable, Mapping

import pytest

from briefing.pipeline import Prepared, prepare

BASE = {
    "briefing.yml": "name: Chips\nurl: https://chips.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n",
    "publishers/herald.yml": "name: Herald\ngrade: {letter: B, why: a daily}\n",
    "companies/acme.yml": "name: Acme\ndescribes: A maker of chips.\n",
    "companies/northwind.yml": "name: Northwind\ndescribes: A maker of wafers.\n",
    "people/jane-doe.yml": "name: Jane Doe\ndescribes: The head of Acme.\n",
}
HEAD = "publisher: herald\nlanguage: en\nform: report\npublished: 2024-04-14\n"
Prepare = Callable[..., Prepared]


@pytest.fixture
def prepare_data() -> Prepare:
    """Prepare the base with files laid over it; ``claims`` are the rows of articles/one.yml."""

    def run(files: Mapping[str, str] | None = None, *claims: str, article: str = "") -> Prepared:
        laid_over = dict(files or {})
        if claims or article:
            rows = "".join(f"  - {row}\n" for row in claims)
            laid_over["articles/one.yml"] = HEAD + article + (f"claims:\n{rows}" if rows else "")
        return prepare({path: text.encode() for path, text in {**BASE, **laid_over}.items()})

    return run
