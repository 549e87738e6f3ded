"""The located nodes of one YAML file: text stays text, and every piece knows where it stands."""

from dataclasses import dataclass

from briefing.diagnostics.diagnostic import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A leaf; ``text`` is what YAML decodes, never typed. ``quoted`` tells '' from nothing."""

    text: str
    span: Span
    quoted: bool = False

    @property
    def is_empty(self) -> bool:
        """True for nothing at all, ``~`` and ``null`` (unquoted): the field is absent."""
        return not self.quoted and self.text in ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, in written order."""

    items: "tuple[Node, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One ``key: value`` of a mapping; keys are text."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping, in written order; duplicate keys have been reported and only the first is kept."""

    entries: tuple[Entry, ...]
    span: Span

    def get(self, key: str) -> "Node | None":
        """Return the value written under ``key``, or None."""
        for entry in self.entries:
            if entry.key.text == key:
                return entry.value
        return None

    def key(self, key: str) -> Scalar | None:
        """Return the located key itself, or None."""
        for entry in self.entries:
            if entry.key.text == key:
                return entry.key
        return None


Node = Scalar | Sequence | Mapping


def last_line(node: Node) -> int:
    """Return the number of the last line that a node reaches into; a block ends at the start of the line after it."""
    span = node.span
    ends_before_line = span.end_column == 1 and span.end_line > span.line
    if ends_before_line:
        return span.end_line - 1
    return span.end_line
