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
    found = findings_of(case)
    expected = case["findings"]
    assert Counter((one.code, one.span.path) for one in found) == Counter(
        (one["code"], one["path"]) for one in expected
    )
    for one in expected:
        texts = [f"{finding.message} | {finding.hint}" for finding in found if finding.span.path == one["path"]]
        assert any(one["words"] in text for text in texts), texts


@pytest.mark.parametrize("name", CASES)
def test_what_editors_are_told_has_a_place_and_a_way_out(name: str) -> None:
    for one in findings_of(read(CASES[name])):
        assert one.hint
        assert one.severity is ALL_CODES[one.code].severity
        assert (one.span.line, one.span.column) < (one.span.end_line, one.span.end_column)
        assert not one.message[0].isupper() or one.code == "rate-missing"


@pytest.mark.parametrize("code", sorted(OURS))
def test_every_code_has_cases_that_fire_and_cases_that_must_not(code: str) -> None:
    told = [any(one["code"] == code for one in read(path)["findings"]) for path in FOLDER.glob(f"{code}/*.yml")]
    assert told.count(True) >= 2
    assert told.count(False) >= 2
