"""Arranges the top-level blocks of a file: in canonical order, each with the comments directly above its key."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.source.nodes import Mapping, Node, Scalar, Sequence, last_line

_MODELINE = re.compile(r"#\s*yaml-language-server:")
_MARKER = re.compile(r"(?:---|\.\.\.)$")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line; one inside a text of several lines is ``kept`` as it is, blanks and all.

    ``open_ended`` marks a text (``|+``) that would take in a blank line after it.
    """

    text: str
    kept: bool = False
    open_ended: bool = False

    @property
    def is_blank(self) -> bool:
        return not self.kept and not self.text

    def is_comment(self, column: int = 1) -> bool:
        """Return whether this is a comment that starts at ``column`` or before."""
        bare = self.text.lstrip(" ")
        return not self.kept and bare.startswith("#") and len(self.text) - len(bare) < column


_BLANK = _Line("")


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of one top-level key, and whether a blank line parted them from the block before."""

    name: str
    lines: list[_Line]
    apart: bool


def arrange_blocks(text: str, root: Mapping | Sequence, top: tuple[str, ...], modeline: str | None) -> str:
    """Return ``text`` (line feeds only) with its top-level keys in the order of ``top``, the modeline first."""
    lines = _lines(text, root)
    written_modeline = _take_modeline(lines)
    _drop_markers(lines, root)
    starts = list(_starts(lines, root))
    foot = _foot_start(lines, root)
    head = _trimmed(lines[: starts[0][1]])
    ranks = {name: rank for rank, name in enumerate(top)}
    # Sorting is stable: keys that no order names stay at the end as they were written.
    blocks = sorted(_blocks(lines, starts, foot), key=lambda block: ranks.get(block.name, len(ranks)))
    arranged = _joined(head, blocks, _trimmed(lines[foot:]))
    first = modeline.strip() if modeline else written_modeline
    if first:
        arranged.insert(0, _Line(first))
    return "".join(f"{line.text}\n" for line in arranged)


def _lines(text: str, root: Mapping | Sequence) -> list[_Line]:
    raw = text.split("\n")
    kept = dict(_kept_lines(raw, root))
    lines: list[_Line] = []
    for number, line in enumerate(raw, 1):
        if number in kept:
            lines.append(_Line(line, kept=True, open_ended=kept[number]))
        else:
            lines.append(_Line(line.rstrip(" \t")))
    return lines


def _kept_lines(raw: list[str], node: Node) -> Iterator[tuple[int, bool]]:
    """Yield the numbers of lines whose end belongs to a text, and whether that text is open-ended."""
    match node:
        case Sequence():
            for item in node.items:
                yield from _kept_lines(raw, item)
        case Mapping():
            for entry in node.entries:
                yield from _kept_lines(raw, entry.key)
                yield from _kept_lines(raw, entry.value)
        case Scalar() if node.span.end_line > node.span.line:
            yield from _kept_text(raw, node)


def _kept_text(raw: list[str], node: Scalar) -> Iterator[tuple[int, bool]]:
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
    """Return the last line of a block text that is no blank below it."""
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


def _take_modeline(lines: list[_Line]) -> str:
    """Return the first modeline, or nothing, and blank all of them out."""
    modeline = ""
    for index, line in enumerate(lines):
        if not line.kept and _MODELINE.match(line.text):
            modeline = modeline or line.text
            lines[index] = _BLANK
    return modeline


def _drop_markers(lines: list[_Line], root: Mapping | Sequence) -> None:
    """Blank out a bare ``---`` above the data and remove a bare ``...`` below it."""
    for index in range(root.span.line - 1):
        if _MARKER.match(lines[index].text):
            lines[index] = _BLANK
    after = last_line(root)
    lines[after:] = [line for line in lines[after:] if line.kept or not _MARKER.match(line.text)]


def _starts(lines: list[_Line], root: Mapping | Sequence) -> Iterator[tuple[str, int]]:
    """Yield each top-level key with the index of its first line, comments directly above included."""
    if isinstance(root, Sequence) or _shares_line(root):
        yield "", root.span.line - 1
        return
    after = 0
    for entry in root.entries:
        key = entry.key.span
        start = key.line - 1
        while start > after and lines[start - 1].is_comment(key.column):
            start -= 1
        yield entry.key.text, start
        after = last_line(entry.value)


def _shares_line(root: Mapping) -> bool:
    """Return whether two keys, or a brace and a key, stand on one line."""
    lines = [entry.key.span.line for entry in root.entries]
    if not lines or root.entries[0].key.span.column != root.span.column:
        return True
    return len(set(lines)) < len(lines)


def _foot_start(lines: list[_Line], root: Mapping | Sequence) -> int:
    """Return the index from which only free-standing comments follow."""
    for index in range(last_line(root), len(lines)):
        if lines[index].is_blank and all(line.is_blank or line.is_comment() for line in lines[index:]):
            return index
    return len(lines)


def _blocks(lines: list[_Line], starts: list[tuple[str, int]], foot: int) -> Iterator[_Block]:
    first = starts[0][1]
    stops = [*(start for _, start in starts[1:]), foot]
    for (name, start), stop in zip(starts, stops, strict=True):
        apart = start > first and lines[start - 1].is_blank
        yield _Block(name, _trimmed(lines[start:stop]), apart)


def _trimmed(lines: list[_Line]) -> list[_Line]:
    """Return the lines without blank ones at both ends, and with one of several in a row."""
    trimmed: list[_Line] = []
    for line in lines:
        follows_text = bool(trimmed) and not trimmed[-1].is_blank
        if follows_text or not line.is_blank:
            trimmed.append(line)
    if trimmed and trimmed[-1].is_blank:
        trimmed.pop()
    return trimmed


def _joined(head: list[_Line], blocks: list[_Block], foot: list[_Line]) -> list[_Line]:
    joined = list(head)
    if head:
        joined.append(_BLANK)
    joined += blocks[0].lines
    for block in blocks[1:]:
        # A free comment at the end of a block must not become the heading of the next one.
        if (block.apart or joined[-1].is_comment()) and not joined[-1].open_ended:
            joined.append(_BLANK)
        joined += block.lines
    if foot and not joined[-1].open_ended:
        joined.append(_BLANK)
    return joined + foot
