"""Findings for a terminal: each with a frame of its source, and a summary."""

from collections.abc import Iterable, Mapping

from briefing.diagnostics.diagnostic import Diagnostic, Severity
from briefing.diagnostics.findings import order_findings, place_text, summary_line
from briefing.diagnostics.frame import code_frame, split_source, visible

_FROM_LIGHT_TO_HEAVY = (Severity.NOTE, Severity.CONFLICT, Severity.WARNING, Severity.ERROR)


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
    # Sorting is stable: findings of one severity stay in the order of files and lines.
    ordered = sorted(order_findings(findings), key=_weight)
    lines_of_files: dict[str, list[str]] = {}
    blocks: list[str] = []
    for finding in ordered:
        path = finding.span.path
        if path not in lines_of_files:
            lines_of_files[path] = _lines(sources.get(path))
        blocks.append(_text_block(finding, lines_of_files[path], prefix))
    blocks.append(summary_line(ordered if counted is None else counted))
    return "\n\n".join(blocks) + "\n"


def _weight(finding: Diagnostic) -> int:
    return _FROM_LIGHT_TO_HEAVY.index(finding.severity)


def _lines(content: bytes | None) -> list[str]:
    # Files beside the data, such as those of docs/, come without a source and get no frame.
    if content is None:
        return []
    return split_source(content)


def _text_block(finding: Diagnostic, lines: list[str], prefix: str) -> str:
    rows = [f"{place_text(finding.span, prefix)}: {finding.severity}[{finding.code}]: {visible(finding.message)}"]
    frame = code_frame(lines, finding.span)
    if frame:
        rows.append(frame)
    rows += [f"   {visible(line)}" for line in finding.hint.splitlines()]
    if finding.fix:
        rows.append(f"   {visible(f'`briefing check --fix` writes {finding.fix.text}')}")
    for place in finding.related:
        rows.append(f"   {place_text(place.span, prefix)}: {visible(place.message)}")
    return "\n".join(rows)
