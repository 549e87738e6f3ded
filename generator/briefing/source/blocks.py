"""Top-level blocks of lines: in canonical order, each with the comments directly above its key, no stray blanks."""

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
    found = _take_modeline(lines)
    _drop_markers(lines, root)
    starts = list(_starts(lines, root))
    foot = _foot_start(lines, root)
    head = _trimmed(lines[: starts[0][1]])
    blocks = _blocks(lines, starts, foot)
    ranks = {name: rank for rank, name in enumerate(top)}
    blocks.sort(key=lambda block: ranks.get(block.name, len(ranks)))
    body = _joined(head, blocks, _trimmed(lines[foot:]))
    first = modeline.strip() if modeline else found
    return "".join(f"{line.text}\n" for line in [*([_Line(first)] if first else []), *body])


def _lines(text: str, root: Mapping | Sequence) -> list[_Line]:
    raw = text.split("\n")
    kept = dict(_kept_lines(raw, root))
    return [
        _Line(line, True, kept[number]) if number in kept else _Line(line.rstrip(" \t"))
        for number, line in enumerate(raw, 1)
    ]


def _kept_lines(raw: list[str], node: Node) -> Iterator[tuple[int, bool]]:
    """Yield the numbers of lines whose end belongs to a text, and whether that text is open-ended."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _kept_lines(raw, item)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from _kept_lines(raw, entry.key)
            yield from _kept_lines(raw, entry.value)
    elif node.span.end_line > node.span.line:
        yield from _kept_text(raw, node)


def _kept_text(raw: list[str], node: Scalar) -> Iterator[tuple[int, bool]]:
    span = node.span
    header = raw[span.line - 1][span.column - 1 :]
    if not node.quoted or header[0] not in "|>":
        yield from ((number, False) for number in range(span.line, span.end_line))
        return
    marks = header.partition("#")[0]
    open_ended = "+" in marks
    last = last_line(node)
    blank = "" if re.search(r"\d", marks) else " " * _indent(raw[span.line : last])
    while not open_ended and last > span.line and blank.startswith(raw[last - 1]):
        last -= 1
    yield from ((number, open_ended) for number in range(span.line + 1, last + 1))


def _indent(lines: list[str]) -> int:
    """Return how deep a block text stands; a blank line that reaches deeper belongs to it."""
    return next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" ")), 0)


def _take_modeline(lines: list[_Line]) -> str:
    """Return the first modeline, or nothing, and blank all of them out."""
    found = ""
    for index, line in enumerate(lines):
        if not line.kept and _MODELINE.match(line.text):
            found = found or line.text
            lines[index] = _BLANK
    return found


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
    in_braces = not root.entries or root.entries[0].key.span.column != root.span.column
    return in_braces or len(set(lines)) < len(lines)


def _foot_start(lines: list[_Line], root: Mapping | Sequence) -> int:
    """Return the index from which only free-standing comments follow."""
    for index in range(last_line(root), len(lines)):
        if lines[index].is_blank and all(line.is_blank or line.is_comment() for line in lines[index:]):
            return index
    return len(lines)


def _blocks(lines: list[_Line], starts: list[tuple[str, int]], foot: int) -> list[_Block]:
    stops = [*(start for _, start in starts[1:]), foot]
    return [
        _Block(name, _trimmed(lines[start:stop]), start > starts[0][1] and lines[start - 1].is_blank)
        for (name, start), stop in zip(starts, stops, strict=True)
    ]


def _trimmed(lines: list[_Line]) -> list[_Line]:
    """Return the lines without blank ones at both ends, and with one of several in a row."""
    squeezed: list[_Line] = []
    for line in lines:
        if not line.is_blank or (squeezed and not squeezed[-1].is_blank):
            squeezed.append(line)
    return squeezed[:-1] if squeezed and squeezed[-1].is_blank else squeezed


def _joined(head: list[_Line], blocks: list[_Block], foot: list[_Line]) -> list[_Line]:
    joined = [*head, *([_BLANK] if head else []), *blocks[0].lines]
    for block in blocks[1:]:
        # A free comment at the end of a block must not become the heading of the next one.
        if (block.apart or joined[-1].is_comment()) and not joined[-1].open_ended:
            joined.append(_BLANK)
        joined += block.lines
    return [*joined, *([_BLANK] if foot and not joined[-1].open_ended else []), *foot]
