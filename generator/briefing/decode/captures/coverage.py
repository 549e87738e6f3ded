"""The data held against the captured texts: nothing copied, nothing left unread.

The captures are not part of the data; they are handed in as text by file name.
"""

from collections.abc import Iterator, Mapping

from briefing.decode.captures.copies import find_copied_runs
from briefing.decode.captures.texts import paragraphs_of
from briefing.decode.reading.content import ScalarText
from briefing.decode.reading.hints import reference_error
from briefing.decode.reading.raw_data import RawData, RawRecord
from briefing.decode.text_checks.paragraphs import parse_paragraphs
from briefing.diagnostics.diagnostic import Diagnostic, Severity, Span, error
from briefing.diagnostics.suggest import nearest
from briefing.source.nodes import Node

_START_SHOWN = 40
"""Characters of a paragraph by which a message shows which one it is."""


def find_capture_findings(
    raw: RawData, nodes: Mapping[str, Node | None], captures: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Yield copied runs of words, paragraphs that nothing covers, and captures that are not there."""
    yield from find_copied_runs(filter(None, nodes.values()), _named_texts(raw, captures))
    for record in raw.articles.values():
        capture = record.fields.scalar("capture")
        if capture is not None:
            yield from _check_capture(record, capture, captures)


def _named_texts(raw: RawData, captures: Mapping[str, str]) -> dict[str, str]:
    """Return the captured texts that articles name."""
    named = {record.fields.text("capture") for record in raw.articles.values()}
    # Sorted, so that a run of words that two texts share is always found in the same.
    names = sorted(captures.keys() & named)
    return {name: captures[name] for name in names}


def _check_capture(record: RawRecord, capture: ScalarText, captures: Mapping[str, str]) -> Iterator[Diagnostic]:
    if capture.text in captures:
        yield from _find_gaps(record, capture, paragraphs_of(captures[capture.text]))
    else:
        yield _missing_capture(capture, captures)


def _missing_capture(capture: ScalarText, captures: Mapping[str, str]) -> Diagnostic:
    """Return an error where the name is nearly that of another text, else a note."""
    message = f'no captured text is called "{capture.text}"'
    hint = "this article was not held against its text; put the text into the captures folder, or correct the name"
    if nearest(capture.text, captures):
        return reference_error("capture-mismatch", capture.span, message, capture.text, captures, hint)
    # Who has only some of the captures can still check the rest.
    return Diagnostic("capture-absent", Severity.NOTE, capture.span, message, hint)


def _find_gaps(record: RawRecord, capture: ScalarText, lines: list[str]) -> Iterator[Diagnostic]:
    """Yield paragraphs beyond the end of the text, and those that nothing covers."""
    covered: set[int] = set()
    for (first, last), span in _ranges(record):
        if last > len(lines):
            message = f"the captured text has {len(lines)} paragraphs, not {last}"
            yield error("capture-mismatch", span, message, "count non-empty lines from 1")
        covered.update(range(first, min(last, len(lines)) + 1))
    # A finding for each paragraph: whether to claim or to exclude it is decided one by one.
    for number, line in enumerate(lines, 1):
        if number not in covered:
            message = f'paragraph {number} is neither claimed nor excluded: "{line.strip()[:_START_SHOWN]}…"'
            hint = f"claim it, or add exclude: [{{par: {number}, why: …}}]"
            yield error("coverage-gap", capture.span, message, hint)


def _ranges(record: RawRecord) -> Iterator[tuple[tuple[int, int], Span]]:
    """Yield the paragraphs that claims rest on or that are excluded, with the places that say so."""
    for name in ("claims", "exclude"):
        for fields in record.fields.records(name):
            paragraphs = parse_paragraphs(fields.text_or("par", ""))
            if paragraphs:
                yield paragraphs, fields.span_of("par")
