"""Finds what keeps hand-written pages from being published, where it stands and before a site is built.

Only what a crawl of the built site would refuse; how pages look is for their authors.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing.diagnostics.diagnostic import Diagnostic, Related, Severity, Span, error
from briefing.source.nodes import Mapping as Fields
from briefing.source.nodes import Scalar
from briefing.source.parse import parse_document

_FRONT = re.compile(r"---[ ]*\n(.*?\n)(?:---|\.\.\.)[ ]*(?:\n|\Z)", re.DOTALL)
_LOOSE = re.compile(r"(?:[A-Za-z0-9_-]+:[^\n]*\n)+")
"""Fields at the top of a file without marks around them, which MkDocs takes, too."""
_CODE = "page-undescribed"
_HINT = 'begin the file with three lines: "---", "description: what the page tells, in one sentence" and "---"'


def find_page_problems(files: Mapping[str, bytes], shown: str) -> Iterator[Diagnostic]:
    """Yield a finding for each Markdown page of a docs folder whose description is missing or another page's.

    ``shown`` is how findings name the folder. Search engines and readers of links see descriptions first, and no two
    pages may have the same.
    """
    first_spans: dict[str, Span] = {}
    for path in sorted(files):
        if not path.endswith(".md"):
            continue
        # Positions count the lines of the file as an editor sees them, whatever ends them.
        text = files[path].decode("utf-8-sig", "replace").replace("\r\n", "\n")
        shown_path = f"{shown}/{path}"
        description, problems = _description(shown_path, text)
        yield from problems
        if description:
            yield from _repeated(description, first_spans)
        elif not problems:
            yield error(_CODE, Span(shown_path), "the page has no description", _HINT)


def _repeated(description: Scalar, first_spans: dict[str, Span]) -> Iterator[Diagnostic]:
    """Yield a finding if another page has the same description.

    ``first_spans`` remembers where each was written first, and gains the new ones.
    """
    words = " ".join(description.text.split())
    first = first_spans.setdefault(words, description.span)
    if first is description.span:
        return
    related = (Related(first, "the first page with it"),)
    yield error(_CODE, description.span, "another page has the same description", "say what this one tells", related)


def _description(path: str, text: str) -> tuple[Scalar | None, tuple[Diagnostic, ...]]:
    """Return the description in the head of a page, and what keeps the head from being read."""
    front = _FRONT.match(text)
    if front:
        # Its first line is that of the mark above it.
        return _description_of_head(path, front[1], 1)
    loose = _LOOSE.match(text)
    if loose is None:
        return None, ()
    # Loose lines need not be fields at all: nothing in them is a fault.
    description, _ = _description_of_head(path, text[: loose.end()], 0)
    return description, ()


def _description_of_head(path: str, head: str, lines_above: int) -> tuple[Scalar | None, tuple[Diagnostic, ...]]:
    """Return the description within the head of a page, and the errors of the head.

    ``lines_above`` are the lines of the page above its head, by which everything found is moved down.
    """
    node, findings = parse_document(path, head.encode())
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    problems = tuple(_moved(finding, lines_above) for finding in errors)
    value = node.get("description") if isinstance(node, Fields) else None
    if not isinstance(value, Scalar) or not value.text.strip():
        return None, problems
    return Scalar(value.text, _below(value.span, lines_above), value.quoted), problems


def _moved(finding: Diagnostic, lines: int) -> Diagnostic:
    """Return a finding about the head of a page as one about the page."""
    related = tuple(replace(place, span=_below(place.span, lines)) for place in finding.related)
    return replace(finding, span=_below(finding.span, lines), related=related)


def _below(span: Span, lines: int) -> Span:
    return replace(span, line=span.line + lines, end_line=span.end_line + lines)
