"""One more entry for a mapping of a file: text and place in, text out; nothing else moves."""

from briefing.source.nodes import Mapping, Node, Scalar, last_line


def insert_entry(text: str, mapping: Mapping, key: str, value: str) -> str:
    """Return ``text`` (line feeds only) with ``key: value`` as the last entry of ``mapping``, in its style."""
    lines = text.split("\n")
    span = mapping.span
    if lines[span.line - 1][span.column - 1 : span.column] == "{":
        line = lines[span.end_line - 1]
        brace = span.end_column - 2
        separator = ", " if mapping.entries else ""
        lines[span.end_line - 1] = f"{line[:brace].rstrip()}{separator}{key}: {value}{line[brace:]}"
        return "\n".join(lines)
    indent = " " * (mapping.entries[0].key.span.column - 1)
    last = _last_text(mapping)
    return "\n".join([*lines[:last], f"{indent}{key}: {value}", *lines[last:]])


def _last_text(node: Node) -> int:
    """Return the line on which the last text within a node ends; comments may follow before the node does."""
    if isinstance(node, Scalar):
        return last_line(node)
    inner = [entry.value for entry in node.entries] if isinstance(node, Mapping) else list(node.items)
    return max(map(_last_text, inner)) if inner else last_line(node)
