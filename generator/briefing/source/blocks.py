"""Arranges the top-level blocks of a file: in canonical order, each with the comments directly above its key."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.source.layout_lines import BLANK, Line, split_lines
from briefing.source.nodes import Mapping, Sequence, last_line

_MODELINE = re.compile(r"#\s*yaml-language-server:")
# One file is one document: its marks say nothing.
_MARKER = re.compile(r"(?:---|\.\.\.)$")


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of one top-level key, and whether a blank line parted them from the block before."""

    name: str
    lines: list[Line]
    apart: bool


def arrange_blocks(text: str, root: Mapping | Sequence, top: tuple[str, ...], modeline: str | None) -> str:
    """Return a file with its top-level keys in canonical order, the modeline first.

    Args:
        text: the file, line feeds only.
        root: its tree.
        top: the keys in the order they shall have; others keep theirs behind these.
        modeline: the comment that tells an editor which schema the file has; the written one stays where it is None.
    """
    lines = split_lines(text, root)
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
        arranged.insert(0, Line(first))
    return "".join(f"{line.text}\n" for line in arranged)


def _take_modeline(lines: list[Line]) -> str:
    """Return the first modeline, or nothing, and blank all of them out.

    ``lines`` is changed in place.
    """
    modelines: list[str] = []
    for index, line in enumerate(lines):
        if line.matches(_MODELINE):
            modelines.append(line.text)
            lines[index] = BLANK
    return modelines[0] if modelines else ""


def _drop_markers(lines: list[Line], root: Mapping | Sequence) -> None:
    """Blank out a bare ``---`` above the data and remove a bare ``...`` below it.

    ``lines`` is changed in place; lines within a text are left alone.
    """
    for index in range(root.span.line - 1):
        if lines[index].matches(_MARKER):
            lines[index] = BLANK
    after = last_line(root)
    lines[after:] = [line for line in lines[after:] if not line.matches(_MARKER)]


def _starts(lines: list[Line], root: Mapping | Sequence) -> Iterator[tuple[str, int]]:
    """Yield each top-level key with the index of its first line, comments directly above included.

    A list, or a mapping that cannot be taken apart by lines, is one block without a name.
    """
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
    """Return whether two keys, or a brace and a key, stand on one line.

    Such a mapping cannot be put in order by moving lines.
    """
    lines = [entry.key.span.line for entry in root.entries]
    if not lines or root.entries[0].key.span.column != root.span.column:
        return True
    return len(set(lines)) < len(lines)


def _foot_start(lines: list[Line], root: Mapping | Sequence) -> int:
    """Return the index from which only free-standing comments follow, beginning with a blank line."""
    foot = len(lines)
    for index in range(len(lines) - 1, last_line(root) - 1, -1):
        if lines[index].is_blank:
            foot = index
        elif not lines[index].is_comment():
            break
    return foot


def _blocks(lines: list[Line], starts: list[tuple[str, int]], foot: int) -> Iterator[_Block]:
    first = starts[0][1]
    stops = [*(start for _, start in starts[1:]), foot]
    for (name, start), stop in zip(starts, stops, strict=True):
        apart = start > first and lines[start - 1].is_blank
        yield _Block(name, _trimmed(lines[start:stop]), apart)


def _trimmed(lines: list[Line]) -> list[Line]:
    """Return the lines without blank ones at both ends, and with one of several in a row."""
    trimmed: list[Line] = []
    for line in lines:
        follows_text = bool(trimmed) and not trimmed[-1].is_blank
        if follows_text or not line.is_blank:
            trimmed.append(line)
    if trimmed and trimmed[-1].is_blank:
        trimmed.pop()
    return trimmed


def _joined(head: list[Line], blocks: list[_Block], foot: list[Line]) -> list[Line]:
    """Return head, blocks and foot in one row, with the blank lines that part them."""
    joined = list(head)
    if head:
        joined.append(BLANK)
    joined += blocks[0].lines
    for block in blocks[1:]:
        # A free comment at the end of a block must not become the heading of the next one.
        if block.apart or joined[-1].is_comment():
            _append_blank(joined)
        joined += block.lines
    if foot:
        _append_blank(joined)
    return joined + foot


def _append_blank(lines: list[Line]) -> None:
    """Add a blank line, unless the text above would take it in and say something else."""
    if not lines[-1].open_ended:
        lines.append(BLANK)
