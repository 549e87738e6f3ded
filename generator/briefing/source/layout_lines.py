"""The lines of a file for its layout: which may be trimmed, and which belong to a text and stay as they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.source.nodes import Mapping, Node, Scalar, Sequence, last_line


@dataclass(frozen=True, slots=True)
class Line:
    """A line; one inside a text of several lines is ``kept`` as it is, blanks and all.

    ``open_ended`` marks a text (``|+``) that would take in a blank line after it.
    """

    text: str
    kept: bool = False
    open_ended: bool = False

    @property
    def is_blank(self) -> bool:
        """True for a line that only parts what stands above and below."""
        return not self.kept and not self.text

    def is_comment(self, column: int = 1) -> bool:
        """Return whether this is a comment that starts at ``column`` (from 1) or before.

        One that is indented deeper belongs to what stands above it.
        """
        bare = self.text.lstrip(" ")
        if self.kept or not bare.startswith("#"):
            return False
        return len(self.text) - len(bare) < column

    def matches(self, pattern: re.Pattern[str]) -> bool:
        """Return whether the line begins with a pattern and is no part of a text."""
        return not self.kept and pattern.match(self.text) is not None


BLANK = Line("")


def split_lines(text: str, root: Mapping | Sequence) -> list[Line]:
    """Return the lines of a file, without white space at their ends where that is no part of a text.

    ``text`` has line feeds only, and ``root`` is its tree.
    """
    raw = text.split("\n")
    kept = dict(_kept_lines(raw, root))
    lines: list[Line] = []
    for number, line in enumerate(raw, 1):
        if number in kept:
            lines.append(Line(line, kept=True, open_ended=kept[number]))
        else:
            lines.append(Line(line.rstrip(" \t")))
    return lines


def _kept_lines(raw: list[str], node: Node) -> Iterator[tuple[int, bool]]:
    """Yield the numbers of lines whose end belongs to a text, and whether that text is open-ended."""
    for child in node.children:
        yield from _kept_lines(raw, child)
    if isinstance(node, Scalar) and node.span.end_line > node.span.line:
        yield from _kept_text(raw, node)


def _kept_text(raw: list[str], node: Scalar) -> Iterator[tuple[int, bool]]:
    """Yield the lines of a text of several lines that must stay as they are.

    Of a text in quotes, or of plain words, all lines but the last end within it. The lines of a block text (`|`, `>`)
    are all its own, but for that of its header.
    """
    span = node.span
    header = raw[span.line - 1][span.column - 1 :]
    is_block_text = node.quoted and header[0] in "|>"
    if not is_block_text:
        for number in range(span.line, span.end_line):
            yield number, False
        return
    marks = header.partition("#")[0]
    open_ended = "+" in marks
    last = last_line(node)
    if not open_ended:
        last = _last_line_of_text(raw, span.line, last, marks)
    for number in range(span.line + 1, last + 1):
        yield number, open_ended


def _last_line_of_text(raw: list[str], header: int, last: int, marks: str) -> int:
    """Return the last line of a block text that is no blank below it.

    Blanks below belong to the layout of the file, unless the header says that they are kept.
    """
    # Where the header tells the depth, every space of a blank line may belong to the text.
    blank = ""
    if not re.search(r"\d", marks):
        blank = " " * _indent(raw[header:last])
    while last > header and blank.startswith(raw[last - 1]):
        last -= 1
    return last


def _indent(lines: list[str]) -> int:
    """Return how deep a block text stands; a blank line that reaches deeper belongs to it."""
    for line in lines:
        bare = line.lstrip(" ")
        if bare:
            return len(line) - len(bare)
    return 0
