"""What a command says on its two streams, noted while it is said."""

import sys
from io import TextIOWrapper

from briefing.edges.last_build import Saying


class _Noted(TextIOWrapper):
    """A standard stream that notes every text written to it."""

    def __init__(self, stream: TextIOWrapper, name: str, sayings: list[Saying]) -> None:
        stream.flush()
        super().__init__(
            stream.buffer,
            encoding=stream.encoding,
            errors=stream.errors,
            line_buffering=stream.line_buffering,
            write_through=stream.write_through,
        )
        self._name = name
        self._sayings = sayings

    def write(self, text: str) -> int:
        """Write a text, and note it."""
        # Whoever wants to know what a stream takes writes it bytes, which fails here.
        written = super().write(text)
        self._sayings.append((self._name, text))
        return written


def note_sayings() -> list[Saying] | None:
    """Return a list that everything said from now on is added to; None where a stream is not the process's own."""
    sayings: list[Saying] = []
    out, err = sys.stdout, sys.stderr
    if not isinstance(out, TextIOWrapper) or not isinstance(err, TextIOWrapper):
        return None
    sys.stdout, sys.stderr = _Noted(out, "out", sayings), _Noted(err, "err", sayings)
    return sayings
