"""What a finding says beside its message: the place to underline, and what may have been meant."""

from collections.abc import Iterable
from dataclasses import replace

from briefing.diagnostics.diagnostic import Diagnostic, Fix, Span, error
from briefing.diagnostics.suggest import brackets_hint, nearest, same_word
from briefing.model.ids import several_ids


def did_you_mean(options: tuple[str, ...], otherwise: str = "") -> str:
    """Return the question that offers what may have been meant, or another hint where nothing is near."""
    if not options:
        return otherwise
    return "did you mean " + " or ".join(f'"{option}"' for option in options) + "?"


def hint_for_list(text: str) -> str:
    """Return how to write several ids that stand in one text; nothing where it does not look like ids."""
    ids = several_ids(text)
    if ids:
        return brackets_hint(ids)
    return ""


def first_character(span: Span) -> Span:
    """Return the place where a record begins: all of it would be too much to underline."""
    return Span(span.path, span.line, span.column, span.line, span.column + 1)


def reference_error(
    code: str, span: Span, message: str, word: str, options: Iterable[str], otherwise: str = "correct the name"
) -> Diagnostic:
    """Return an error about a name that nothing bears, with what it may have meant."""
    # The options may come from a generator, and are looked through twice.
    names = tuple(options)
    hint = did_you_mean(nearest(word, names), otherwise)
    return with_fix(error(code, span, message, hint), word, same_word(word, names))


def with_fix(finding: Diagnostic, written: str, meant: str | None) -> Diagnostic:
    """Return the finding with ``meant`` as its fix, where its span is the word ``written`` on one line."""
    if meant is None or not stands_plainly(finding.span, written):
        return finding
    return replace(finding, fix=Fix(finding.span, meant))


def stands_plainly(span: Span, text: str) -> bool:
    """Return whether a text stands on one line as it is, or between quotes: only then do offsets into it hold.

    An escape, or a line break that YAML folds, makes the span longer than the text.
    """
    width = span.end_column - span.column
    return span.line == span.end_line and width in (len(text), len(text) + 2)
