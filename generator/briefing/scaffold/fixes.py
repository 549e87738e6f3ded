"""Findings that carry a certain fix in, the files so mended out; what is not certain stays for the editor."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from briefing.diagnostics.diagnostic import Diagnostic, Span
from briefing.source.edits import replace_spans


def apply_fixes(sources: Mapping[str, bytes], findings: Iterable[Diagnostic]) -> dict[str, bytes]:
    """Return the files of ``sources`` that the fixes of ``findings`` change; comments and layout stay."""
    edits: dict[str, dict[Span, str]] = defaultdict(dict)
    for finding in findings:
        if finding.fix is not None:
            edits[finding.fix.span.path].setdefault(finding.fix.span, finding.fix.text)
    return {path: replace_spans(sources[path], edits[path].items()) for path in sorted(edits) if path in sources}
