"""Codes of findings: every one that the program reports exists, every one that exists is reported and has a case."""

import ast
from collections.abc import Iterator
from pathlib import Path

import yaml

from briefing.dataset.conflicts.rule_table import ALL_CODES, RULES
from briefing.decode.shapes.registry import VALUE_KINDS

ROOT = Path(__file__).resolve().parents[2]
REPORTERS = {
    "error", "warning", "reference_error", "Diagnostic", "TextProblem", "report", "give_up", "bad_encoding",
}  # fmt: skip
"""Functions whose first argument is a code, private ones included."""
ELSEWHERE = {
    "file-unreadable": "links, pipes and permissions are no data: tests/unit/edges/test_disk.py",
    "page-undescribed": "hand-written pages are no data: tests/unit/source/test_written_pages.py",
}
"""Codes without a bad input, and where their tests are."""


def sources() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / "generator").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if "/catalogue/" not in name:
            yield name, ast.parse(path.read_text("utf-8"))


def constants(node: ast.expr | None) -> Iterator[str]:
    """Yield the texts that an expression may be, where it says so itself."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from constants(body)
            yield from constants(orelse)
        case ast.JoinedStr(values=[ast.FormattedValue(), ast.Constant(value=str(text))]):
            yield from (kind + text for kind in VALUE_KINDS)


def called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def codes_in(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if called(node).lstrip("_") in REPORTERS and node.args:
                yield from constants(node.args[0])
            yield from (text for word in node.keywords if word.arg == "code" for text in constants(word.value))


def test_every_code_that_is_reported_exists() -> None:
    reported = {(name, code) for name, tree in sources() for code in codes_in(tree)}
    assert {code for _, code in reported} >= {
        "ref-unknown",
        "id-malformed",
        "yaml-tag",
        "money-malformed",
        "enum-unknown",
    }
    assert len({code for _, code in reported}) > 70
    assert sorted(f"{name}: {code}" for name, code in reported if code not in ALL_CODES) == []


def test_every_code_that_exists_is_reported() -> None:
    written = {
        text
        for _, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant | ast.JoinedStr)
        for text in constants(node)
    }
    assert sorted(set(ALL_CODES) - written) == []


def test_every_rule_is_a_code_of_its_severity() -> None:
    for rule in RULES:
        assert ALL_CODES[rule.code].severity.value == rule.severity, rule.code


def test_every_code_has_a_case() -> None:
    bad = ROOT / "tests/golden/bad"
    cases = [yaml.load(path.read_text("utf-8"), yaml.CSafeLoader) for path in sorted(bad.glob("*.yml"))]
    shown = {finding["code"] for case in cases for finding in case["findings"]}
    by_rules = {rule.code for rule in RULES if any((ROOT / "tests/golden/rules" / rule.code).glob("*.yml"))}
    of_editorial_checks = {path.name for path in (ROOT / "tests/golden/editorial_checks").iterdir()}
    assert sorted(set(ALL_CODES) - shown - by_rules - of_editorial_checks - set(ELSEWHERE)) == []
    assert set(ELSEWHERE) <= set(ALL_CODES) - shown
