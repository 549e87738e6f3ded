"""Text in compatibility form, with the way back from each of its characters to the text as written."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.signs import even_signs

_VOICING = "\u3099\u309a\uff9e\uff9f"


@dataclass(frozen=True, slots=True)
class Folded:
    """Text in compatibility form; ``starts`` and ``ends`` lead from each of its characters back to the text."""

    text: str
    starts: tuple[int, ...] | None
    ends: tuple[int, ...] | None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the text as written that a stretch of the folded one stands for."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold_text(text: str) -> Folded:
    """Return a text in the form in which names are looked for."""
    # Nearly every text is in compatibility form, and then each character stands for itself.
    if unicodedata.is_normalized("NFKC", text):
        return Folded(even_signs(text), None, None)
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        folded = unicodedata.normalize("NFKC", text[start:end])
        letters.append(folded)
        starts.extend([start] * len(folded))
        ends.extend([end] * len(folded))
    return Folded(even_signs("".join(letters)), tuple(starts), tuple(ends))


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches that normalization may compose: a character and the marks behind it."""
    start = 0
    for position in range(1, len(text)):
        letter = text[position]
        # Marks of voicing do not all combine by their class, and compose with kana all the same.
        if not unicodedata.combining(letter) and letter not in _VOICING:
            yield start, position
            start = position
    if text:
        yield start, len(text)
