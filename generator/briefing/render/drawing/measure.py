"""How much room text needs, without a font at hand: widths that err on the wide side, lines broken to fit."""

import unicodedata
from functools import lru_cache

SIZE = 12
"""The height of text in CSS pixels; the stylesheet says the same."""
_NARROW = frozenset("iljtfrI.,:;'|!()[]{} -/")
_BROAD = frozenset("mwMW@%—…&")
_MOST = 400
"""Letters that are looked at; no drawing has room for more."""
_STRONG = 1.12
"""How much wider bold text is."""


@lru_cache(maxsize=4096)
def text_width(text: str, size: float = SIZE, *, strong: bool = False) -> float:
    """Return about how wide text is, in pixels."""
    weight = _STRONG if strong else 1
    return sum(map(_em, text)) * size * weight


def _em(letter: str) -> float:
    """Return the width of a letter in parts of its height, as common sans-serif fonts have it at their widest."""
    if letter in _NARROW:
        return 0.36
    if letter in _BROAD:
        return 0.92
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.02
    if letter.isdecimal():
        return 0.64
    if letter.isupper():
        return 0.7
    return 0.58


def wrap(text: str, width: float, most: int = 3, size: float = SIZE) -> tuple[str, ...]:
    """Return text in lines that fit ``width``, ``most`` of them at most; what is cut off shows as an ellipsis."""
    lines = _break_lines(" ".join(text[:_MOST].split()), width, size)
    shown = lines[:most]
    if len(lines) > most or len(text) > _MOST:
        shown[-1] = _shorten(shown[-1], width, size)
    return tuple(shown)


def _break_lines(text: str, width: float, size: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if text_width(longer, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        # A word that is too long for any line is broken; its last piece begins the next one.
        *full, line = _break_word(word, width, size)
        lines += full
    return [*lines, line]


def _break_word(word: str, width: float, size: float) -> list[str]:
    """Return a word in pieces that fit; one that fits is a single piece."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter, size) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _shorten(line: str, width: float, size: float) -> str:
    while line and text_width(f"{line}…", size) > width:
        line = line[:-1]
    return f"{line.rstrip()}…"


def one_line(text: str, width: float, size: float = SIZE) -> str:
    """Return text cut to one line."""
    return wrap(text, width, 1, size)[0]
