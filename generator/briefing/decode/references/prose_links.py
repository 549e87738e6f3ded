"""Links that editors write into prose by hand, ``[[id]]`` and ``[[id|text]]``: those that lead nowhere."""

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.decode.reading.content import Content, Fields, ScalarText
from briefing.decode.reading.hints import did_you_mean, stands_plainly
from briefing.decode.references.index import Index
from briefing.decode.references.retired import Successor
from briefing.diagnostics.diagnostic import Diagnostic, Fix, Span, error

_LINK = re.compile(r"\[\[([^\[\]|\n]+)(?:\|[^\[\]\n]+)?\]\]")
_VERBATIM = frozenset({"quote", "said", "title", "url", "author", "capture"})
"""Fields that hold other people's words: brackets in them are theirs."""


def find_dead_links(fields: Fields, index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for each hand link of a record that no subject answers to."""
    for name, content in fields.values.items():
        if name not in _VERBATIM:
            yield from _find_in_content(content, index)


def _find_in_content(content: Content, index: Index) -> Iterator[Diagnostic]:
    if isinstance(content, Fields):
        yield from find_dead_links(content, index)
    elif isinstance(content, tuple):
        for item in content:
            yield from _find_in_content(item, index)
    elif "[[" in content.text:
        # Hardly any text has a link, and the search for a sign is cheaper than the pattern.
        yield from _find_in_text(content, index)


def _find_in_text(scalar: ScalarText, index: Index) -> Iterator[Diagnostic]:
    for link in _LINK.finditer(scalar.text):
        name = link[1].strip()
        if name in index.subjects:
            continue
        successor = index.successor(name, "subject")
        if successor:
            yield _retired_link(scalar, link, successor)
        # A misplaced file will answer to the name once it is moved, and has its own finding.
        elif name not in index.stray:
            yield _unknown_link(scalar, name, index)


def _retired_link(scalar: ScalarText, link: re.Match[str], successor: Successor) -> Diagnostic:
    """Return an error about a link to an id that was given up, with the id that took its place as the fix."""
    finding = error("link-unknown", scalar.span, successor.message, successor.hint, successor.related)
    span = _span_within(scalar, link.start(1), len(link[1]))
    if span and successor.id:
        return replace(finding, fix=Fix(span, successor.id))
    return finding


def _unknown_link(scalar: ScalarText, name: str, index: Index) -> Diagnostic:
    message = f'[[{name}]] leads nowhere: no subject is called "{name}"'
    hint = did_you_mean(index.nearest(name, "subject"), "correct the id, or take the brackets away")
    return error("link-unknown", scalar.span, message, hint)


def _span_within(scalar: ScalarText, start: int, length: int) -> Span | None:
    """Return where a part of a text stands in its file; None where escapes or lines make that uncertain."""
    span = scalar.span
    if not stands_plainly(span, scalar.text):
        return None
    quotes = span.end_column - span.column - len(scalar.text)
    column = span.column + quotes // 2 + start
    return Span(span.path, span.line, column, span.line, column + length)
