"""Words in a row, as a sentence lists them: commas between them, and a word before the last."""

from collections.abc import Sequence


def join_words(words: Sequence[str], joint: str = " and ") -> str:
    """Return ``a``, ``a and b`` or ``a, b and c``; nothing of no words. ``joint`` brings its own spaces."""
    if len(words) < 2:
        return "".join(words)
    # No comma before the last: the texts are in British English.
    return f"{', '.join(words[:-1])}{joint}{words[-1]}"
