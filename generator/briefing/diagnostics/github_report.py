"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request."""

from collections.abc import Iterable

from briefing.diagnostics.diagnostic import Diagnostic, Severity
from briefing.diagnostics.findings import marked_end_column, order_findings, place_text, summary_line, whole_path
from briefing.diagnostics.frame import visible

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
"""GitHub knows three levels; whatever is neither of these is a notice."""


def report_github(findings: Iterable[Diagnostic], prefix: str = "") -> str:
    """Return one workflow command a finding, and the summary as a last plain line."""
    ordered = order_findings(findings)
    commands = [_github_command(finding, prefix) for finding in ordered]
    return "\n".join([*commands, summary_line(ordered)]) + "\n"


def _github_command(finding: Diagnostic, prefix: str) -> str:
    level = _LEVELS.get(finding.severity, "notice")
    title = _property(f"{finding.severity}[{finding.code}]")
    return f"::{level} {_where(finding, prefix)},title={title}::{_escaped(_full_message(finding, prefix))}"


def _where(finding: Diagnostic, prefix: str) -> str:
    span = finding.span
    where = f"file={_property(whole_path(prefix, span))},line={span.line},col={span.column}"
    # An annotation has columns only where it lies within one line.
    if span.end_line == span.line:
        where += f",endLine={span.end_line},endColumn={marked_end_column(span)}"
    return where


def _full_message(finding: Diagnostic, prefix: str) -> str:
    lines = [finding.message, finding.hint]
    for place in finding.related:
        lines.append(f"{place_text(place.span, prefix)}: {place.message}")
    return "\n".join(line for line in lines if line)


def _escaped(text: str) -> str:
    safe = "\n".join(visible(line) for line in text.split("\n"))
    # The sign of escapes itself comes first, or the others would be escaped twice.
    return safe.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    # Within the properties of a command colons and commas are signs of its grammar.
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
