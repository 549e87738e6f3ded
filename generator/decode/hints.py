"""What a finding says beside its message: the place to underline, and what may have been meant."""

from collections.abc import Iterable

from generator.diagnostics.diagnostic import Diagnostic, Span, error
from generator.diagnostics.suggest import nearest


def did_you_mean(near: tuple[str, ...]) -> str:
    """Return the question that offers what may have been meant; nothing where nothing is near."""
    return "did you mean " + " or ".join(f'"{one}"' for one in near) + "?" if near else ""


def first_character(span: Span) -> Span:
    """Return the place where a record begins: all of it would be too much to underline."""
    return Span(span.path, span.line, span.column, span.line, span.column + 1)


def reference_error(
    code: str, span: Span, message: str, word: str, options: Iterable[str], otherwise: str = "correct the name"
) -> Diagnostic:
    """Return an error about a name that nothing bears, with what it may have meant."""
    return error(code, span, message, did_you_mean(nearest(word, tuple(options))) or otherwise)
