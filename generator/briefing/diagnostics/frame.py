"""Draws a line of source with a caret under the finding, safe and aligned on any terminal.

Widths are those of terminals: full-width characters take two columns, combining ones none.
"""

import re
import unicodedata
from typing import NamedTuple

from briefing.diagnostics.diagnostic import Span

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
# Controls, marks of direction, letters and spaces that cannot be seen, and code points that are no characters.
UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\uffff\ud800-\udfff\ufdd0-\ufdef\U000e0000-\U000e007f]"
)
_TAB = 4
_WIDTH_MAX = 100
_LEAD = 30
_NEAR = 400
"""Characters on either side of a finding that a frame may need; the rest of a long line is not looked at."""


def visible(text: str) -> str:
    """Return ``text`` with every character that could steer a terminal written as ``<U+…>``."""
    return UNSAFE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


def width_of(text: str) -> int:
    """Return how many terminal columns ``text`` takes."""
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 1


def split_source(data: bytes) -> list[str]:
    """Return the lines of a file as columns count them; undecodable bytes become visible marks."""
    return _LINE_BREAK.split(data.decode("utf-8", "backslashreplace").removeprefix("\ufeff"))


def code_frame(lines: list[str], span: Span) -> str:
    """Return the two lines of a frame, or nothing where the file has no such line."""
    if not 1 <= span.line <= len(lines):
        return ""
    line = lines[span.line - 1]
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line)
    first = max(0, start - _NEAR)
    cells = _cells(line[first : start + _NEAR])
    window = _window(cells, start - first, min(end - first, len(cells)))
    number = f"{span.line:>5}"
    # Even an empty stretch gets its caret.
    carets = "^" * max(1, window.marked)
    source_row = f"{number} | {window.text}".rstrip()
    caret_row = f"{' ' * len(number)} | {' ' * window.before}{carets}"
    return f"{source_row}\n{caret_row}"


def _cells(line: str) -> list[str]:
    """Return what is printed for each character; tabs reach to the next stop."""
    cells: list[str] = []
    column = 0
    for character in line:
        cell = visible(character)
        if character == "\t":
            cell = " " * (_TAB - column % _TAB)
        column += width_of(cell)
        cells.append(cell)
    return cells


class _Window(NamedTuple):
    """What is shown of a line; ``before`` the marked stretch and of it, in columns of a terminal."""

    text: str
    before: int
    marked: int


def _window(cells: list[str], start: int, end: int) -> _Window:
    """Return the line, or of a long one the part around the marked cells."""
    before = width_of("".join(cells[:start]))
    marked = width_of("".join(cells[start:end]))
    if width_of("".join(cells)) <= _WIDTH_MAX:
        return _Window("".join(cells), before, marked)
    first = _first_shown(cells, start, before)
    lead = "…" if first else ""
    last = _last_shown(cells, first, len(lead))
    tail = "…" if last < len(cells) else ""
    text = f"{lead}{''.join(cells[first:last])}{tail}"
    before = len(lead) + width_of("".join(cells[first:start]))
    return _Window(text, before, min(marked, _WIDTH_MAX - before))


def _last_shown(cells: list[str], first: int, width: int) -> int:
    """Return the index behind the last cell that fits, where ``width`` columns are taken already."""
    last = first
    while last < len(cells) and width + width_of(cells[last]) < _WIDTH_MAX:
        width += width_of(cells[last])
        last += 1
    return last


def _first_shown(cells: list[str], start: int, before: int) -> int:
    """Return the first cell to show so that the marked ones keep some text before them."""
    if before <= _WIDTH_MAX // 2:
        return 0
    first, width = start, 0
    while first and width < _LEAD:
        first -= 1
        width += width_of(cells[first])
    return first
