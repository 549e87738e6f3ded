"""The words and paragraphs of captured texts."""

import re
import unicodedata
from collections.abc import Iterator

RUN = 7
"""So many words in a row are a copy."""
Run = tuple[str, ...]
_WORD = re.compile(r"\w+")


def paragraphs_of(text: str) -> list[str]:
    """Return the lines of a captured text that are not empty: the first of them is paragraph 1."""
    return [line for line in text.splitlines() if line.strip()]


def words_of(text: str) -> list[str]:
    """Return the words of a text without case, width or punctuation."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    # An apostrophe, straight or curly, stands within one word.
    return _WORD.findall(plain.replace("’", "'").replace("'", ""))


def word_runs(text: str) -> Iterator[Run]:
    """Yield every run of seven words."""
    words = words_of(text)
    for start in range(len(words) - RUN + 1):
        yield tuple(words[start : start + RUN])
