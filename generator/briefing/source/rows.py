"""Arranges records in braces: one a line, fields in canonical order, by moving slices of the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.source.nodes import Entry, Mapping, Node, Scalar, Sequence

_Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class _Source:
    """A text, where its lines start, and the field orders by path."""

    text: str
    starts: tuple[int, ...]
    records: dict[str, tuple[str, ...]]

    def begin(self, node: Node) -> int:
        return self.starts[node.span.line - 1] + node.span.column - 1

    def end(self, node: Node) -> int:
        return self.starts[node.span.end_line - 1] + node.span.end_column - 1

    def raw(self, node: Node) -> str:
        return self.text[self.begin(node) : self.end(node)]

    def is_flow(self, node: Node) -> bool:
        return not isinstance(node, Scalar) and self.text[self.begin(node)] in "{["

    def ranks(self, path: str) -> dict[str, int]:
        return {name: rank for rank, name in enumerate(self.records.get(path, ()))}


def arrange_records(
    text: str, root: Mapping | Sequence, records: dict[str, tuple[str, ...]], rows: tuple[str, ...]
) -> str:
    """Return a file with its records in braces in canonical order.

    Args:
        text: the file, line feeds only.
        root: its tree.
        records: the order of fields by the dotted path of their record; others stay as they are.
        rows: the top-level lists that get one item a line.
    """
    line_starts = (0, *(line_break.end() for line_break in re.finditer("\n", text)))
    source = _Source(text, line_starts, records)
    pieces: list[str] = []
    done = 0
    for start, end, new in sorted(_edits(source, root, "", rows)):
        pieces += [text[done:start], new]
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def _edits(source: _Source, node: Node, path: str, rows: tuple[str, ...]) -> Iterator[_Edit]:
    """Yield what is to stand in place of which stretch of the text; no two stretches overlap.

    Records that are written as blocks keep their order: only what stands in braces is rewritten.
    """
    match node:
        case Sequence():
            for item in node.items:
                yield from _edits(source, item, path, rows)
        case Mapping() if not source.is_flow(node):
            for entry in node.entries:
                yield from _entry_edits(source, entry, path, rows)
        case Mapping() if path in source.records:
            line = _one_line(source, node, path)
            if line is not None:
                yield source.begin(node), source.end(node), line


def _entry_edits(source: _Source, entry: Entry, path: str, rows: tuple[str, ...]) -> Iterator[_Edit]:
    """Yield the edits of one entry: that which spreads its list over lines, or those within its value."""
    is_rows = not path and entry.key.text in rows
    spread = _spread(source, entry.key, entry.value) if is_rows else None
    if spread:
        yield spread
    else:
        yield from _edits(source, entry.value, _inner(path, entry.key), rows)


def _inner(path: str, key: Scalar) -> str:
    """Return the dotted path of a field within the record at ``path``."""
    if not path:
        return key.text
    return f"{path}.{key.text}"


def _spread(source: _Source, key: Scalar, value: Node) -> _Edit | None:
    """Return the edit that turns a list in brackets into one item a line.

    None where the list is no such list, or where a comment in or before it would be lost.
    """
    if not isinstance(value, Sequence) or not value.items or not source.is_flow(value):
        return None
    items = [_one_line(source, item, key.text) for item in value.items]
    # A comment between key and list would lose the place that it speaks of.
    gap = source.text[source.end(key) : source.begin(value)]
    if None in items or gap.strip() != ":" or _has_comment(source, value):
        return None
    indent = " " * (key.span.column + 1)
    lines = [f"\n{indent}- {item}" for item in items]
    return source.end(key), source.end(value), f":{''.join(lines)}"


def _one_line(source: _Source, node: Node, path: str) -> str | None:
    """Return a node on one line with its fields in order, or None if a comment or a long text forbids it.

    Scalars are copied as they stand, quotes and all.
    """
    if isinstance(node, Scalar) or not source.is_flow(node):
        return _as_written(source, node)
    if _has_comment(source, node):
        return None
    if isinstance(node, Sequence):
        return _enclosed("[", [_one_line(source, item, path) for item in node.items], "]")
    ranks = source.ranks(path)
    entries = sorted(node.entries, key=lambda entry: ranks.get(entry.key.text, len(ranks)))
    return _enclosed("{", [_pair(source, entry, path) for entry in entries], "}")


def _as_written(source: _Source, node: Node) -> str | None:
    """Return a node as it is written, or None where it reaches over several lines."""
    raw = source.raw(node)
    if "\n" in raw:
        return None
    return raw


def _pair(source: _Source, entry: Entry, path: str) -> str | None:
    """Return `key: value` on one line, or None where either cannot stand on one."""
    key = _one_line(source, entry.key, path)
    value = _one_line(source, entry.value, _inner(path, entry.key))
    if key is None or value is None:
        return None
    return f"{key}: {value}"


def _enclosed(left: str, parts: list[str | None], right: str) -> str | None:
    """Return the parts between brackets, or None where any of them is missing."""
    texts = [part for part in parts if part is not None]
    if len(texts) < len(parts):
        return None
    return f"{left}{', '.join(texts)}{right}"


def _has_comment(source: _Source, node: Mapping | Sequence) -> bool:
    """Return whether a comment stands between the children of a flow collection.

    Rewriting the collection would lose it.
    """
    gap_start = source.begin(node)
    for child in node.children:
        # Within a child a # may be part of a text; between two it begins a comment.
        if "#" in source.text[gap_start : source.begin(child)]:
            return True
        gap_start = source.end(child)
    return "#" in source.text[gap_start : source.end(node)]
