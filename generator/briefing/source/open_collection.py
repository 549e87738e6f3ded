"""A list or mapping of a YAML file while its events come in."""

from dataclasses import dataclass, field

from briefing.diagnostics.diagnostic import Span
from briefing.source.nodes import Entry, Mapping, Node, Scalar, Sequence


@dataclass(slots=True)
class OpenCollection:
    """A list or mapping that is still being read.

    ``key`` waits for its value; where it is ``dropped``, the value goes with it. ``key_end`` is where it ends in the
    text.
    """

    start: Span
    is_mapping: bool
    is_flow: bool
    items: list[Node] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    keys: dict[str, Span] = field(default_factory=dict)
    key: Scalar | None = None
    key_end: int = 0
    dropped: bool = False

    @property
    def wants_key(self) -> bool:
        """True where what comes next is a key."""
        return self.is_mapping and self.key is None

    def refuse_key(self, key: Scalar) -> None:
        """Take what is no key in the place of one, so that the value after it is left out."""
        self.key, self.dropped = key, True

    def add(self, node: Node) -> None:
        """Take an item, or the value of the key that waits for one."""
        if not self.is_mapping:
            self.items.append(node)
            return
        if self.key is None:
            return
        if not self.dropped:
            self.entries.append(Entry(self.key, node))
        self.key = None

    def close(self, end: Span | None) -> Mapping | Sequence:
        """Return the finished node.

        ``end`` is where a collection in brackets ends. A block collection has none and ends where its last child does.
        """
        last = end or self._last_child_span()
        span = Span(self.start.path, self.start.line, self.start.column, last.end_line, last.end_column)
        if self.is_mapping:
            return Mapping(tuple(self.entries), span)
        return Sequence(tuple(self.items), span)

    def _last_child_span(self) -> Span:
        if self.items:
            return self.items[-1].span
        if self.entries:
            return self.entries[-1].value.span
        return self.start
