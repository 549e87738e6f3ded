"""Numbers as running text spells them, and the literals they are: digits, words and magnitudes of both scripts."""

import re

WORDS = {
    word: number
    for number, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
            *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
        )
    )
}
ORDINALS = {
    word: number
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 1
    )
}
_MAGS = {
    "trillion": "tn", "trn": "tn", "tn": "tn", "t": "tn", "billion": "bn", "bln": "bn", "bn": "bn", "b": "bn",
    "million": "m", "mln": "m", "mn": "m", "m": "m", "thousand": "k", "k": "k",
}  # fmt: skip
_SPELLED = {"a": "1", "an": "1", **{word: str(number) for word, number in WORDS.items()}}
_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
DIGITS = r"(?<![\d.,])(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?![\d])(?:\.\d{1,4}(?!\d))?"
MAG = r"(?:trillion|billion|million|thousand|trn|bln|mln|tn|bn|mn|[TBMk](?![A-Za-z]))"
NUMBER = rf"(?:{DIGITS}|\b(?:{_WORD}|an?(?=\s(?:{MAG})))\b)"
# Possessive, or a row of digits could be cut into parts in a million ways.
JAPANESE = (
    r"(?<![0-9０-９,，.．])(?:[0-9０-９][0-9０-９,，]{0,15}+(?:[.．][0-9０-９]{1,4}+)?+(?:千?[万億兆]|千)?+){1,5}+"
)
_WIDE = str.maketrans("０１２３４５６７８９，．", "0123456789,.")

# No bound is longer than this with its space; looking further back costs time in long sentences.
_BOUND_LETTERS = 40
# Of two that fit the first counts: "no more than" has to come before "more than".
_BOUNDS = (
    ("about", r"about|approximately|approx\.?|around|roughly|some|circa|an estimated|約|およそ"),
    ("up to", r"up to|as much as|as many as|at most|no more than|最大|最大で"),
    ("at least", r"at least|no less than|not less than|no fewer than|少なくとも"),
    ("over", r"over|more than|exceeding|above|beyond|in excess of|greater than|upwards of"),
    ("under", r"under|less than|fewer than|below"),
    ("nearly", r"nearly|almost|close to|just under|ほぼ"),
)
_BEFORE = tuple(
    (bound, re.compile(rf"(?:\b|(?<=[^\x00-\x7f]))(?:{words})\s?$", re.IGNORECASE)) for bound, words in _BOUNDS
)
_BEHIND = (("at least", "以上"), ("over", "超"), ("under", "未満"), ("up to", "以下"), ("about", "程度"))


def spell(number: str, mag: str | None = None) -> str | None:
    """Return ``3.9tn`` for "3.9" and "trillion", or None for what is no number."""
    # Full-width digits and marks of Japanese texts are the same figures.
    digits = number.translate(_WIDE).replace(",", "").lower()
    digits = _SPELLED.get(digits, digits)
    if not digits[:1].isdigit():
        return None
    return digits + _read_magnitude(mag)


def read_whole_number(text: str) -> int:
    """Return the number that digits or a word up to twenty spell."""
    word = text.lower()
    if word in WORDS:
        return WORDS[word]
    return int(text)


def _read_magnitude(mag: str | None) -> str:
    if not mag:
        return ""
    return _MAGS[mag.lower().rstrip(".")]


def bound_around(text: str, start: int, end: int) -> tuple[str, int]:
    """Return the bound of the figure from ``start`` to ``end`` with a space behind it, and where the whole begins.

    Without a bound it is empty, and the whole begins with the figure.
    """
    tail = text[max(0, start - _BOUND_LETTERS) : start]
    for bound, pattern in _BEFORE:
        match = pattern.search(tail)
        if match:
            return f"{bound} ", start - len(tail) + match.start()
    return _bound_behind(text[end:]), start


def _bound_behind(text: str) -> str:
    """Return the bound that a Japanese figure carries behind it."""
    # Japanese puts the bound behind its figure.
    for bound, word in _BEHIND:
        if text.startswith(word):
            return f"{bound} "
    return ""
