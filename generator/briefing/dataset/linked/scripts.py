"""Scripts of letters: a name ends where another script begins, as Japanese puts no spaces between words."""

import unicodedata
from functools import lru_cache

_SCRIPTS = (
    ("han", "\u3400", "\u9fff"),
    ("han", "\uf900", "\ufaff"),
    ("han", "\U00020000", "\U0003ffff"),
    ("hiragana", "\u3041", "\u3096"),
    ("katakana", "\u30a1", "\u30fa"),
)
"""Scripts with the first and the last letter of each block that they fill."""
# Signs of repetition, length and voicing stand outside the blocks, and are parts of words all the same.
_SCRIPT_OF_MARK = dict.fromkeys("々〆〇", "han") | dict.fromkeys("ー゛゜ゝゞヽヾ", "katakana")


def stands_free(text: str, start: int, end: int) -> bool:
    """Tell whether a name is no part of a longer word, nor of the sign of a currency."""
    after = text[end : end + 1]
    # The US of US$ is a currency.
    if after and unicodedata.category(after) == "Sc":
        return False
    # At the very start of a text nothing stands before; an index of -1 would be its end.
    before = text[start - 1] if start else ""
    return not _same_script(text[start], before) and not _same_script(text[end - 1], after)


def _same_script(edge: str, neighbour: str) -> bool:
    if not neighbour:
        return False
    script = _script(edge)
    # A name may begin or end with a sign, which goes on into no word.
    if not script:
        return False
    return script == _script(neighbour)


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    """Return the script of a word character, the same for letters and digits of every alphabet; none for the rest."""
    script_of_mark = _SCRIPT_OF_MARK.get(letter)
    if script_of_mark is not None:
        return script_of_mark
    for script, first, last in _SCRIPTS:
        if first <= letter <= last:
            return script
    if letter.isalnum() or letter == "_" or unicodedata.combining(letter):
        return "word"
    return ""
