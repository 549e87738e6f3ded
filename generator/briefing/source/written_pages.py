"""Hand-written pages in, what keeps them from being published out: found where it stands, before a site is built.

Only what a crawl of the built site would refuse; how they look is for their authors.
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
    first: dict[str, Span] = {}
    for path in sorted(path for path in files if path.endswith(".md")):
        text = files[path].decode("utf-8-sig", "replace").replace("\r\n", "\n")
        place = f"{shown}/{path}"
        described, problems = _description(place, text)
        yield from problems
        if described is None:
            if not problems:
                yield error(_CODE, Span(place), "the page has no description", _HINT)
            continue
        said = " ".join(described.text.split())
        if said in first:
            related = (Related(first[said], "the first page with it"),)
            yield error(
                _CODE, described.span, "another page has the same description", "say what this one tells", related
            )
        first.setdefault(said, described.span)


def _description(path: str, text: str) -> tuple[Scalar | None, tuple[Diagnostic, ...]]:
    """Return the description in the head of a page, and what keeps the head from being read."""
    front = _FRONT.match(text)
    loose = None if front else _LOOSE.match(text)
    if front is None and loose is None:
        return None, ()
    head, skipped = (front[1], 1) if front else (text[: loose.end()] if loose else "", 0)
    node, findings = parse_document(path, head.encode())
    problems = tuple(_moved(one, skipped) for one in findings if one.severity is Severity.ERROR) if front else ()
    value = node.get("description") if isinstance(node, Fields) else None
    if not isinstance(value, Scalar) or not value.text.strip():
        return None, problems
    return Scalar(value.text, _below(value.span, skipped), value.quoted), problems


def _moved(finding: Diagnostic, lines: int) -> Diagnostic:
    related = tuple(replace(one, span=_below(one.span, lines)) for one in finding.related)
    return replace(finding, span=_below(finding.span, lines), related=related)


def _below(span: Span, lines: int) -> Span:
    return replace(span, line=span.line + lines, end_line=span.end_line + lines)
