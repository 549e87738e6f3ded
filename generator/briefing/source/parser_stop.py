"""Where the YAML parser stopped and what is known there, and a syntax error as an editor understands it."""

from dataclasses import dataclass

from briefing.diagnostics.diagnostic import Related, Span
from briefing.source.nodes import Scalar

QUOTE_HINT = "put the whole text in double quotes"
INDENT_HINT = "line it up with its neighbours, two spaces a level"


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """A syntax error as an editor understands it."""

    span: Span
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    code: str = "yaml-syntax"


@dataclass(frozen=True, slots=True)
class ParserStop:
    """The place where the parser stopped.

    ``words`` is its complaint, ``context`` where the construct began that it was reading, if it tells;
    ``last`` is the text that was read last.
    """

    words: str
    context: Span | None
    place: Span
    lines: list[str]
    last: Scalar | None

    @property
    def line(self) -> str:
        """The line of the place."""
        return self.line_at(self.place)

    @property
    def mark(self) -> str:
        """The character at the place, or nothing at the end of a line."""
        return self.line[self.place.column - 1 : self.place.column]

    @property
    def before(self) -> str:
        """What stands on the line before the place."""
        return self.line[: self.place.column - 1]

    @property
    def sign_before(self) -> str:
        """The last character before the place that is no space, or nothing."""
        return self.before.rstrip()[-1:]

    @property
    def start(self) -> Span:
        """Where the construct began, as far as the parser tells, else the place."""
        return self.context or self.place

    @property
    def at_end(self) -> bool:
        """True where nothing but white space follows in the file.

        There a parser misses something that was opened, wherever that was.
        """
        if self.line[self.place.column - 1 :].strip():
            return False
        return not any(line.strip() for line in self.lines[self.place.line :])

    @property
    def clamped(self) -> Span:
        """The place, moved back to the end of the text if it lies behind it.

        Parsers notice at the next thing that something is missing, which may be many blank lines further down.
        """
        place = self.place
        if place.line <= len(self.lines) and self.line.strip():
            return place
        # Columns count from 1: the one behind the last letter of that line.
        number = self._last_filled_line()
        column = len(self.lines[number - 1].rstrip()) + 1
        return Span(place.path, number, column, number, column + 1)

    def line_at(self, span: Span) -> str:
        """Return the line that a span begins on; nothing behind the end of the file, where parsers may point."""
        if span.line > len(self.lines):
            return ""
        return self.lines[span.line - 1]

    def _last_filled_line(self) -> int:
        """Return the number of the last line up to the place that is not blank, or 1."""
        for number in range(min(self.place.line, len(self.lines)), 0, -1):
            if self.lines[number - 1].strip():
                return number
        return 1


def fault_at(stop: ParserStop, message: str, hint: str = "") -> SyntaxFault:
    """Return a fault at the very place where the parser stopped."""
    return SyntaxFault(stop.place, message, hint)
