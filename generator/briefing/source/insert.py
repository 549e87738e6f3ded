"""Adds an entry to a mapping of a file; nothing else of it moves."""

from briefing.source.nodes import Mapping, Node, last_line


def insert_entry(text: str, mapping: Mapping, key: str, value: str) -> str:
    """Return the text of a file with one more entry at the end of a mapping, in the style of that mapping.

    Args:
        text: the file, line feeds only.
        mapping: where the entry goes, as it was read from this very text; without braces it has an entry already.
        key: the key, as YAML writes it.
        value: the value, as YAML writes it.
    """
    lines = text.split("\n")
    start = mapping.span
    if lines[start.line - 1].startswith("{", start.column - 1):
        _insert_in_braces(lines, mapping, f"{key}: {value}")
    else:
        indent = " " * (mapping.entries[0].key.span.column - 1)
        lines.insert(_last_text_line(mapping), f"{indent}{key}: {value}")
    return "\n".join(lines)


def _insert_in_braces(lines: list[str], mapping: Mapping, entry: str) -> None:
    """Put an entry before the closing brace; ``lines`` is changed in place."""
    line = lines[mapping.span.end_line - 1]
    # Columns count from 1, and the end is exclusive.
    brace = mapping.span.end_column - 2
    separator = ", " if mapping.entries else ""
    lines[mapping.span.end_line - 1] = f"{line[:brace].rstrip()}{separator}{entry}{line[brace:]}"


def _last_text_line(node: Node) -> int:
    """Return the line on which the last text within a node ends.

    Comments may follow before the node itself does: an entry goes before them.
    """
    if not node.children:
        return last_line(node)
    return max(map(_last_text_line, node.children))
