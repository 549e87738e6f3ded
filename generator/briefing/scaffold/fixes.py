"""Fixes of findings, where what belongs there is certain; all else stays for the editor."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from briefing.diagnostics.diagnostic import Diagnostic, Span
from briefing.source.edits import replace_spans


def apply_fixes(sources: Mapping[str, bytes], findings: Iterable[Diagnostic]) -> dict[str, bytes]:
    """Return the files of ``sources`` that the fixes of ``findings`` change; comments and layout stay."""
    edits: dict[str, dict[Span, str]] = defaultdict(dict)
    for finding in findings:
        fix = finding.fix
        if fix is not None:
            # Two findings may want to mend one word: the first is heard.
            edits[fix.span.path].setdefault(fix.span, fix.text)
    return {path: replace_spans(sources[path], edits[path].items()) for path in sorted(edits) if path in sources}
