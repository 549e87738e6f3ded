"""Links that editors write into prose by hand, ``[[id]]`` and ``[[id|text]]``: those that lead nowhere."""

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.decode.index import Index
from briefing.decode.reading.content import Content, Fields, ScalarText
from briefing.decode.reading.hints import did_you_mean
from briefing.diagnostics.diagnostic import Diagnostic, Fix, Span, error

_LINK = re.compile(r"\[\[([^\[\]|\n]+)(?:\|[^\[\]\n]+)?\]\]")
_VERBATIM = frozenset({"quote", "said", "title", "url", "author", "capture"})
"""Fields that hold other people's words: brackets in them are theirs."""


def find_dead_links(fields: Fields | None, index: Index) -> Iterator[Diagnostic]:
    """Yield a finding for each hand link of a record that no subject answers to."""
    for name, content in fields.values.items() if fields else ():
        if name not in _VERBATIM:
            yield from _within(content, index)


def _within(content: Content, index: Index) -> Iterator[Diagnostic]:
    if isinstance(content, Fields):
        yield from find_dead_links(content, index)
    elif isinstance(content, tuple):
        for one in content:
            yield from _within(one, index)
    elif "[[" in content.text:
        yield from _dead(content, index)


def _dead(read: ScalarText, index: Index) -> Iterator[Diagnostic]:
    for found in _LINK.finditer(read.text):
        name = found[1].strip()
        successor = None if name in index.subjects else index.successor(name, "subject")
        if successor:
            place = _within_text(read, found.start(1), len(found[1]))
            dead = error("link-unknown", read.span, successor.message, successor.hint, successor.related)
            yield replace(dead, fix=Fix(place, successor.id)) if place and successor.id else dead
        elif name not in index.subjects and name not in index.stray:
            message = f'[[{name}]] leads nowhere: no subject is called "{name}"'
            hint = did_you_mean(index.nearest(name, "subject")) or "correct the id, or take the brackets away"
            yield error("link-unknown", read.span, message, hint)


def _within_text(read: ScalarText, start: int, length: int) -> Span | None:
    """Return where a part of a text stands in its file; None where escapes or lines make that uncertain."""
    span = read.span
    quotes, odd = divmod(span.end_column - span.column - len(read.text), 2)
    if span.line != span.end_line or odd or quotes not in (0, 1):
        return None
    column = span.column + quotes + start
    return Span(span.path, span.line, column, span.line, column + length)
