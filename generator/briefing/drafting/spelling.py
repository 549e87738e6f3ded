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
_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
DIGITS = r"(?<![\d.,])(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?![\d])(?:\.\d{1,4}(?!\d))?"
MAG = r"(?:trillion|billion|million|thousand|trn|bln|mln|tn|bn|mn|[TBMk](?![A-Za-z]))"
NUMBER = rf"(?:{DIGITS}|\b(?:{_WORD}|an?(?=\s(?:{MAG})))\b)"
# Possessive, or a row of digits could be cut into parts in a million ways.
JAPANESE = (
    r"(?<![0-9０-９,，.．])(?:[0-9０-９][0-9０-９,，]{0,15}+(?:[.．][0-9０-９]{1,4}+)?+(?:千?[万億兆]|千)?+){1,5}+"
)
_WIDE = str.maketrans("０１２３４５６７８９，．", "0123456789,.")

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
_AFTER = (("at least", "以上"), ("over", "超"), ("under", "未満"), ("up to", "以下"), ("about", "程度"))


def spell(number: str, mag: str | None = None) -> str | None:
    """Return ``3.9tn`` for "3.9" and "trillion", or None for what is no number."""
    digits = number.translate(_WIDE).replace(",", "").lower()
    if digits in ("a", "an"):
        digits = "1"
    digits = str(WORDS.get(digits, digits))
    return digits + (_MAGS[mag.lower().rstrip(".")] if mag else "") if digits[:1].isdigit() else None


def bound_before(text: str) -> tuple[str, int]:
    """Return the bound that ends ``text`` with a space behind it, and where it starts; nothing without one."""
    tail = text[-40:]
    for bound, pattern in _BEFORE:
        found = pattern.search(tail)
        if found:
            return f"{bound} ", len(text) - len(tail) + found.start()
    return "", len(text)


def bound_after(text: str) -> str:
    """Return the bound that a Japanese figure carries behind it."""
    return next((f"{bound} " for bound, word in _AFTER if text.startswith(word)), "")
