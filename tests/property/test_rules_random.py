"""Claims at random: no rule raises, what it finds is well formed, and the order of files and claims changes nothing."""

import random
from typing import Any

import pytest

from briefing.dataset.conflicts.rule_table import RULES
from briefing.model.claims import BASES, STAGES, Modality
from briefing.model.registry import Attribute
from briefing.pipeline import built_in_registry
from tests.rule_cases import BASE, Files, Found, found_in

REGISTRY = built_in_registry().attributes
SUBJECTS = sorted(
    path.rpartition("/")[2][:-4] for path in BASE if path.count("/") and path[:8] not in ("articles", "publishe")
)
ARTICLES = ("gazette", "herald", "rewrite")
TEXTS = (
    "largest",
    "a company that makes chips",
    "chips in Japan",
    "worldwide within 34 years",
    "AI, chips",
    "日本の工場",
)
VALUES = {
    "money": (
        "JPY 3tn", "JPY 3兆9000億", "up to JPY 943bn", "USD 6.27bn", "USD 2bn to 5bn", "about USD 0.5", "JPY 0",
        "EUR 9bn per year", "over JPY 370tn", "USD 99999999999999bn", "at least USD 6.3bn", "nearly JPY 443tn",
    ),
    "quantity": (
        "3 fabs", "about 30 fabs", "25 % per year", "129 % of the population", "0.71 % of GDP", "rank 32 of 67",
        "rank 1", "60 % of foundry sales", "3 times", "5000000 people", "0 jobs", "rank 1", "1 to 9 jobs", "17 years",
    ),
    "date": (
        "2024-04-10", "2025-04", "2027", "2027/..", "../2040", "JFY2040", "2021~/2024-04", "2027?", "202X",
        "JFY2030 H1", "0001", "9999-12-31", "../JFY2040", "2040",
    ),
    "entity": (*SUBJECTS, "text:IMF", "text:Another Maker"),
    "text": TEXTS,
}  # fmt: skip
OFTEN = ("amount", "milestone", "effect", "superlative", "share", "owner", "part-of", "definition")
MEETING = ("plan", "plan", "fab", "acme")
"""What most rules are about: claims must meet in a slot to be compared."""
OPTIONS: dict[str, tuple[Any, ...]] = {
    "line": ("total", "chips", "fabs"),
    "measure": ("market", "size"),
    "milestone": ("production", "trial-production", "opening"),
    "list": ("digital", "growth"),
    "edition": ("2023", "2024"),
    "role": ("president", "founder"),
    "stage": STAGES,
    "basis": BASES,
    "payer": ("japan", "acme", "unknown", "text:Some Fund", ["acme", "japan"]),
    "payee": (*SUBJECTS, "unknown"),
    "share": ("60 %", "40 %", "over 50 %"),
    "public_share": ("50 %",),
    "scope": TEXTS,
    "speaker": ("jane", {"group": "officials"}, {"document": "herald"}),
}
ANYWHERE: dict[str, tuple[Any, ...]] = {
    "modality": tuple(one.value for one in Modality),
    "period": VALUES["date"],
    "when": VALUES["date"],
    "as_of": ("2024-04", "2026-01-01", "1999", "2031"),
    "scope": TEXTS,
    "speaker": OPTIONS["speaker"],
    "condition": ("if all agree",),
    "denied": ("true",),
    "printed_so": ("true",),
    "exclude": ("off topic",),
    "par": ("3", "22-23"),
    "via": ("report",),
}


def random_claim(chance: random.Random, number: int) -> Files:
    """Return a claim about one or two subjects, mostly complete, with whatever its attribute takes."""
    if number > 1 and chance.random() < 0.15:
        again: Files = {"id": f"c{number}", "restates": f"c{chance.randint(1, number - 1)}"}
        return again | (
            {"value": chance.choice(VALUES[chance.choice(sorted(VALUES))])} if chance.random() < 0.5 else {}
        )
    attribute = REGISTRY[chance.choice(OFTEN if chance.random() < 0.6 else sorted(REGISTRY))]
    about = chance.choice(MEETING if chance.random() < 0.8 else SUBJECTS)
    claim: Files = {"id": f"c{number}", "about": about, "attribute": attribute.name}
    claim["value"] = random_value(chance, attribute)
    if attribute.symmetric and chance.random() < 0.3:
        claim |= {"about": chance.sample(SUBJECTS, 3)}
        del claim["value"]
    if "money" in attribute.values and chance.random() < 0.4:
        claim["also_printed"] = chance.choice(VALUES["money"])
    needed = {*attribute.required, *attribute.key}
    taken = {name for name in (*attribute.takes, *ANYWHERE) if chance.random() < 0.25}
    for name in sorted(needed | taken):
        claim[name] = chance.choice(OPTIONS.get(name) or ANYWHERE[name])
    return claim


def random_value(chance: random.Random, attribute: Attribute) -> str:
    if attribute.options:
        return chance.choice(attribute.options)
    if chance.random() < 0.05:
        return chance.choice(("unknown", "none"))
    if attribute.hierarchical and chance.random() < 0.5:
        return chance.choice(MEETING)
    return chance.choice(VALUES[chance.choice(attribute.values)])


