"""Findings as a SARIF 2.1.0 log, which code scanning services read."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from briefing.diagnostics.code import Code
from briefing.diagnostics.codes import CODES
from briefing.diagnostics.diagnostic import Diagnostic, Fix, Severity, Span
from briefing.diagnostics.findings import marked_end_column, order_findings, whole_path
from briefing.diagnostics.json_report import dump_json

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def report_sarif(
    findings: Iterable[Diagnostic], prefix: str = "", version: str = "1", catalogue: Mapping[str, Code] = CODES
) -> str:
    """Return a SARIF 2.1.0 log of one run, its codes explained by ``catalogue``; columns count code points."""
    ordered = order_findings(findings)
    codes = sorted({finding.code for finding in ordered})
    rules = [_sarif_rule(code, catalogue.get(code)) for code in codes]
    driver = {"name": "briefing", "semanticVersion": version, "rules": rules}
    results = [_sarif_result(finding, codes.index(finding.code), prefix) for finding in ordered]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return dump_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _level(severity: Severity) -> str:
    return _LEVELS.get(severity, "note")


def _sarif_rule(name: str, code: Code | None) -> dict[str, object]:
    if code is None:
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": code.why},
        "help": {"text": f"wrong:\n{code.wrong}\n\nright:\n{code.right}"},
        "defaultConfiguration": {"level": _level(code.severity)},
    }


def _sarif_result(finding: Diagnostic, rule: int, prefix: str) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _level(finding.severity),
        "message": {"text": "\n".join(part for part in (finding.message, finding.hint) if part)},
        "locations": [{"physicalLocation": _physical_location(finding.span, prefix)}],
        "properties": {"severity": str(finding.severity)},
    }
    if finding.fix:
        result["fixes"] = [_sarif_fix(finding.fix, prefix)]
    if finding.related:
        result["relatedLocations"] = [
            {"physicalLocation": _physical_location(place.span, prefix), "message": {"text": place.message}}
            for place in finding.related
        ]
    return result


def _sarif_fix(fix: Fix, prefix: str) -> dict[str, object]:
    change = {
        "artifactLocation": _artifact_location(fix.span, prefix),
        "replacements": [{"deletedRegion": _region(fix.span), "insertedContent": {"text": fix.text}}],
    }
    return {"description": {"text": f"write {fix.text}"}, "artifactChanges": [change]}


def _physical_location(span: Span, prefix: str) -> dict[str, object]:
    return {"artifactLocation": _artifact_location(span, prefix), "region": _region(span)}


def _artifact_location(span: Span, prefix: str) -> dict[str, object]:
    # Names of files are bytes: one that is no UTF-8 is escaped as it stands on the disk.
    return {"uri": quote(whole_path(prefix, span).encode("utf-8", "surrogatepass"))}


def _region(span: Span) -> dict[str, object]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": marked_end_column(span),
    }
