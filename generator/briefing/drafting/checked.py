"""Finds the proposals of a written draft that cause errors when the file is checked."""

import re
from collections.abc import Iterable, Iterator

from briefing.diagnostics.diagnostic import Diagnostic, Severity
from briefing.drafting.claim_rows import Row

_ID = re.compile(r"\{id: ([a-z0-9]+)[,}]")


def broken_proposals(
    path: str, content: bytes, rows: tuple[Row, ...], findings: Iterable[Diagnostic]
) -> frozenset[int]:
    """Return the places, in the draft's list, of the proposals on whose lines an error stands."""
    text_lines = content.decode("utf-8").split("\n")
    proposals_of_claim = {row.id: row.proposals for row in rows}
    broken: set[int] = set()
    for line in _error_lines(path, findings):
        # An error at the end of the file stands behind its last line.
        if line > len(text_lines):
            continue
        claim = _ID.search(text_lines[line - 1])
        if claim:
            broken.update(proposals_of_claim.get(claim[1], ()))
    return frozenset(broken)


def _error_lines(path: str, findings: Iterable[Diagnostic]) -> Iterator[int]:
    """Yield the lines of a file that errors point at, those of other files that point here included."""
    errors = (finding for finding in findings if finding.severity is Severity.ERROR)
    for error in errors:
        for span in (error.span, *(related.span for related in error.related)):
            if span.path == path:
                yield span.line
