"""The data held against the captured texts: nothing copied, nothing left unread.

The captures are not part of the data; they are handed in as text by file name.
"""

import re
import unicodedata
from collections.abc import Iterator
from collections.abc import Mapping as MappingType

from briefing.decode.reading.hints import reference_error
from briefing.decode.reading.raw_data import RawData, RawRecord
from briefing.decode.text_checks.paragraphs import parse_paragraphs
from briefing.diagnostics.diagnostic import Diagnostic, Severity, error
from briefing.diagnostics.suggest import nearest
from briefing.source.nodes import Mapping, Node, Scalar

RUN = 7
"""So many words in a row are a copy."""
_WORD = re.compile(r"\w+")
_EXEMPT = frozenset(
    {"said", "quote", "title", "name", "en", "ja", "short", "reading", "url", "capture", "author", "aliases"}
)
_NAMING = frozenset({"title", "name", "en", "ja", "short"})
Run = tuple[str, ...]


def find_capture_findings(
    raw: RawData, nodes: MappingType[str, Node | None], captures: MappingType[str, str]
) -> Iterator[Diagnostic]:
    """Yield copied runs of words, paragraphs that nothing covers, and captures that are not there."""
    names = {run for node in nodes.values() if node for text in _texts(node, _NAMING) for run in word_runs(text)}
    named = {record.fields.text("capture") for record in raw.articles.values()} & set(captures)
    texts = {name: captures[name] for name in sorted(filter(None, named))}
    copied = {run: name for name, text in texts.items() for run in word_runs(text) if run not in names}
    for node in nodes.values():
        if node is not None:
            yield from _find_copies(node, copied)
    for record in raw.articles.values():
        yield from _find_gaps(record, captures)


def paragraphs_of(text: str) -> list[str]:
    """Return the lines of a captured text that are not empty: the first of them is paragraph 1."""
    return [line for line in text.splitlines() if line.strip()]


def words_of(text: str) -> list[str]:
    """Return the words of a text without case, width or punctuation."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("'", ""))


def word_runs(text: str) -> Iterator[Run]:
    """Yield every run of seven words."""
    words = words_of(text)
    for start in range(len(words) - RUN + 1):
        yield tuple(words[start : start + RUN])


def _texts(node: Node, fields: frozenset[str]) -> Iterator[str]:
    if isinstance(node, Mapping):
        for entry in node.entries:
            if isinstance(entry.value, Scalar) and entry.key.text in fields:
                yield entry.value.text
            yield from _texts(entry.value, fields)
    elif not isinstance(node, Scalar):
        for item in node.items:
            yield from _texts(item, fields)


def _find_copies(node: Node, copied: MappingType[Run, str]) -> Iterator[Diagnostic]:
    if isinstance(node, Scalar):
        run = next((run for run in word_runs(node.text) if run in copied), None)
        if run:
            message = f'seven words in a row stand in {copied[run]} too: "{" ".join(run)}"'
            yield error("seven-words", node.span, message, "say it in your own words")
    elif isinstance(node, Mapping):
        for entry in node.entries:
            if entry.key.text not in _EXEMPT:
                yield from _find_copies(entry.value, copied)
    else:
        for item in node.items:
            yield from _find_copies(item, copied)


def _find_gaps(record: RawRecord, captures: MappingType[str, str]) -> Iterator[Diagnostic]:
    read = record.fields.scalar("capture")
    if read is None:
        return
    if read.text not in captures:
        message = f'no captured text is called "{read.text}"'
        hint = "this article was not held against its text; put the text into the captures folder, or correct the name"
        if nearest(read.text, captures):
            yield reference_error("capture-mismatch", read.span, message, read.text, captures, hint)
        else:
            yield Diagnostic("capture-absent", Severity.NOTE, read.span, message, hint)
        return
    lines = paragraphs_of(captures[read.text])
    covered: set[int] = set()
    for name in ("claims", "exclude"):
        for one in record.fields.records(name):
            paragraphs = parse_paragraphs(one.text("par") or "")
            if paragraphs is None:
                continue
            if paragraphs[1] > len(lines):
                message = f"the captured text has {len(lines)} paragraphs, not {paragraphs[1]}"
                yield error("capture-mismatch", one.span_of("par"), message, "count non-empty lines from 1")
            covered.update(range(paragraphs[0], min(paragraphs[1], len(lines)) + 1))
    for number, line in enumerate(lines, 1):
        if number not in covered:
            start = line.strip()[:40]
            message = f'paragraph {number} is neither claimed nor excluded: "{start}…"'
            yield error("coverage-gap", read.span, message, f"claim it, or add exclude: [{{par: {number}, why: …}}]")
