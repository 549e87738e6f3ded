"""What the browser is told of the findings, as one JSON text.

All of it is text; the page that shows it never reads any of it as markup.
"""

import json
from collections.abc import Mapping, Sequence

from briefing.diagnostics.diagnostic import Diagnostic, Severity
from briefing.diagnostics.findings import order_findings, place_text
from briefing.diagnostics.frame import code_frame, split_source, visible

MOST = 50
"""Findings of one severity that are listed; of the rest the browser shows the number."""


def overlay_report(findings: Sequence[Diagnostic], sources: Mapping[str, bytes], prefix: str) -> str:
    """Return errors and warnings with place, message, frame and hint, and how many there are of each severity.

    ``prefix`` stands before the path of every place.
    """
    ordered = order_findings(findings)
    errors = [finding for finding in ordered if finding.severity is Severity.ERROR]
    warnings = [finding for finding in ordered if finding.severity is Severity.WARNING]
    drafts = [finding for finding in ordered if finding.code == "review-draft"]
    lines = _SourceLines(sources)
    return json.dumps(
        {
            "errors": [_finding_row(finding, lines, prefix) for finding in errors[:MOST]],
            "warnings": [_finding_row(finding, lines, prefix) for finding in warnings[:MOST]],
            "drafts": [_finding_row(finding, lines, prefix) for finding in drafts[:MOST]],
            "counts": {"errors": len(errors), "warnings": len(warnings), "drafts": len(drafts)},
        }
    )


def trouble_report(trouble: str) -> str:
    """Return the report of something that is no finding: a broken mkdocs.yml, a theme that does not compile."""
    error = {"place": "", "code": "", "message": visible(trouble), "frame": "", "hint": "", "related": []}
    counts = {"errors": 1, "warnings": 0, "drafts": 0}
    return json.dumps({"errors": [error], "warnings": [], "drafts": [], "counts": counts})


class _SourceLines:
    """The lines of files that findings are about, each file split once."""

    def __init__(self, sources: Mapping[str, bytes]) -> None:
        self._sources = sources
        self._lines: dict[str, list[str]] = {}

    def of(self, path: str) -> list[str]:
        """Return the lines of a file; none where it could not be read."""
        if path not in self._lines:
            self._lines[path] = split_source(self._sources[path]) if path in self._sources else []
        return self._lines[path]


def _finding_row(finding: Diagnostic, lines: _SourceLines, prefix: str) -> dict[str, object]:
    related = [f"{place_text(note.span, prefix)}: {visible(note.message)}" for note in finding.related]
    return {
        "place": place_text(finding.span, prefix),
        "code": finding.code,
        "message": visible(finding.message),
        "frame": code_frame(lines.of(finding.span.path), finding.span),
        # Line by line: a line end is a character that is made visible, too.
        "hint": "\n".join(visible(line) for line in finding.hint.splitlines()),
        "related": related,
    }
