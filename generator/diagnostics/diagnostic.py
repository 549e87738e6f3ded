"""What the program says about data: located findings, as values.

Nothing here reads files or prints; a finding is data and is never raised.
"""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs; only errors stop publication."""

    ERROR = "error"
    WARNING = "warning"
    CONFLICT = "conflict"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one source file.

    ``path`` is relative to the data folder, with forward slashes. Lines and columns
    count from 1, columns in code points; the end is exclusive.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 2


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a finding is about."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What certainly belongs at ``span``, a stretch of one line; quotes around it stay."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a kebab-case code of the catalogue, where, what, and what to do.

    ``status`` tells of a conflict whether it is open, explained or settled.
    """

    code: str
    severity: Severity
    span: Span
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    status: str = ""


def error(code: str, span: Span, message: str, hint: str = "", related: tuple[Related, ...] = ()) -> Diagnostic:
    """Return a finding that stops publication."""
    return Diagnostic(code, Severity.ERROR, span, message, hint, related)


def warning(code: str, span: Span, message: str, hint: str = "", related: tuple[Related, ...] = ()) -> Diagnostic:
    """Return a finding that stops publication only under ``--strict``."""
    return Diagnostic(code, Severity.WARNING, span, message, hint, related)