def random_files(chance: random.Random) -> Files:
    """Return the base with claims, sums and judgements at random; a few of them are errors, which must not matter."""
    files = dict(BASE)
    files["rates.yml"] = [{"pair": "USD/JPY", "month": "2024-04", "rate": "153.89", "source": "the central bank"}]
    files["places/japan.yml"] = files["places/japan.yml"] | {"name": {"en": "Acme Japan"}, "not_same_as": ["acme"]}
    for article in ARTICLES:
        claims = [random_claim(chance, number) for number in range(1, chance.randint(1, 16))]
        if article == "rewrite":
            claims += copied_claims(files["articles/herald.yml"]["claims"])
        told = {
            "claims": claims,
            "cites": [{"id": "report", "publisher": "gazette"}],
            **random_standing(chance, article),
        }
        files[f"articles/{article}.yml"] = files[f"articles/{article}.yml"] | told
    keys = [f"{article}#{one['id']}" for article in ARTICLES for one in files[f"articles/{article}.yml"]["claims"]]
    lines = [{"id": line, "label": line.upper(), **random_relations(chance, line)} for line in OPTIONS["line"]]
    files["policies/plan.yml"] = files["policies/plan.yml"] | {
        "money_lines": lines,
        "not_same_as": chance.sample(["acme", "fab", "japan"], 2),
        "judgements": [random_judgement(chance, keys) for _ in range(chance.randint(0, 3))] if keys else [],
        "outcomes": [{"slot": {"attribute": "milestone", "milestone": "opening"}, "state": "unknown"}],
    }  # fmt: skip
    return files


def copied_claims(claims: list[Files]) -> list[Files]:
    """Return what a copy takes over word for word."""
    whole = [claim for claim in claims if "restates" not in claim]
    return [claim | {"id": f"copy{number}"} for number, claim in enumerate(whole[:3], start=1)]


def random_standing(chance: random.Random, article: str) -> Files:
    """Return what became of an article: the rewrite copies the herald, which may be withdrawn."""
    if article == "rewrite":
        return {"origin": "herald"}
    withdrawn = article == "herald" and chance.random() < 0.2
    return {"status": "withdrawn"} if withdrawn else {}


def random_relations(chance: random.Random, line: str) -> Files:
    others = [one for one in OPTIONS["line"] if one > line]
    if not others or chance.random() < 0.4:
        return {}
    name = chance.choice(("part_of", "in_addition_to", "overlaps", "supersedes", "same_sum_as"))
    return {name: [chance.choice(others)], "because": "so it is said"}


def random_judgement(chance: random.Random, keys: list[str]) -> Files:
    claims = chance.sample(keys, min(len(keys), chance.randint(1, 3)))
    judgement: Files = {"finding": {"rule": chance.choice(RULES).code, "claims": claims}, "because": "So."}
    if chance.random() < 0.5:
        return judgement | {"prefer": chance.choice(("both-stand", "differs")), "decided": "2026-11-21"}
    return judgement | {"reject": [{"claim": claims[0], "reason": "misread-source"}], "decided": "2026-11-21"}


def assert_well_formed(found: Found) -> None:
    """Every finding names places, claims and subjects that are there, and says something without leftovers."""
    for row in found.rows:
        for finding in row.values():
            assert finding.places
            assert set(finding.claims) <= set(found.dataset.claims)
            assert set(finding.about) <= set(found.dataset.subjects)
            assert finding.message.strip()
            assert not {"None", "[]", "()"} & set(finding.message.split()), finding.message
            assert not any(found.dataset.claims[key].excluded for key in finding.claims), finding


def shuffled(chance: random.Random, files: Files) -> Files:
    """Return the same files in another order, with the claims of each article in another order."""
    again = {path: dict(record) if isinstance(record, dict) else record for path, record in files.items()}
    for record in again.values():
        if isinstance(record, dict) and "claims" in record:
            record["claims"] = chance.sample(record["claims"], len(record["claims"]))
    paths = chance.sample(sorted(again), len(again))
    return {path: again[path] for path in paths}


def test_claims_at_random_never_break_a_rule(count) -> None:  # type: ignore[no-untyped-def]
    fired: set[str] = set()
    sound = 0
    for seed in range(count(2500)):
        files = random_files(random.Random(seed))
        try:
            found = found_in(files, sound=False)
            assert_well_formed(found)
        except Exception as problem:
            raise AssertionError(f"seed {seed}") from problem
        fired |= {rule.code for rule, row in zip(RULES, found.rows, strict=True) if row}
        sound += found.sound
    assert sound > 0
    # The claims are such that nearly every rule has had its say.
    assert len(fired) > len({rule.code for rule in RULES}) * 2 / 3, sorted({rule.code for rule in RULES} - fired)


@pytest.mark.parametrize("seed", range(40))
def test_the_order_of_claims_changes_no_finding(seed: int) -> None:
    files = random_files(random.Random(seed))
    again = shuffled(random.Random(-seed), files)
    before, after = found_in(files, sound=False), found_in(again, sound=False)
    for rule, one, other in zip(RULES, before.rows, after.rows, strict=True):
        assert one.keys() == other.keys(), rule.code
        assert {key: set(finding.claims) for key, finding in one.items()} == {
            key: set(finding.claims) for key, finding in other.items()
        }
