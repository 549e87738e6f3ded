"""Replacements at known places: a file's bytes and what belongs where in, its bytes out; nothing else moves."""

from collections.abc import Iterable

from briefing.diagnostics.diagnostic import Span
from briefing.source.text import LINE_BREAK

_BOM = b"\xef\xbb\xbf"
_QUOTES = "\"'"


def replace_spans(content: bytes, edits: Iterable[tuple[Span, str]]) -> bytes:
    """Return UTF-8 ``content`` with each span, on one line, replaced by its text; quotes around it stay.

    Of two edits that overlap the first counts. Byte order mark, line ends and all else are kept.
    """
    marked = content.startswith(_BOM)
    text = content.decode("utf-8").removeprefix("\ufeff")
    starts = (0, *(found.end() for found in LINE_BREAK.finditer(text)))
    done = len(text)
    for span, new in sorted(edits, key=lambda one: one[0], reverse=True):
        start, end = (starts[span.line - 1] + column - 1 for column in (span.column, span.end_column))
        if end <= done:
            text = text[:start] + _in_quotes(text[start:end], new) + text[end:]
            done = start
    return (_BOM if marked else b"") + text.encode()


def _in_quotes(old: str, new: str) -> str:
    quoted = len(old) > 1 and old[0] == old[-1] and old[0] in _QUOTES
    return f"{old[0]}{new}{old[0]}" if quoted else new
