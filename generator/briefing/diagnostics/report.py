"""Findings in, one text for a terminal, a program, GitHub or SARIF out; all four say the same."""

import json
import posixpath
from collections.abc import Collection, Iterable, Mapping
from urllib.parse import quote

from briefing.diagnostics.code import Code
from briefing.diagnostics.codes import CODES
from briefing.diagnostics.diagnostic import Diagnostic, Fix, Severity, Span
from briefing.diagnostics.frame import UNSAFE, code_frame, split_source, visible

_GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_WEIGHTS = (Severity.NOTE, Severity.CONFLICT, Severity.WARNING, Severity.ERROR)
_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def order_findings(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings sorted by path, line, column and code, each once."""
    return tuple(sorted(set(findings), key=_order))


def _order(finding: Diagnostic) -> tuple[str, int, int, str, str]:
    span = finding.span
    return span.path, span.line, span.column, finding.code, finding.message


def count_severities(findings: Iterable[Diagnostic]) -> dict[Severity, int]:
    """Return how many findings there are of each severity, duplicates counted once."""
    ordered = order_findings(findings)
    return {severity: sum(finding.severity == severity for finding in ordered) for severity in Severity}


def select_findings(
    findings: Iterable[Diagnostic], paths: Collection[str] = (), *, open_only: bool = False
) -> tuple[Diagnostic, ...]:
    """Return the findings that lie in or name one of ``paths`` (all where none is given); errors always.

    Where ``open_only``, conflicts that are explained or settled are left out.
    """

    def wanted(one: Diagnostic) -> bool:
        places = {one.span.path, *(each.span.path for each in one.related)}
        is_near = not paths or not places.isdisjoint(paths)
        return is_near and (not open_only or one.status in ("", "open"))

    return tuple(one for one in findings if one.severity is Severity.ERROR or wanted(one))


def report_text(
    findings: Iterable[Diagnostic],
    sources: Mapping[str, bytes],
    prefix: str = "",
    counted: Iterable[Diagnostic] | None = None,
) -> str:
    """Return all findings with code frames and a last summary line, for a terminal.

    What stops publication comes last, right above the summary: there a terminal stands when all is printed.
    The summary counts ``counted``, where more was found than is printed.
    """
    ordered = tuple(sorted(order_findings(findings), key=lambda one: _WEIGHTS.index(one.severity)))
    lines: dict[str, list[str]] = {}
    blocks = []
    for finding in ordered:
        path = finding.span.path
        if path not in lines:
            lines[path] = split_source(sources.get(path, b""))
        blocks.append(_text_block(finding, lines[path] if path in sources else [], prefix))
    return "\n\n".join([*blocks, summary_line(ordered if counted is None else counted)]) + "\n"


def _text_block(finding: Diagnostic, lines: list[str], prefix: str) -> str:
    head = f"{place_text(finding.span, prefix)}: {finding.severity}[{finding.code}]: {visible(finding.message)}"
    frame = code_frame(lines, finding.span)
    hints = [f"   {visible(line)}" for line in (*finding.hint.splitlines(), *_offer(finding))]
    related = [f"   {place_text(place.span, prefix)}: {visible(place.message)}" for place in finding.related]
    return "\n".join([head, *([frame] if frame else []), *hints, *related])


def _offer(finding: Diagnostic) -> tuple[str, ...]:
    return () if finding.fix is None else (f"`briefing check --fix` writes {finding.fix.text}",)


def whole_path(prefix: str, span: Span) -> str:
    """Return the path of a place, which is relative to the data folder ``prefix`` and may lie beside that."""
    return posixpath.normpath(prefix + span.path) if span.path.startswith("../") else prefix + span.path


def place_text(span: Span, prefix: str) -> str:
    """Return `path:line:column`, the path with a prefix."""
    return f"{visible(whole_path(prefix, span))}:{span.line}:{span.column}"


def summary_line(findings: Iterable[Diagnostic]) -> str:
    """Return `3 errors, 1 warning, 9 conflicts (2 open) in 2 files`; notes are named only where there are any."""
    ordered = order_findings(findings)
    counts = count_severities(ordered)
    named = [_plural(counts[severity], severity) for severity in Severity if severity != Severity.NOTE]
    if any(one.status and one.severity is Severity.CONFLICT for one in ordered):
        named[-1] += f" ({sum(one.status == 'open' for one in ordered if one.severity is Severity.CONFLICT)} open)"
    if counts[Severity.NOTE]:
        named.append(_plural(counts[Severity.NOTE], Severity.NOTE))
    return f"{', '.join(named)} in {_plural(len({finding.span.path for finding in ordered}), 'file')}"


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def report_json(findings: Iterable[Diagnostic], prefix: str = "") -> str:
    """Return the findings as the JSON document that DESIGN §5 fixes."""
    ordered = order_findings(findings)
    counts = count_severities(ordered)
    document = {
        "version": 1,
        "findings": [_json_finding(finding, prefix) for finding in ordered],
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "conflicts": counts[Severity.CONFLICT],
    }
    return _dump(document)


def _json_finding(finding: Diagnostic, prefix: str) -> dict[str, object]:
    related = [{**_json_place(place.span, prefix), "message": place.message} for place in finding.related]
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        **_json_place(finding.span, prefix),
        "message": finding.message,
        "hint": finding.hint,
        "related": related,
        **({"status": finding.status} if finding.status else {}),
        **({} if finding.fix is None else {"fix": _json_fix(finding.fix)}),
    }


def _json_fix(fix: Fix) -> dict[str, object]:
    place = {"line": fix.span.line, "column": fix.span.column, "end_column": fix.span.end_column}
    return {**place, "text": fix.text}


def _json_place(span: Span, prefix: str) -> dict[str, object]:
    return {"path": whole_path(prefix, span), "line": span.line, "column": span.column}


def _dump(document: object) -> str:
    """Return readable JSON in which nothing steers a terminal; such characters become escapes."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return (
        UNSAFE.sub(lambda found: found.group() if found.group() == "\n" else _json_escape(found.group()), text) + "\n"
    )


