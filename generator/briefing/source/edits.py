"""Replaces stretches of a file at known places; nothing else of it moves."""

from collections.abc import Iterable

from briefing.diagnostics.diagnostic import Span
from briefing.source.text import LINE_BREAK

_BOM = b"\xef\xbb\xbf"
_QUOTES = "\"'"


def replace_spans(content: bytes, edits: Iterable[tuple[Span, str]]) -> bytes:
    """Return UTF-8 ``content`` with each span, on one line, replaced by its text; quotes around it stay.

    Of two edits that overlap the first counts. Byte order mark, line ends and all else are kept.
    """
    # The mark stands outside of the text: columns of the first line do not count it.
    bom = _BOM if content.startswith(_BOM) else b""
    text = content.decode("utf-8").removeprefix("\ufeff")
    line_starts = (0, *(line_break.end() for line_break in LINE_BREAK.finditer(text)))
    done = len(text)
    # From the end of the file to its start, so that the places of edits still to come stay where they are.
    for span, new in sorted(edits, key=_place_of_edit, reverse=True):
        line_start = line_starts[span.line - 1]
        start, end = line_start + span.column - 1, line_start + span.end_column - 1
        if end <= done:
            text = text[:start] + _in_quotes(text[start:end], new) + text[end:]
            done = start
    return bom + text.encode()


def _place_of_edit(edit: tuple[Span, str]) -> Span:
    return edit[0]


def _in_quotes(old: str, new: str) -> str:
    """Return what takes the place of ``old``: in its quotes, where it has any."""
    is_quoted = len(old) > 1 and old[0] == old[-1] and old[0] in _QUOTES
    if not is_quoted:
        return new
    return f"{old[0]}{new}{old[0]}"
