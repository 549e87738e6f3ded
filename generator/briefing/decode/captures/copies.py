"""Runs of words that the data share with a captured text: prose in our own words has none."""

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingType

from briefing.decode.captures.texts import Run, word_runs
from briefing.diagnostics.diagnostic import Diagnostic, error
from briefing.source.nodes import Mapping, Node, Scalar, Sequence

_EXEMPT = frozenset(
    {"said", "quote", "title", "name", "en", "ja", "short", "reading", "url", "capture", "author", "aliases"}
)
"""Fields that hold other people's words, or names."""
_NAMING = frozenset({"title", "name", "en", "ja", "short"})


def find_copies(nodes: Iterable[Node], texts: MappingType[str, str]) -> Iterator[Diagnostic]:
    """Yield an error for each text of the data with seven words in a row of one of the captured ``texts``."""
    nodes = list(nodes)
    # A long name is written the same by all, and no copy.
    names = set(_runs_of_names(nodes))
    copied: dict[Run, str] = {}
    for name, text in texts.items():
        copied.update((run, name) for run in word_runs(text) if run not in names)
    for node in nodes:
        yield from _find_in_node(node, copied)


def _runs_of_names(nodes: Iterable[Node]) -> Iterator[Run]:
    for node in nodes:
        for name in _names_in(node):
            yield from word_runs(name)


def _names_in(node: Node) -> Iterator[str]:
    """Yield the texts of a file's naming fields, at any depth."""
    match node:
        case Mapping():
            for entry in node.entries:
                if entry.key.text in _NAMING and isinstance(entry.value, Scalar):
                    yield entry.value.text
                yield from _names_in(entry.value)
        case Sequence():
            for item in node.items:
                yield from _names_in(item)


def _find_in_node(node: Node, copied: MappingType[Run, str]) -> Iterator[Diagnostic]:
    """Look through the texts of a file, other people's words and names left out."""
    if isinstance(node, Scalar):
        yield from _find_in_text(node, copied)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            if entry.key.text not in _EXEMPT:
                yield from _find_in_node(entry.value, copied)
    else:
        for item in node.items:
            yield from _find_in_node(item, copied)


def _find_in_text(node: Scalar, copied: MappingType[Run, str]) -> Iterator[Diagnostic]:
    # The first run tells enough: a longer copy has many.
    for run in word_runs(node.text):
        if run in copied:
            message = f'seven words in a row stand in {copied[run]} too: "{" ".join(run)}"'
            yield error("seven-words", node.span, message, "say it in your own words")
            return
