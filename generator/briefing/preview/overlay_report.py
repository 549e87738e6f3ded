"""What the browser is told of the findings: findings and the bytes they are about in, one JSON text out.

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
    """Return errors and warnings with place, message, frame and hint, and how many there are of each severity."""
    lines: dict[str, list[str]] = {}
    ordered = order_findings(findings)
    listed = {
        severity: [_shown(one, lines, sources, prefix) for one in ordered if one.severity is severity][:MOST]
        for severity in (Severity.ERROR, Severity.WARNING)
    }
    drafts = [_shown(one, lines, sources, prefix) for one in ordered if one.code == "review-draft"]
    return json.dumps(
        {
            "errors": listed[Severity.ERROR],
            "warnings": listed[Severity.WARNING],
            "drafts": drafts[:MOST],
            "counts": {
                "errors": sum(one.severity is Severity.ERROR for one in ordered),
                "warnings": sum(one.severity is Severity.WARNING for one in ordered),
                "drafts": len(drafts),
            },
        }
    )


def trouble_report(trouble: str) -> str:
    """Return the report of something that is no finding: a broken mkdocs.yml, a theme that does not compile."""
    error = {"place": "", "code": "", "message": visible(trouble), "frame": "", "hint": "", "related": []}
    counts = {"errors": 1, "warnings": 0, "drafts": 0}
    return json.dumps({"errors": [error], "warnings": [], "drafts": [], "counts": counts})


def _shown(
    one: Diagnostic, lines: dict[str, list[str]], sources: Mapping[str, bytes], prefix: str
) -> dict[str, object]:
    path = one.span.path
    if path not in lines:
        lines[path] = split_source(sources[path]) if path in sources else []
    return {
        "place": place_text(one.span, prefix),
        "code": one.code,
        "message": visible(one.message),
        "frame": code_frame(lines[path], one.span),
        "hint": "\n".join(visible(line) for line in one.hint.splitlines()),
        "related": [f"{place_text(each.span, prefix)}: {visible(each.message)}" for each in one.related],
    }
