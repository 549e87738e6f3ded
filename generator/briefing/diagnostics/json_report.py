"""Findings for other programs, as JSON that may also be printed on a terminal."""

import json
import re
from collections.abc import Iterable

from briefing.diagnostics.diagnostic import Diagnostic, Fix, Severity, Span
from briefing.diagnostics.findings import count_severities, order_findings, whole_path
from briefing.diagnostics.frame import UNSAFE


def report_json(findings: Iterable[Diagnostic], prefix: str = "") -> str:
    """Return the findings as a JSON document of version 1, whose keys keep their names and meaning."""
    ordered = order_findings(findings)
    counts = count_severities(ordered)
    document = {
        "version": 1,
        "findings": [_json_finding(finding, prefix) for finding in ordered],
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "conflicts": counts[Severity.CONFLICT],
    }
    return dump_json(document)


def _json_finding(finding: Diagnostic, prefix: str) -> dict[str, object]:
    related = [{**_json_place(place.span, prefix), "message": place.message} for place in finding.related]
    document: dict[str, object] = {
        "code": finding.code,
        "severity": str(finding.severity),
        **_json_place(finding.span, prefix),
        "message": finding.message,
        "hint": finding.hint,
        "related": related,
    }
    if finding.status:
        document["status"] = finding.status
    if finding.fix:
        document["fix"] = _json_fix(finding.fix)
    return document


def _json_fix(fix: Fix) -> dict[str, object]:
    return {
        "line": fix.span.line,
        "column": fix.span.column,
        "end_column": fix.span.end_column,
        "text": fix.text,
    }


def _json_place(span: Span, prefix: str) -> dict[str, object]:
    return {"path": whole_path(prefix, span), "line": span.line, "column": span.column}


def dump_json(document: object) -> str:
    """Return readable JSON in which nothing steers a terminal; such characters become escapes."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return UNSAFE.sub(_escaped, text) + "\n"


def _escaped(match: re.Match[str]) -> str:
    # The line feeds of the layout; those of texts are escapes by now.
    if match[0] == "\n":
        return "\n"
    return json.dumps(match[0])[1:-1]
