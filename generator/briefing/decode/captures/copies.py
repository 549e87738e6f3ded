"""Runs of words that the data share with a captured text: prose in our own words has none."""

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingType
from itertools import chain
from typing import NamedTuple

from briefing.decode.captures.texts import Run, word_runs
from briefing.diagnostics.diagnostic import Diagnostic, error
from briefing.source.nodes import Mapping, Node, Scalar, Sequence

_EXEMPT = frozenset(
    {"said", "quote", "title", "name", "en", "ja", "short", "reading", "url", "capture", "author", "aliases"}
)
"""Fields that hold other people's words, or names."""
_NAMING = frozenset({"title", "name", "en", "ja", "short"})
_ITEM = "[]"
"""Stands for an item of a list among the names of fields, none of which looks like it."""


class _Text(NamedTuple):
    """A text of the data, with the fields that it stands under, outermost first."""

    scalar: Scalar
    fields: tuple[str, ...]

    @property
    def is_name(self) -> bool:
        """Whether the field of the text itself holds a name."""
        return not _NAMING.isdisjoint(self.fields[-1:])

    @property
    def is_our_own(self) -> bool:
        """Whether nothing that the text stands under holds other people's words."""
        return _EXEMPT.isdisjoint(self.fields)


def find_copied_runs(nodes: Iterable[Node], texts: MappingType[str, str]) -> Iterator[Diagnostic]:
    """Yield an error for each text of the data with seven words in a row of one of the captured ``texts``."""
    texts_of_data = list(chain.from_iterable(map(_texts_in, nodes)))
    # A long name is written the same by all, and no copy.
    names = set(_runs_of_names(texts_of_data))
    captured_runs = _runs_of_captures(texts, names)
    for text in texts_of_data:
        if text.is_our_own:
            yield from _find_in_text(text.scalar, captured_runs)


def _texts_in(node: Node, fields: tuple[str, ...] = ()) -> Iterator[_Text]:
    """Yield the texts of a file in written order."""
    match node:
        case Scalar():
            yield _Text(node, fields)
        case Mapping():
            for entry in node.entries:
                yield from _texts_in(entry.value, (*fields, entry.key.text))
        case Sequence():
            for item in node.items:
                yield from _texts_in(item, (*fields, _ITEM))


def _runs_of_names(texts: Iterable[_Text]) -> Iterator[Run]:
    for text in texts:
        if text.is_name:
            yield from word_runs(text.scalar.text)


def _runs_of_captures(texts: MappingType[str, str], names: set[Run]) -> dict[Run, str]:
    """Return the runs of captured texts, each with the last text that has it; names are left out."""
    captured_runs: dict[Run, str] = {}
    for name, text in texts.items():
        captured_runs.update(dict.fromkeys(word_runs(text), name))
    for run in names:
        captured_runs.pop(run, None)
    return captured_runs


def _find_in_text(node: Scalar, captured_runs: MappingType[Run, str]) -> Iterator[Diagnostic]:
    # The first run tells enough: a longer copy has many.
    for run in word_runs(node.text):
        if run in captured_runs:
            message = f'seven words in a row stand in {captured_runs[run]} too: "{" ".join(run)}"'
            yield error("seven-words", node.span, message, "say it in your own words")
            return