def _json_escape(character: str) -> str:
    return json.dumps(character)[1:-1]


def report_github(findings: Iterable[Diagnostic], prefix: str = "") -> str:
    """Return one workflow command a finding, and the summary as a last plain line."""
    ordered = order_findings(findings)
    return "".join(f"{_github_command(finding, prefix)}\n" for finding in ordered) + summary_line(ordered) + "\n"


def _github_command(finding: Diagnostic, prefix: str) -> str:
    span = finding.span
    level = _GITHUB_LEVELS.get(finding.severity, "notice")
    where = f"file={_github_property(whole_path(prefix, span))},line={span.line},col={span.column}"
    if span.end_line == span.line:
        where += f",endLine={span.end_line},endColumn={max(span.end_column, span.column + 1)}"
    title = _github_property(f"{finding.severity}[{finding.code}]")
    return f"::{level} {where},title={title}::{_github_text(_full_message(finding, prefix))}"


def _full_message(finding: Diagnostic, prefix: str) -> str:
    related = (f"{place_text(place.span, prefix)}: {place.message}" for place in finding.related)
    return "\n".join(part for part in (finding.message, finding.hint, *related) if part)


def _github_text(text: str) -> str:
    safe = "\n".join(visible(line) for line in text.split("\n"))
    return safe.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_text(text).replace(":", "%3A").replace(",", "%2C")


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
    return _dump({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _sarif_rule(name: str, code: Code | None) -> dict[str, object]:
    if code is None:
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": code.why},
        "help": {"text": f"wrong:\n{code.wrong}\n\nright:\n{code.right}"},
        "defaultConfiguration": {"level": _SARIF_LEVELS.get(code.severity, "note")},
    }


def _sarif_result(finding: Diagnostic, rule: int, prefix: str) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _SARIF_LEVELS.get(finding.severity, "note"),
        "message": {"text": "\n".join(part for part in (finding.message, finding.hint) if part)},
        "locations": [_sarif_location(finding.span, prefix)],
        "properties": {"severity": str(finding.severity)},
    }
    if finding.fix is not None:
        result["fixes"] = [_sarif_fix(finding.fix, prefix)]
    if finding.related:
        places = ((place.span, place.message) for place in finding.related)
        result["relatedLocations"] = [
            {**_sarif_location(span, prefix), "message": {"text": text}} for span, text in places
        ]
    return result


def _sarif_fix(fix: Fix, prefix: str) -> dict[str, object]:
    place = _sarif_location(fix.span, prefix)["physicalLocation"]
    assert isinstance(place, dict)
    change = {
        "artifactLocation": place["artifactLocation"],
        "replacements": [{"deletedRegion": place["region"], "insertedContent": {"text": fix.text}}],
    }
    return {"description": {"text": f"write {fix.text}"}, "artifactChanges": [change]}


def _sarif_location(span: Span, prefix: str) -> dict[str, object]:
    end_column = max(span.end_column, span.column + 1) if span.end_line == span.line else span.end_column
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": end_column,
    }
    uri = quote(whole_path(prefix, span).encode("utf-8", "surrogatepass"))
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
