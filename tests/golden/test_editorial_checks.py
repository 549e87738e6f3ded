"""One body for what editors are told about their own work: cases are laid over the base of the rules.

`editorial_checks/<code>/*.yml` have `files` and `claims` as the cases of rules. `findings` are all of the codes of
editorial checks, with words of message or hint.
"""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from briefing.diagnostics.catalogue.editorial_checks import CODES
from briefing.diagnostics.codes import CODES as ALL_CODES
from briefing.diagnostics.diagnostic import Diagnostic
from briefing.pipeline import prepare
from tests.rule_cases import files_of, read, sources_of

FOLDER = Path(__file__).parent / "editorial_checks"
CASES = {f"{path.parent.name}/{path.stem}": path for path in sorted(FOLDER.glob("*/*.yml"))}
OURS = {code.code for code in CODES}
KEYS = {"why", "files", "claims", "findings"}


def findings_of(case: dict[str, Any]) -> list[Diagnostic]:
    prepared = prepare(sources_of(files_of(case)))
    assert prepared.dataset is not None, prepared.findings
    return [finding for finding in prepared.findings if finding.code in OURS]


@pytest.mark.parametrize("name", CASES)
def test_editors_are_told_what_the_case_says(name: str) -> None:
    case = read(CASES[name])
    assert set(case) <= KEYS
    findings = findings_of(case)
    expected = case["findings"]
    codes = Counter((finding.code, finding.span.path) for finding in findings)
    assert codes == Counter((row["code"], row["path"]) for row in expected)
    for row in expected:
        texts = [f"{finding.message} | {finding.hint}" for finding in findings if finding.span.path == row["path"]]
        assert any(row["words"] in text for text in texts), texts


@pytest.mark.parametrize("name", CASES)
def test_what_editors_are_told_has_a_place_and_a_way_out(name: str) -> None:
    for finding in findings_of(read(CASES[name])):
        span = finding.span
        assert finding.hint
        assert finding.severity is ALL_CODES[finding.code].severity
        assert (span.line, span.column) < (span.end_line, span.end_column)
        # A rate goes by the codes of its currencies, which are capitals.
        assert not finding.message[0].isupper() or finding.code == "rate-missing"


@pytest.mark.parametrize("code", sorted(OURS))
def test_every_code_has_cases_that_fire_and_cases_that_must_not(code: str) -> None:
    cases = [read(path)["findings"] for path in FOLDER.glob(f"{code}/*.yml")]
    fires = [any(row["code"] == code for row in findings) for findings in cases]
    assert fires.count(True) >= 2
    assert fires.count(False) >= 2
