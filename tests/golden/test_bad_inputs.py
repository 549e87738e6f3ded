"""One body for all bad inputs: `bad/*.yml` lay files over the base briefing and list every finding, exactly.

`files` are texts (null takes a file away), `edits` replace text of the base, `hex` are raw bytes, `encoded` texts in
another encoding. `findings` may name words of the hint; `texts` are values that must come out as they are written.
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.dataset.conflicts.rule_table import ALL_CODES, RULES
from briefing.diagnostics.diagnostic import Diagnostic, Severity
from briefing.diagnostics.frame import split_source
from briefing.pipeline import Prepared, check_captures, prepare
from tests.every import every

FOLDER = Path(__file__).parent / "bad"
BASE = {path.relative_to(FOLDER / "base").as_posix(): path.read_bytes() for path in FOLDER.rglob("base/**/*.yml")}
FAMILIES = {
    "encoding", "indentation", "typing", "duplicates", "tags", "aliases", "size", "dates", "ids", "addresses",
    "references", "money", "names", "articles",
}  # fmt: skip
SEVERITIES = {"review-draft": {Severity.NOTE, Severity.ERROR}}
"""Severities of codes that weigh differently by occasion; all others weigh what the catalogue says."""
RULE_CODES = {rule.code for rule in RULES}
"""What rules find is the world's, and has cases of its own."""

READABLE = 300
"""Letters of a message that somebody reads, whatever the value that it quotes."""
NAME = re.compile(r"[A-Z][a-z]+ [0-9]{4} |[A-Z]{3}/[A-Z]{3} ")
"""What a message may begin with in capitals: a month, a pair of currencies."""


def read_case(path: Path) -> dict[str, Any]:
    case = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    assert isinstance(case, dict)
    return case


CASES = {path.stem: read_case(path) for path in sorted(FOLDER.glob("*.yml"))}


def sources_of(case: dict[str, Any]) -> dict[str, bytes]:
    sources = dict(BASE)
    for path, text in case.get("files", {}).items():
        if text is None:
            del sources[path]
        else:
            sources[path] = text.encode()
    for path, edits in case.get("edits", {}).items():
        for old, new in edits.items():
            assert sources[path].count(old.encode()) == 1, f"{old!r} stands once in {path}"
            sources[path] = sources[path].replace(old.encode(), new.encode())
    sources |= {path: bytes.fromhex(digits) for path, digits in case.get("hex", {}).items()}
    for path, file in case.get("encoded", {}).items():
        sources[path] = file["text"].encode(file["as"])
    for path, file in case.get("repeated", {}).items():
        sources[path] = (file.get("head", "") + file["text"] * file["times"] + file.get("tail", "")).encode()
    return sources


@cache
def run(name: str) -> tuple[Prepared, tuple[Diagnostic, ...], dict[str, bytes]]:
    case = CASES[name]
    sources = sources_of(case)
    prepared = prepare(sources, case.get("as_of"), publishing=case.get("publishing", False))
    captured = check_captures(sources, case["captures"]) if "captures" in case else ()
    findings = (*prepared.findings, *captured)
    return prepared, tuple(finding for finding in findings if finding.code not in RULE_CODES), sources


def place_of(finding: Diagnostic) -> tuple[str, str, int, int]:
    return finding.code, finding.span.path, finding.span.line, finding.span.column


def expected_places(case: dict[str, Any]) -> list[tuple[str, str, int, int]]:
    return [expected_place(finding) for finding in case["findings"]]


def expected_place(finding: dict[str, Any]) -> tuple[str, str, int, int]:
    return finding["code"], finding["path"], finding["line"], finding["column"]


@pytest.mark.parametrize("name", CASES)
def test_a_bad_input_is_found_where_it_stands(name: str) -> None:
    case = CASES[name]
    prepared, findings, _ = run(name)
    assert Counter(map(place_of, findings)) == Counter(expected_places(case))
    for expected in case["findings"]:
        hints = [finding.hint for finding in findings if place_of(finding) == expected_place(expected)]
        assert any(expected.get("hint", "") in hint for hint in hints), hints
    wrong = any(finding.severity is Severity.ERROR for finding in prepared.findings)
    assert (prepared.dataset is None) is wrong
    for key, text in case.get("texts", {}).items():
        assert prepared.dataset is not None
        claim = prepared.dataset.claims[key]
        assert {name: claim.qualifiers[name] for name in text} == text


@pytest.mark.parametrize("name", CASES)
def test_a_finding_is_explained_helpful_and_inside_its_file(name: str) -> None:
    _, findings, sources = run(name)
    for finding in findings:
        assert finding.hint, finding
        assert len(finding.message) < READABLE, finding.message[:READABLE]
        assert finding.severity in SEVERITIES.get(finding.code, {ALL_CODES[finding.code].severity})
        assert not finding.message[0].isupper() or NAME.match(finding.message), finding.message
        for place in (finding.span, *(related.span for related in finding.related)):
            assert 1 <= place.line <= len(lines_of(sources, place.path)) + 1, finding
            assert place.column >= 1, finding
            assert (place.line, place.column) < (place.end_line, place.end_column), finding


def lines_of(sources: dict[str, bytes], path: str) -> list[str]:
    return split_source(sources[path]) if path in sources else [""]


def test_the_base_itself_is_clean() -> None:
    prepared = prepare(BASE)
    assert {finding.severity for finding in prepared.findings} <= {Severity.CONFLICT}
    assert prepared.dataset is not None
    assert len(prepared.dataset.claims) == 6


def test_the_corpus_is_as_large_as_promised() -> None:
    assert len(CASES) >= 200
    assert {case["family"] for case in CASES.values()} == FAMILIES
    assert every(case["name"] and set(case) <= KEYS for case in CASES.values())


KEYS = {
    "name", "family", "why", "files", "edits", "hex", "encoded", "repeated", "captures", "as_of", "publishing",
    "findings", "texts",
}  # fmt: skip


def test_golden_cases_can_be_rewritten(update_golden: bool) -> None:
    """`--update-golden` takes over the places found; the diff is then to be read by a person."""
    for name, case in CASES.items() if update_golden else []:
        _, findings, _ = run(name)
        hints = {expected_place(finding): finding.get("hint") for finding in case["findings"]}
        places = sorted(map(place_of, findings), key=lambda place: (place[1:], place[0]))
        case["findings"] = [
            dict(zip(("code", "path", "line", "column"), place, strict=True))
            | ({"hint": hints[place]} if hints.get(place) else {})
            for place in places
        ]
        (FOLDER / f"{name}.yml").write_text(dump_case(case), "utf-8")


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks and findings on one line each."""


def _text_node(dumper: _Dumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text and all(line.isprintable() for line in text.split("\n")) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _map_node(dumper: _Dumper, content: dict[str, Any]) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", content, flow_style="code" in content)


_Dumper.add_representer(str, _text_node)
_Dumper.add_representer(dict, _map_node)


def dump_case(case: dict[str, Any]) -> str:
    return yaml.dump(case, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
