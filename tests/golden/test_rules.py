"""One body for all conflict rules: `rules/<code>/*.yml` hold what is laid over the base briefing, and every finding.

`files` replace keys of a base file, or are new; `claims` are lists by article, numbered c1, c2 … unless they say
otherwise. `findings` name what they are about, their claims and how many places they have; audience, status, words of
the message, and whether a slip stops publication, only where a case is about them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
import yaml

from briefing.dataset.conflicts.conflicts import find_conflicts
from briefing.dataset.conflicts.rule_table import RULES
from briefing.dataset.linked.exchange_rates import index_rates
from briefing.dataset.linked.records import Dataset
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, finding_key
from briefing.dataset.rule_base.rule import Rule, Thresholds
from briefing.diagnostics.diagnostic import Severity
from briefing.pipeline import Prepared, prepare
from tests.rule_cases import CASES, files_of, read, sources_of

CODES = sorted({name.partition("/")[0] for name in CASES})
_KEPT = ("about", "claims", "places", "slip")
KEYS = {"why", "files", "claims", "findings"}
_SLUG_FIELDS = ("milestone", "measure", "line", "list", "edition", "role", "stage", "basis", "attribute", "value")


@cache
def findings_of(name: str) -> list[dict[str, Any]]:
    return found(name.partition("/")[0], prepare(sources_of(files_of(read(CASES[name])))))


def found(code: str, prepared: Prepared) -> list[dict[str, Any]]:
    """Return every finding of a code; of a slip, which leaves no dataset, what its error says."""
    errors = [one for one in prepared.findings if one.severity is Severity.ERROR]
    assert {one.code for one in errors} <= {code}, errors
    if prepared.dataset is None:
        return [{"slip": "true", "message": one.message} for one in errors]
    findings: list[tuple[Rule, Finding]] = []
    today = prepared.dataset.briefing.as_of.latest or date.max
    context = RuleContext(prepared.dataset, index_rates(prepared.dataset.rates), today)
    find_conflicts(context, [recorded(rule, findings) for rule in RULES if rule.code == code])
    return [described(prepared.dataset, rule, finding) for rule, finding in findings]


def recorded(rule: Rule, findings: list[tuple[Rule, Finding]]) -> Rule:
    """Return the rule, writing down what it finds."""

    def find(context: RuleContext, thresholds: Thresholds) -> Iterator[Finding]:
        for finding in rule.find(context, thresholds):
            findings.append((rule, finding))
            yield finding

    return replace(rule, find=find)


def described(dataset: Dataset, rule: Rule, finding: Finding) -> dict[str, Any]:
    conflict = next(one for one in dataset.conflicts if one.key == finding_key(rule.code, finding.places))
    assert (conflict.claims, conflict.message) == (finding.claims, finding.message)
    return {
        "about": list(finding.about),
        "claims": list(finding.claims),
        "places": str(len(finding.places)),
        "audience": conflict.audience,
        "status": conflict.status,
        "message": finding.message,
    }


def is_expected(finding: dict[str, Any], expected: dict[str, Any]) -> bool:
    words = expected.get("message", "")
    return words in finding["message"] and all(
        finding.get(name) == one for name, one in expected.items() if name != "message"
    )


@pytest.mark.parametrize("name", CASES)
def test_a_rule_findings_what_its_case_says(name: str) -> None:
    case = read(CASES[name])
    assert set(case) <= KEYS
    findings = findings_of(name)
    assert len(findings) == len(case["findings"]), findings
    for expected in case["findings"]:
        assert any(is_expected(finding, expected) for finding in findings), findings


@pytest.mark.parametrize("name", CASES)
def test_no_message_shows_ids_or_leftovers(name: str) -> None:
    for finding in findings_of(name):
        assert not {"None", "[]", "()"} & set(finding["message"].split()), finding
        assert "text:" not in finding["message"]
        assert "EntityRef" not in finding["message"]


@pytest.mark.parametrize("name", CASES)
def test_messages_read_well(name: str) -> None:
    """Keys of slots, ids and options are told in words; nothing is empty, doubled or oddly punctuated."""
    claims = [one for listed in read(CASES[name]).get("claims", {}).values() for one in listed]
    written = {str(one[field]) for one in claims for field in _SLUG_FIELDS if field in one}
    slugs = {one for one in written if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", one)}
    for finding in findings_of(name):
        message = finding["message"]
        assert not [one for one in slugs if re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", message)], message
        assert not re.search(r"  |\(\)|\"\"| [,;:]|[,;:.]{2}|: ?[:;]|\( | \)|[,;:]$", message), message
        assert not re.search(r"\b(?!\d)(\w+) \1\b", message), message


@pytest.mark.parametrize("code", CODES)
def test_a_rule_has_cases_that_fire_and_cases_that_must_not(code: str) -> None:
    findings = [read(path)["findings"] for name, path in CASES.items() if name.startswith(f"{code}/")]
    assert sum(bool(one) for one in findings) >= 2
    assert sum(not one for one in findings) >= 3


def test_every_case_belongs_to_a_rule() -> None:
    assert set(CODES) <= {rule.code for rule in RULES}


def test_the_base_itself_has_no_conflicts() -> None:
    prepared = prepare(sources_of(files_of({})))
    assert prepared.findings == ()
    assert prepared.dataset is not None


def test_golden_cases_can_be_rewritten(update_golden: bool) -> None:
    """`--update-golden` takes over `findings`, which is the last key; the diff is then to be read by a person."""
    for name, path in CASES.items() if update_golden else []:
        kept = [{key: one for key, one in finding.items() if key in _KEPT} for finding in findings_of(name)]
        head = path.read_text("utf-8").partition("\nhits:")[0]
        lines = [
            f"  - {yaml.safe_dump(finding, default_flow_style=True, sort_keys=False, width=1000)}" for finding in kept
        ]
        path.write_text(f"{head}\nhits:{' []' if not lines else ''}\n{''.join(lines)}", "utf-8")
