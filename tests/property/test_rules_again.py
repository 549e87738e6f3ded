"""Rules that look again only at what changed find what a first look finds, whatever was edited before."""

import random
from typing import Any

import pytest

from generator.pipeline import Workspace, prepare
from tests.property.test_rules_random import ARTICLES, random_claim, random_files
from tests.rule_cases import sources_of

EDITS = 6


def with_more(files: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Return the files with articles enough that one edited claim is a small part of all."""
    for number in range(8):
        claims = [random_claim(chance, place) for place in range(1, 12)]
        files[f"articles/more-{number}.yml"] = files[f"articles/{ARTICLES[number % 3]}.yml"] | {"claims": claims}
    return files


def edited(files: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Return the files with one claim more, fewer or changed, in one article."""
    path = chance.choice([one for one in sorted(files) if one.startswith("articles/")])
    claims = list(files[path].get("claims", []))
    place = chance.randrange(len(claims) + 1)
    fresh = {**random_claim(chance, 1), "id": f"c{chance.randint(20, 99)}x{len(claims)}"}
    claims[place : place + chance.randint(0, 1)] = [fresh] if chance.random() < 0.7 else []
    return files | {path: files[path] | {"claims": claims}}


@pytest.mark.parametrize("seed", range(6))
def test_what_is_found_again_is_what_is_found_first(seed: int) -> None:
    chance = random.Random(seed)
    files = with_more(random_files(chance), chance)
    kept = Workspace()
    for _ in range(EDITS):
        again = prepare(sources_of(files), workspace=kept)
        first = prepare(sources_of(files))
        assert set(again.findings) == set(first.findings)
        assert again.dataset == first.dataset
        files = edited(files, chance)
