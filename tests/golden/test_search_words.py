"""One body for the words of search: `search_words/*.yml` hold texts and the terms that they are found by.

The browser is asked the same in tests/browser/test_search.py.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.render.search_words import fold, shard, terms
from tests.every import every

FOLDER = Path(__file__).parent / "search_words"
CASES = [case for path in sorted(FOLDER.glob("*.yml")) for case in yaml.safe_load(path.read_text("utf-8"))]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_texts_become_terms(case: dict[str, Any]) -> None:
    assert list(terms(case["text"])) == case["terms"]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_folding_again_changes_nothing(case: dict[str, Any]) -> None:
    assert fold(fold(case["text"])) == fold(case["text"])


def test_shards_are_names_that_any_disk_takes() -> None:
    found = {shard(term) for case in CASES for term in case["terms"]}
    assert {"ra", "2n", "us"} <= found
    assert every(name.isascii() and name.replace("-", "").isalnum() and name == name.lower() for name in found)
