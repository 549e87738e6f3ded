"""What a finding says beside its message: the place to underline, and what may have been meant."""

from collections.abc import Iterable
from dataclasses import replace

from briefing.diagnostics.diagnostic import Diagnostic, Fix, Span, error
from briefing.diagnostics.suggest import brackets_hint, nearest, same_word
from briefing.model.ids import several_ids


def did_you_mean(near: tuple[str, ...]) -> str:
    """Return the question that offers what may have been meant; nothing where nothing is near."""
    return "did you mean " + " or ".join(f'"{one}"' for one in near) + "?" if near else ""


def hint_for_list(text: str) -> str:
    """Return how to write several ids that stand in one text; nothing where it does not look like ids."""
    parts = several_ids(text)
    return brackets_hint(parts) if parts else ""


def first_character(span: Span) -> Span:
    """Return the place where a record begins: all of it would be too much to underline."""
    return Span(span.path, span.line, span.column, span.line, span.column + 1)


def reference_error(
    code: str, span: Span, message: str, word: str, options: Iterable[str], otherwise: str = "correct the name"
) -> Diagnostic:
    """Return an error about a name that nothing bears, with what it may have meant."""
    known = tuple(options)
    found = error(code, span, message, did_you_mean(nearest(word, known)) or otherwise)
    return with_fix(found, word, same_word(word, known))


def with_fix(finding: Diagnostic, written: str, meant: str | None) -> Diagnostic:
    """Return the finding with what certainly belongs there, where its span is the word ``written`` on one line."""
    span = finding.span
    fits = span.line == span.end_line and span.end_column - span.column in (len(written), len(written) + 2)
    return replace(finding, fix=Fix(span, meant)) if fits and meant is not None else finding
