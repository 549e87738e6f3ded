"""Lays one file out canonically; comments stay, scalars are moved but never rewritten.

A file with errors, and one whose meaning a new layout would change, comes back as it was.
"""

import unicodedata
from dataclasses import dataclass, field

from briefing.diagnostics.diagnostic import Severity
from briefing.source.blocks import arrange_blocks
from briefing.source.nodes import Mapping, Node, Scalar, Sequence
from briefing.source.parse import parse_document
from briefing.source.rows import arrange_records
from briefing.source.text import LINE_BREAK


@dataclass(frozen=True, slots=True)
class KeyOrder:
    """The canonical order of one kind of file.

    ``records`` gives the field order of flow mappings by their dotted path, list items under
    the path of their list, the items of a whole-file list under ``""``. ``rows`` names the
    top-level lists that get one item a line. ``modeline`` is the whole first comment line.
    """

    top: tuple[str, ...] = ()
    records: dict[str, tuple[str, ...]] = field(default_factory=dict)
    modeline: str | None = None
    rows: tuple[str, ...] = ("claims", "facts")


def format_document(path: str, data: bytes, key_order: KeyOrder) -> bytes:
    """Return a file in canonical layout, or ``data`` itself where that cannot be done safely.

    Args:
        path: the path within the data folder.
        data: the bytes of the file.
        key_order: the order of the keys of its kind of file.
    """
    root = _read(path, data)
    if root is None:
        return data
    arranged = _arranged(path, _plain(data), key_order).encode()
    if arranged == data:
        return data
    # Whatever moving slices of text has done, what the file says must be what it said.
    arranged_root = _read(path, arranged)
    if arranged_root is None or _meaning(arranged_root) != _meaning(root):
        return data
    return arranged


def _arranged(path: str, text: str, key_order: KeyOrder) -> str:
    """Return the text with its records in order, then with its blocks in order.

    What moves within a line is done first: the second step moves lines as they stand.
    """
    root = _read(path, text.encode())
    if root is None:
        return text
    with_rows = arrange_records(text, root, key_order.records, key_order.rows)
    if with_rows != text:
        root = _read(path, with_rows.encode())
    if root is None:
        return with_rows
    return arrange_blocks(with_rows, root, key_order.top, key_order.modeline)


def _read(path: str, data: bytes) -> Mapping | Sequence | None:
    """Return the tree of a file without errors, or None."""
    root, findings = parse_document(path, data)
    if any(finding.severity == Severity.ERROR for finding in findings):
        return None
    return root


def _plain(data: bytes) -> str:
    """Return the text of a file with line feeds only, composed, without byte order mark."""
    text = data.decode("utf-8").removeprefix("\ufeff")
    return unicodedata.normalize("NFC", LINE_BREAK.sub("\n", text))


def _meaning(node: Node) -> object:
    """Return what a node says, free of place, order of keys and composition of letters."""
    if isinstance(node, Scalar):
        return unicodedata.normalize("NFC", node.text), node.quoted
    if isinstance(node, Sequence):
        return [_meaning(item) for item in node.items]
    return {entry.key.text: _meaning(entry.value) for entry in node.entries}
