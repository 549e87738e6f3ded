"""Records in braces: one a line, fields in canonical order, by moving slices of the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.source.nodes import Mapping, Node, Scalar, Sequence

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
    """Return ``text`` (line feeds only) with the flow mappings of ``records`` in order, ``rows`` one item a line."""
    source = _Source(text, (0, *(found.end() for found in re.finditer("\n", text))), records)
    pieces, at = [], 0
    for start, end, new in sorted(_edits(source, root, "", rows)):
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])


def _edits(source: _Source, node: Node, path: str, rows: tuple[str, ...]) -> Iterator[_Edit]:
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _edits(source, item, path, rows)
    elif isinstance(node, Mapping) and not source.is_flow(node):
        for entry in node.entries:
            yield from _entry_edits(source, entry.key, entry.value, path, rows)
    elif isinstance(node, Mapping) and path in source.records:
        new = _one_line(source, node, path)
        if new is not None:
            yield source.begin(node), source.end(node), new


def _entry_edits(source: _Source, key: Scalar, value: Node, path: str, rows: tuple[str, ...]) -> Iterator[_Edit]:
    spread = _spread(source, key, value) if not path and key.text in rows else None
    if spread:
        yield spread
    else:
        yield from _edits(source, value, _inner(path, key), rows)


def _inner(path: str, key: Scalar) -> str:
    return f"{path}.{key.text}" if path else key.text


def _spread(source: _Source, key: Scalar, value: Node) -> _Edit | None:
    """Return the edit that turns a list in brackets into one item a line."""
    if not isinstance(value, Sequence) or not value.items or not source.is_flow(value):
        return None
    items = [_one_line(source, item, key.text) for item in value.items]
    gap = source.text[source.end(key) : source.begin(value)]
    if None in items or _has_comment(source, value) or gap.strip() != ":":
        return None
    indent = "\n" + " " * (key.span.column + 1) + "- "
    return source.end(key), source.end(value), ":" + "".join(f"{indent}{item}" for item in items)


def _one_line(source: _Source, node: Node, path: str) -> str | None:
    """Return a node on one line with its fields in order, or None if a comment or a long text forbids it."""
    if isinstance(node, Scalar) or not source.is_flow(node):
        raw = source.raw(node)
        return None if "\n" in raw else raw
    if _has_comment(source, node):
        return None
    if isinstance(node, Sequence):
        return _joined("[", [_one_line(source, item, path) for item in node.items], "]")
    ranks = source.ranks(path)
    entries = sorted(node.entries, key=lambda entry: ranks.get(entry.key.text, len(ranks)))
    return _joined("{", [_pair(source, entry.key, entry.value, path) for entry in entries], "}")


def _pair(source: _Source, key: Scalar, value: Node, path: str) -> str | None:
    left, right = _one_line(source, key, path), _one_line(source, value, _inner(path, key))
    return None if left is None or right is None else f"{left}: {right}"


def _joined(left: str, parts: list[str | None], right: str) -> str | None:
    known = [part for part in parts if part is not None]
    return left + ", ".join(known) + right if len(known) == len(parts) else None


def _has_comment(source: _Source, node: Mapping | Sequence) -> bool:
    """Return whether a comment stands between the children of a flow collection."""
    at = source.begin(node)
    for child in _children(node):
        if "#" in source.text[at : source.begin(child)]:
            return True
        at = source.end(child)
    return "#" in source.text[at : source.end(node)]


def _children(node: Mapping | Sequence) -> Iterator[Node]:
    if isinstance(node, Sequence):
        yield from node.items
    else:
        for entry in node.entries:
            yield from (entry.key, entry.value)
