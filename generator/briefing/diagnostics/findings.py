"""Findings as a whole: their order, how many there are, which of them somebody asked for, and how a place is named."""

import posixpath
from collections.abc import Collection, Iterable

from briefing.diagnostics.diagnostic import Diagnostic, Severity, Span
from briefing.diagnostics.frame import visible


def order_findings(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings sorted by path, line, column and code, each once."""
    return tuple(sorted(set(findings), key=_order))


def _order(finding: Diagnostic) -> tuple[str, int, int, str, str]:
    span = finding.span
    return span.path, span.line, span.column, finding.code, finding.message


def count_severities(findings: Iterable[Diagnostic]) -> dict[Severity, int]:
    """Return how many findings there are of each severity, duplicates counted once."""
    counts = dict.fromkeys(Severity, 0)
    for finding in set(findings):
        counts[finding.severity] += 1
    return counts


def select_findings(
    findings: Iterable[Diagnostic], paths: Collection[str] = (), *, open_only: bool = False
) -> tuple[Diagnostic, ...]:
    """Return the findings that lie in or name one of ``paths`` (all where none is given); errors always.

    Where ``open_only``, conflicts that are explained or settled are left out.
    """
    selected: list[Diagnostic] = []
    for finding in findings:
        # Whoever looks at one file must still learn what stops publication.
        is_error = finding.severity is Severity.ERROR
        is_asked_for = _is_near(finding, paths) and (not open_only or _is_open(finding))
        if is_error or is_asked_for:
            selected.append(finding)
    return tuple(selected)


def _is_near(finding: Diagnostic, paths: Collection[str]) -> bool:
    if not paths:
        return True
    named = {finding.span.path, *(place.span.path for place in finding.related)}
    return not named.isdisjoint(paths)


def _is_open(finding: Diagnostic) -> bool:
    # Findings that are no conflicts have no status: they stand open until they are mended.
    return finding.status in ("", "open")


def whole_path(prefix: str, span: Span) -> str:
    """Return the path of a place, which is relative to the data folder ``prefix`` and may lie beside that."""
    path = prefix + span.path
    if span.path.startswith("../"):
        return posixpath.normpath(path)
    return path


def place_text(span: Span, prefix: str) -> str:
    """Return `path:line:column`, the path with a prefix."""
    return f"{visible(whole_path(prefix, span))}:{span.line}:{span.column}"


def marked_end_column(span: Span) -> int:
    """Return the end of what is marked on a line, at least one column: some programs refuse an empty stretch."""
    if span.end_line != span.line:
        return span.end_column
    return max(span.end_column, span.column + 1)


def summary_line(findings: Iterable[Diagnostic]) -> str:
    """Return `3 errors, 1 warning, 9 conflicts (2 open) in 2 files`; notes are named only where there are any."""
    ordered = order_findings(findings)
    counts = count_severities(ordered)
    named = [
        _plural(counts[Severity.ERROR], "error"),
        _plural(counts[Severity.WARNING], "warning"),
        _plural(counts[Severity.CONFLICT], "conflict") + _open_count(ordered),
    ]
    if counts[Severity.NOTE]:
        named.append(_plural(counts[Severity.NOTE], "note"))
    files = {finding.span.path for finding in ordered}
    return f"{', '.join(named)} in {_plural(len(files), 'file')}"


def _open_count(findings: Iterable[Diagnostic]) -> str:
    """Return how many conflicts are open, where any of them has been judged at all."""
    statuses = [finding.status for finding in findings if finding.severity is Severity.CONFLICT]
    if not any(statuses):
        return ""
    return f" ({statuses.count('open')} open)"


def _plural(number: int, noun: str) -> str:
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun}s"
