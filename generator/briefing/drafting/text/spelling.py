"""Numbers as running text spells them, and the literals they are: digits, words and magnitudes of both scripts."""

from briefing.drafting.text.keywords import Keywords

_CARDINALS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
WORDS = dict(zip(_CARDINALS, range(21), strict=True))
"""Numbers by their words; texts write larger ones in digits."""
ORDINALS = dict(zip(_ORDINALS, range(1, 11), strict=True))
"""Places in a ranking by their words."""
_MAGNITUDES = {
    "trillion": "tn", "trn": "tn", "tn": "tn", "t": "tn", "billion": "bn", "bln": "bn", "bn": "bn", "b": "bn",
    "million": "m", "mln": "m", "mn": "m", "m": "m", "thousand": "k", "k": "k",
}  # fmt: skip
_SPELLED = {"a": 1, "an": 1, **WORDS}
_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
DIGITS = r"(?<![\d.,])(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?![\d])(?:\.\d{1,4}(?!\d))?"
MAGNITUDE = r"(?:trillion|billion|million|thousand|trn|bln|mln|tn|bn|mn|[TBMk](?![A-Za-z]))"
NUMBER = rf"(?:{DIGITS}|\b(?:{_WORD}|an?(?=\s(?:{MAGNITUDE})))\b)"
# Possessive, or a row of digits could be cut into parts in a million ways.
JAPANESE = (
    r"(?<![0-9０-９,，.．])(?:[0-9０-９][0-9０-９,，]{0,15}+(?:[.．][0-9０-９]{1,4}+)?+(?:千?[万億兆]|千)?+){1,5}+"
)
_WIDE = str.maketrans("０１２３４５６７８９，．", "0123456789,.")

# No bound is longer than this with its space; looking further back costs time in long sentences.
_BOUND_LETTERS = 40
# Behind a letter of another script a bound needs no space: 予算は約3兆円.
_START = r"(?:\b|(?<=[^\x00-\x7f]))"
# Of two that fit the first counts: "no more than" has to come before "more than".
_BEFORE = Keywords(
    (
        ("about", rf"{_START}(?:about|approximately|approx\.?|around|roughly|some|circa|an estimated|約|およそ)\s?$"),
        ("up to", rf"{_START}(?:up to|as much as|as many as|at most|no more than|最大|最大で)\s?$"),
        ("at least", rf"{_START}(?:at least|no less than|not less than|no fewer than|少なくとも)\s?$"),
        ("over", rf"{_START}(?:over|more than|exceeding|above|beyond|in excess of|greater than|upwards of)\s?$"),
        ("under", rf"{_START}(?:under|less than|fewer than|below)\s?$"),
        ("nearly", rf"{_START}(?:nearly|almost|close to|just under|ほぼ)\s?$"),
    )
)
_BEHIND = (("at least", "以上"), ("over", "超"), ("under", "未満"), ("up to", "以下"), ("about", "程度"))


def spell(number: str, magnitude: str | None = None) -> str | None:
    """Return ``3.9tn`` for "3.9" and "trillion", or None for what is no number."""
    # Full-width digits and marks of Japanese texts are the same figures.
    digits = number.translate(_WIDE).replace(",", "").lower()
    digits = str(_SPELLED.get(digits, digits))
    if not digits[:1].isdigit():
        return None
    return digits + _read_magnitude(magnitude)


def read_whole_number(text: str) -> int:
    """Return the number that digits or a word up to twenty spell."""
    word = text.lower()
    if word in WORDS:
        return WORDS[word]
    return int(text)


def _read_magnitude(magnitude: str | None) -> str:
    if not magnitude:
        return ""
    return _MAGNITUDES[magnitude.lower().rstrip(".")]


def bound_around(text: str, start: int, end: int) -> tuple[str, int]:
    """Return the bound of the figure from ``start`` to ``end`` with a space behind it, and where the whole begins.

    Without a bound it is empty, and the whole begins with the figure.
    """
    tail = text[max(0, start - _BOUND_LETTERS) : start]
    before = next(_BEFORE.matches(tail), None)
    if before is not None:
        bound, match = before
        return f"{bound} ", start - len(tail) + match.start()
    return _bound_behind(text[end:]), start


def _bound_behind(text: str) -> str:
    """Return the bound that a Japanese figure carries behind it."""
    # Japanese puts the bound behind its figure.
    for bound, word in _BEHIND:
        if text.startswith(word):
            return f"{bound} "
    return ""
