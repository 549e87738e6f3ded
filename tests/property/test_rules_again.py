"""Rules that look again only at what changed find what a first look finds, whatever was edited before."""

import random
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from briefing.dataset.conflicts.rule_table import RULES
from briefing.dataset.rule_base.groups import ByGroup
from briefing.diagnostics.diagnostic import Diagnostic
from briefing.pipeline import Workspace, prepare
from tests.property.test_rules_random import ARTICLES, random_claim, random_files
from tests.rule_cases import BASE, CASES, read, sources_of

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


# ---- rules that compare what shares something

GROUPED = sorted({rule.code for rule in RULES if isinstance(rule.find, ByGroup)})


def claims_of_cases(code: str) -> list[dict[str, Any]]:
    """Return what the cases of a rule say, but for sums of lines, which their files declare."""
    return [
        claim
        for name in sorted(CASES)
        if name.startswith(f"{code}/")
        for claims in read(CASES[name]).get("claims", {}).values()
        for claim in claims
        if not {"restates", "id", "via", "line"} & set(claim)
    ]


POOL = {code: claims for code in GROUPED if (claims := claims_of_cases(code))}
"""By rule, so that one with few cases is tried as often as one with many, and a new case changes no other's share."""
SUMS = ("ceiling", "chips", "spring", "years")
FIGURES = ("JPY 943bn", "JPY 940bn", "JPY 94bn", "USD 6.27bn", "USD 6.2bn", "USD 62bn", "JPY 3.9tn")
HOLDERS = ("acme", "fab", "japan", "northwind", "plan")
PAIRS = (("JPY 943bn", "USD 6.27bn"), ("JPY 3.9tn", "USD 25.44bn"), ("JPY 940bn", "USD 6.27bn"))
BELONGING = {
    "acme": ("located-in", "partner"),
    "fab": ("part-of", "operator"),
    "japan": ("part-of", "located-in"),
    "northwind": ("located-in", "supplier"),
    "plan": ("part-of", "actor"),
}
RELATIONS = ("part_of", "in_addition_to", "overlaps", "supersedes", "same_sum_as")


def pooled_claim(chance: random.Random) -> dict[str, Any]:
    """Return a sum, a conversion, a share, a relation, or a claim of the cases."""
    holder, other = chance.sample(HOLDERS, 2)
    line, figure, (value, beside) = chance.choice(SUMS), chance.choice(FIGURES), chance.choice(PAIRS)
    paid = {"payer": other, "payee": chance.choice(["japan", "unknown"]), "when": chance.choice(["2023", "2024"])}
    ways = chance.choice([
        # Two sums overlap only where much else meets, so that they have to come often.
        *[{"attribute": "amount", "line": line, "value": figure, "stage": "approved", **paid}] * 4,
        {"attribute": "figure", "measure": line, "value": figure},
        {"attribute": "figure", "measure": "cost", "value": value, "also_printed": beside},
        {"attribute": "share", "measure": "market", "value": f"{chance.randint(30, 60)} % of sales"},
        {"attribute": chance.choice(BELONGING[holder]), "value": other},
        {"attribute": "owner", "value": other, "share": f"{chance.randint(30, 60)} %"},
        *(chance.choice(POOL[code]) for code in sorted(POOL)),
    ])  # fmt: skip
    return {"about": holder, **ways}


def pooled_files(chance: random.Random) -> dict[str, Any]:
    """Return the base with such claims; in most, equal sums of those who have nothing in common are not looked for."""
    files = dict(BASE)
    files["briefing.yml"] = files["briefing.yml"] | {
        "thresholds": {"equal-figures.few": chance.choice(["0", "9", "200"])}
    }
    files["policies/plan.yml"] = files["policies/plan.yml"] | {"money_lines": some_lines(chance)}
    for article in ARTICLES:
        claims = [{**pooled_claim(chance), "id": f"c{place}"} for place in range(14)]
        files[f"articles/{article}.yml"] = files[f"articles/{article}.yml"] | {"claims": claims}
    return files


def some_lines(chance: random.Random) -> list[dict[str, Any]]:
    """Return the sums of a subject, one of which stands in some way to another."""
    one, other = chance.sample(SUMS, 2)
    told = {chance.choice(RELATIONS): [other], "because": "so it is said"}
    return [{"id": line, "label": line, **(told if line == one else {})} for line in SUMS]


def pooled_edit(files: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Return the files with one claim, or the record of one subject, changed."""
    if chance.random() < 0.3:
        return edited_record(files, chance)
    path = f"articles/{chance.choice(ARTICLES)}.yml"
    claims = list(files[path]["claims"])
    place = chance.randrange(len(claims))
    fresh = {**pooled_claim(chance), "id": f"c{chance.randrange(100, 900)}"}
    claims[place] = claims[place] | {"exclude": "off topic"} if chance.random() < 0.2 else fresh
    return files | {path: files[path] | {"claims": claims}}


def edited_record(files: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Return the files with other sums, another name, or another look-alike in the file of a subject."""
    path = chance.choice(["policies/plan.yml", "projects/fab.yml", "companies/acme.yml", "places/japan.yml"])
    others = sorted({*HOLDERS} - {path.rpartition("/")[2][:-4]})
    told = chance.choice([
        {"money_lines": some_lines(chance)},
        {"name": {"en": f"{files[path]['name']['en'][:6]} {chance.randrange(9)}"}},
        {"not_same_as": chance.sample(others, 1)},
    ])  # fmt: skip
    return files | {path: {**files[path], **told}}


def test_groups_hear_of_all_that_their_hits_depend_on(count: Callable[[int], int]) -> None:
    moved: Counter[str] = Counter()
    tries = count(100)
    for seed in range(3 * tries):
        # Where chance has left a rule out, more is tried.
        if seed >= tries and set(moved) == set(GROUPED):
            break
        chance = random.Random(seed)
        files, kept, before = pooled_files(chance), Workspace(), set[Diagnostic]()
        for step in range(EDITS):
            again, first = prepare(sources_of(files), workspace=kept), prepare(sources_of(files))
            assert again.findings == first.findings, (seed, step)
            assert again.dataset == first.dataset, (seed, step)
            found = {one for one in again.findings if one.code in GROUPED}
            moved.update({one.code for one in found ^ before} if step else ())
            files, before = pooled_edit(files, chance), found
    assert set(moved) == set(GROUPED), moved
