"""Texts cut to a length: descriptions by their letters, pictures by what fits into a line."""

DESCRIPTION_LENGTH = 160
"""Search engines show about as many letters of a description."""


def find_break(text: str, limit: int) -> int:
    """Return where to cut a text so that at most ``limit`` letters stay: before a space, if one stands late enough."""
    space = text.rfind(" ", 0, limit + 1)
    # Japanese has no spaces: there a line may end behind any letter, and the last space may stand near its beginning.
    if space <= limit // 2:
        return limit
    return space


def shorten(text: str, length: int = DESCRIPTION_LENGTH) -> str:
    """Return a text cut at a word where it is longer than ``length``; Japanese is cut behind a letter."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    end = find_break(text, length - 1)
    # Words are set apart from the mark of omission, letters within a stretch of Japanese are not.
    gap = " " if text[end] == " " else ""
    return f"{text[:end].rstrip(' ,;:.、。')}{gap}…"
