"""Finds the proposals of a written draft that cause errors when the file is checked."""

import re
from collections.abc import Iterable, Iterator

from briefing.diagnostics.diagnostic import Diagnostic, Severity
from briefing.drafting.document.claim_rows import Row

_ID = re.compile(r"\{id: ([a-z0-9]+)[,}]")


def broken_proposals(
    path: str, content: bytes, rows: tuple[Row, ...], findings: Iterable[Diagnostic]
) -> frozenset[int]:
    """Return the places, in the draft's list, of the proposals on whose lines an error stands."""
    proposals_of_claim = {row.id: row.proposals for row in rows}
    claim_of_line = _find_claims(content.decode("utf-8"))
    broken: set[int] = set()
    for line in _error_lines(path, findings):
        # Errors of the article itself, such as a missing title, stand on lines without a claim.
        broken.update(proposals_of_claim.get(claim_of_line.get(line, ""), ()))
    return frozenset(broken)


def _find_claims(text: str) -> dict[int, str]:
    """Return the ids of the claims of a file by line, counted from 1."""
    # Not splitlines(): it splits at other characters, too, such as U+2028 in a quotation.
    matches = map(_ID.search, text.split("\n"))
    return {line: match[1] for line, match in enumerate(matches, 1) if match}


def _error_lines(path: str, findings: Iterable[Diagnostic]) -> Iterator[int]:
    """Yield the lines of a file that errors point at, those of other files that point here included."""
    for error in filter(_is_error, findings):
        # The cause of a contradiction may be the line that an error only refers to.
        spans = (error.span, *(related.span for related in error.related))
        yield from (span.line for span in spans if span.path == path)


def _is_error(finding: Diagnostic) -> bool:
    """Tell whether a finding keeps a file from passing."""
    return finding.severity is Severity.ERROR
