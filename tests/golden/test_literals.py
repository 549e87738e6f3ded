"""One body for all literals: `literals/*.yml` hold what is written and what must come of it."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.model.malformed import Malformed
from briefing.model.value_comparing import interval
from briefing.model.value_json import value_json
from briefing.model.value_parsing import parse_value
from briefing.model.values import print_value, value_text

FOLDER = Path(__file__).parent / "literals"


def read_cases(path: Path) -> list[dict[str, Any]]:
    return list(yaml.safe_load(path.read_text("utf-8")))


def outcome(kind: str, literal: str) -> dict[str, Any]:
    value = parse_value(kind, literal)
    if isinstance(value, Malformed):
        return {"error": {key: content for key, content in asdict(value).items() if content != ""}}
    shown: dict[str, Any] = {"json": {key: content for key, content in value_json(value).items() if key != "printed"}}
    shown |= {"text": value_text(value), "canonical": print_value(value)}
    ends = [None if end is None else f"{end.normalize():f}" for end in interval(value)]
    return shown | ({"interval": ends} if ends != [None, None] else {})


CASES = [
    pytest.param(case, id=f"{path.stem}: {case['input'][:40]!a}")
    for path in sorted(FOLDER.glob("*.yml"))
    for case in read_cases(path)
]


@pytest.mark.parametrize("case", CASES)
def test_literal_becomes_what_its_case_says(case: dict[str, Any]) -> None:
    expected = {key: case[key] for key in case if key not in ("input", "kind", "why")}
    assert outcome(case["kind"], case["input"]) == expected


def test_json_of_a_good_literal_keeps_what_was_printed() -> None:
    good = [case.values[0] for case in CASES if "json" in case.values[0]]
    assert len(good) > 40
    for case in good:
        value = parse_value(case["kind"], case["input"])
        assert not isinstance(value, Malformed)
        assert value_json(value)["printed"] == case["input"]


def test_golden_cases_can_be_rewritten(update_golden: bool) -> None:
    """`--update-golden` takes over the outcomes; the diff is then to be read by a person."""
    for path in sorted(FOLDER.glob("*.yml")) if update_golden else []:
        head = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
        cases = [
            {key: case[key] for key in ("input", "kind", "why") if key in case} | outcome(case["kind"], case["input"])
            for case in read_cases(path)
        ]
        body = yaml.safe_dump(cases, allow_unicode=True, sort_keys=False, width=120, default_flow_style=False)
        path.write_text("\n".join([*head, body]), "utf-8")
