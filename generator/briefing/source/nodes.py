"""The located nodes of one YAML file: text stays text, and every piece knows where it stands."""

from dataclasses import dataclass

from briefing.diagnostics.diagnostic import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A leaf; ``text`` is what YAML decodes, never typed.

    ``quoted`` tells an empty text in quotes from nothing at all.
    """

    text: str
    span: Span
    quoted: bool = False

    @property
    def is_empty(self) -> bool:
        """True for nothing at all, ``~`` and ``null`` (unquoted): the field is absent."""
        return not self.quoted and self.text in ("", "~", "null", "Null", "NULL")

    @property
    def children(self) -> "tuple[Node, ...]":
        """Nothing: a leaf has no nodes within it."""
        return ()


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, in written order."""

    items: "tuple[Node, ...]"
    span: Span

    @property
    def children(self) -> "tuple[Node, ...]":
        """The items."""
        return self.items


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

    @property
    def children(self) -> "tuple[Node, ...]":
        """The keys and values in turn, as they are written."""
        nodes: list[Node] = []
        for entry in self.entries:
            nodes += [entry.key, entry.value]
        return tuple(nodes)

    def get(self, key: str) -> "Node | None":
        """Return the value written under ``key``, or None.

        Keys are compared as they are written; files have so few of them that no index would pay.
        """
        for entry in self.entries:
            if entry.key.text == key:
                return entry.value
        return None

    def key(self, key: str) -> Scalar | None:
        """Return the located key itself, or None.

        Findings about a field as a whole point at its key.
        """
        for entry in self.entries:
            if entry.key.text == key:
                return entry.key
        return None


Node = Scalar | Sequence | Mapping


def last_line(node: Node) -> int:
    """Return the number of the last line that a node reaches into.

    A block ends at the start of the line after it, of which nothing belongs to it.
    """
    span = node.span
    ends_before_line = span.end_column == 1 and span.end_line > span.line
    if ends_before_line:
        return span.end_line - 1
    return span.end_line
