"""The findings of a written draft in, the proposals that cause its errors out."""

import re
from collections.abc import Iterable

from briefing.diagnostics.diagnostic import Diagnostic, Severity
from briefing.drafting.writing import Row

_ID = re.compile(r"\{id: ([a-z0-9]+)[,}]")


def broken_proposals(
    path: str, content: bytes, rows: tuple[Row, ...], findings: Iterable[Diagnostic]
) -> frozenset[int]:
    """Return the places, in the draft's list, of the proposals on whose lines an error stands."""
    lines = content.decode("utf-8").split("\n")
    by_id = {row.id: row.proposals for row in rows}
    broken: set[int] = set()
    for one in findings:
        if one.severity is Severity.ERROR:
            spans = (one.span, *(related.span for related in one.related))
            for span in spans:
                named = _ID.search(lines[span.line - 1]) if span.path == path and span.line <= len(lines) else None
                broken.update(by_id.get(named[1], ()) if named else ())
    return frozenset(broken)
