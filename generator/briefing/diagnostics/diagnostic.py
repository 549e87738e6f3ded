"""What the program says about data: located findings, as values.

Nothing here reads files or prints; a finding is data and is never raised.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

MOST_RELATED = 6
"""So many places a finding names beside its own; more than a handful nobody reads."""
_FEW = 3
"""So many names a message lists of many."""
QUOTED_MAX = 80
"""Letters of a value that a message quotes; the frame beneath it shows where the rest stands."""
_WORD_MAX = 200
"""Letters of one word, an address among them, that a message prints without quotes."""
_QUOTED = (
    re.compile(rf'("[^"\n]{{{QUOTED_MAX}}})[^"\n]+(")'),
    re.compile(rf"(`[^`\n]{{{QUOTED_MAX}}})[^`\n]+(`)"),
    re.compile(rf"(\S{{{_WORD_MAX}}})\S+()"),
)


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


def cut_quoted(text: str) -> str:
    """Return words about data with what they quote of it cut short: a message stays one that can be read."""
    if len(text) <= QUOTED_MAX:
        return text
    # Whole words come last: an address within quotes has been cut with them.
    for pattern in _QUOTED:
        text = pattern.sub(r"\1…\2", text)
    return text


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a finding is about."""

    span: Span
    message: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", cut_quoted(self.message))


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

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", cut_quoted(self.message))
        object.__setattr__(self, "hint", cut_quoted(self.hint))


def shorten_list(names: Sequence[str]) -> str:
    """Return names in a row, of many the first three and how many more."""
    # "And one more" would take as much room as its name.
    if len(names) > _FEW + 1:
        return f"{', '.join(names[:_FEW])} and {len(names) - _FEW:,} more"
    return " and ".join(names)


def error(code: str, span: Span, message: str, hint: str = "", related: tuple[Related, ...] = ()) -> Diagnostic:
    """Return a finding that stops publication."""
    return Diagnostic(code, Severity.ERROR, span, message, hint, related)


def warning(code: str, span: Span, message: str, hint: str = "", related: tuple[Related, ...] = ()) -> Diagnostic:
    """Return a finding that stops publication only under ``--strict``."""
    return Diagnostic(code, Severity.WARNING, span, message, hint, related)
