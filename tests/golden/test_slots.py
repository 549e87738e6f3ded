"""One body for all slots: `slots/*.yml` hold a few claims in short form and what must be shown of them.

`articles` are article files without their common fields; publishers `a` to `f` have that grade. `subjects` adds to
fact files, `briefing` to briefing.yml. Each entry of `slots` names a slot and some of what is expected of it.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.dataset.linked.records import Dataset, Slot
from briefing.diagnostics.diagnostic import Severity
from briefing.model.ids import ClaimKey
from briefing.model.values import print_value
from briefing.pipeline import prepare

FOLDER = Path(__file__).parent / "slots"
CASES = {path.stem: yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in sorted(FOLDER.glob("*.yml"))}
BRIEFING = "name: Chips\nurl: https://chips.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n"
SUBJECTS = {
    "acme": "companies", "northwind": "companies", "initech": "companies", "fab": "projects", "jane-doe": "people",
    "ministry": "organizations", "japan": "places",
}  # fmt: skip
RULES = ("values-differ", "dates-disjoint", "editor-differs")
"""The rules whose findings the cases count; what else rules notice has cases of its own."""


def sources_of(case: Mapping[str, Any]) -> dict[str, bytes]:
    files = {"briefing.yml": BRIEFING + case.get("briefing", ""), "rates.yml": RATES}
    for grade in "abcdef":
        files[f"publishers/{grade}.yml"] = f"name: Paper {grade}\ngrade: {{letter: {grade.upper()}, why: so it is}}\n"
    for subject, folder in SUBJECTS.items():
        head = f"name: The {subject.title()}\ndescribes: One of them.\n"
        files[f"{folder}/{subject}.yml"] = head + case.get("subjects", {}).get(subject, "")
    files |= {f"publishers/{name}.yml": text for name, text in case.get("publishers", {}).items()}
    for name, article in case["articles"].items():
        files[f"articles/{name}.yml"] = article_text(dict(article))
    return {path: text.encode() for path, text in files.items()}


RATES = "- {pair: USD/JPY, month: 2024-04, rate: 150, source: the bank}\n"


def article_text(article: dict[str, Any]) -> str:
    claims = "".join(f"  - {row}\n" for row in article.pop("claims"))
    fields = {"published": "2024-04-14", "language": "en", "form": "report", **article}
    return "".join(f"{name}: {text}\n" for name, text in fields.items()) + (f"claims:\n{claims}" if claims else "")


def dataset_of(case: Mapping[str, Any]) -> Dataset:
    prepared = prepare(sources_of(case))
    assert prepared.dataset is not None, prepared.findings
    assert not [
        finding
        for finding in prepared.findings
        if finding.severity is not Severity.CONFLICT and not is_warning(finding)
    ]
    return prepared.dataset


def is_warning(finding: Any) -> bool:
    return finding.severity is Severity.WARNING


def find_slot(dataset: Dataset, wanted: Mapping[str, Any]) -> Slot:
    about = wanted["about"] if isinstance(wanted["about"], list) else [wanted["about"]]
    key = {name: text for name, text in wanted.items() if name not in ("about", "attribute", "value", "opinion")}
    slots = [
        slot
        for slot in dataset.slots
        if list(slot.about) == about
        and slot.attribute == wanted["attribute"]
        and slot.many_value in (wanted.get("value"), f"text:{wanted.get('value')}")
        and slot.opinion is (wanted.get("opinion") == "true")
        and {name: text for name, text in slot.key if text is not None} == key
    ]
    assert len(slots) == 1, [(slot.about, slot.attribute, slot.key, slot.many_value) for slot in dataset.slots]
    return slots[0]


def seen_in(slot: Slot) -> dict[str, Any]:
    """Return all that a case may expect of a slot, as texts."""
    shown = slot.shown
    seen: dict[str, Any] = {
        "ranks": {key: rank.value for key, rank in slot.ranks.items()},
        "disputed": str(slot.disputed).lower(),
        "groups": str(len(slot.groups)),
        "shown": "nothing",
    }
    if shown is not None:
        value = print_value(shown.value) if shown.value is not None else "said"
        seen |= {
            "shown": f"not {value}" if shown.denied else value,
            "origins": list(shown.origins),
            "grade": shown.grade,
            "as_of": shown.as_of.edtf,
            "confidence": shown.confidence.value,
            "reason": shown.reason,
        }
    return seen


@pytest.mark.parametrize("name", CASES)
def test_a_slot_shows_what_its_case_says(name: str) -> None:
    case = CASES[name]
    dataset = dataset_of(case)
    for entry in case["slots"]:
        seen = seen_in(find_slot(dataset, entry["slot"]))
        expected = {field: value for field, value in entry.items() if field != "slot"}
        assert {field: seen[field] for field in expected} == expected
    conflicts = [f"{conflict.rule} {conflict.status}" for conflict in dataset.conflicts if conflict.rule in RULES]
    assert sorted(conflicts) == sorted(case.get("conflicts", []))
    for key, fields in case.get("claims", {}).items():
        assert claim_seen(dataset, key, fields) == fields


def claim_seen(dataset: Dataset, key: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the wanted fields of a claim as texts; qualifiers by their name."""
    claim = dataset.claims[ClaimKey(key)]
    own = {
        "value": print_value(claim.value) if claim.value is not None else "said",
        "as_of": claim.as_of.edtf,
        "origin": claim.origin,
        "grade": claim.grade,
        "modality": claim.modality.value,
        "about": list(claim.about),
        "attribute": claim.attribute,
        "restates": claim.restates,
    }
    return {name: own.get(name, claim.qualifiers.get(name, "absent")) for name in fields}


def test_every_case_says_why_and_expects_something() -> None:
    assert len(CASES) >= 50
    for case in CASES.values():
        assert set(case) <= {"name", "articles", "subjects", "publishers", "briefing", "slots", "conflicts", "claims"}
        assert case["name"]
        assert case["slots"] or case.get("claims")


def keys_of_conflicts(case: Mapping[str, Any]) -> list[str]:
    return [conflict.key for conflict in dataset_of(case).conflicts if conflict.rule in RULES]


def test_keys_of_findings_are_permanent() -> None:
    """A key names rule and slot: it stays when claims join, and two slots never share one."""
    case = CASES["conflict-two-values"]
    before = keys_of_conflicts(case)
    more = {**case, "articles": {**case["articles"], "third": {"publisher": "c", "claims": [JOINING]}}}
    after = keys_of_conflicts(more)
    assert before == after
    assert len(before) == 1


JOINING = "{id: c1, about: acme, attribute: figure, measure: revenue, value: USD 9bn}"
