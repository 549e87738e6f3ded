"""Scripts of letters: a name ends where another script begins, as Japanese puts no spaces between words."""

import unicodedata

_HAN = (("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))
_HAN_MARKS = "々〆〇"
_KANA_MARKS = "ー゛゜ゝゞヽヾ"


def stands_free(text: str, start: int, end: int) -> bool:
    """Tell whether a name is no part of a longer word, nor of the sign of a currency."""
    after = text[end : end + 1]
    # The US of US$ is a currency.
    if after and unicodedata.category(after) == "Sc":
        return False
    before = text[start - 1] if start else ""
    return not _same_script(text[start], before) and not _same_script(text[end - 1], after)


def _same_script(edge: str, neighbour: str) -> bool:
    if not neighbour:
        return False
    script = _script(edge)
    return script != "" and script == _script(neighbour)


def _script(letter: str) -> str:
    """Return the script of a word character, the same for letters and digits of every alphabet; none for the rest."""
    if letter in _HAN_MARKS or any(first <= letter <= last for first, last in _HAN):
        return "han"
    if "\u3041" <= letter <= "\u3096":
        return "hiragana"
    if "\u30a1" <= letter <= "\u30fa" or letter in _KANA_MARKS:
        return "katakana"
    if letter.isalnum() or letter == "_" or unicodedata.combining(letter):
        return "word"
    return ""
