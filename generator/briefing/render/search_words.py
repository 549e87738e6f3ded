"""The terms that search finds a text by. `theme/assets/search/fold.js` does the same to what a reader types.

Both must agree letter by letter; tests/golden/search_words holds them together.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_MARKS = re.compile("[\u0300-\u036f]")
_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_POSSESSIVE = re.compile("['’]s(?![a-z0-9])")
_DROPPED = re.compile("['’.・]")
_LAST_LONG_VOWEL = re.compile("([\u3041-\u3096\u30fc]{3})\u30fc+(?![\u3041-\u3096\u30fc])")
"""Whether a longer word of kana ends in a long vowel is a habit of its writer: サーバー and サーバ are one."""
_EAST = "\u3005-\u3007\u3041-\u3096\u30fc\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts written without spaces, after katakana has become hiragana: their words are found by pairs of letters."""
_RUNS = re.compile(f"([{_EAST}]+)|(?:(?![{_EAST}])[^\\W_])+")
_EASTERN = 1
"""The group of ``_RUNS`` that holds a run of those scripts."""
_PLURALS = re.compile("[a-z]{4,}\\Z")
STOP_WORDS = frozenset(
    ["a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "in", "is",
     "it", "its", "of", "on", "or", "that", "the", "their", "this", "to", "was", "were", "which", "will", "with"]
)  # fmt: skip
LONGEST_TERM = 40
_EAST_SHARDS, _OTHER_SHARDS = 64, 16


def fold(text: str) -> str:
    """Return a text without the differences of width, case, kana, last long vowel and accent."""
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).lower())
    kana = unicodedata.normalize("NFC", _MARKS.sub("", plain)).translate(_TO_HIRAGANA)
    return _LAST_LONG_VOWEL.sub(r"\1", _DROPPED.sub("", _POSSESSIVE.sub("", kana)))


def words(text: str) -> Iterator[str]:
    """Yield the words of a text in order, folded; of scripts without spaces, whatever stands together is one."""
    for run in _RUNS.finditer(fold(text)):
        yield run[0]


def is_eastern(letter: str) -> bool:
    """Return whether a folded letter belongs to a script without spaces."""
    run = _RUNS.fullmatch(letter)
    return run is not None and run[_EASTERN] is not None


def terms(text: str) -> Iterator[str]:
    """Yield the terms of a text in order: words without plural endings, and pairs of Japanese letters."""
    for run in _RUNS.finditer(fold(text)):
        word = run[0]
        if run[_EASTERN]:
            yield from _letter_pairs(word)
        elif 1 < len(word) <= LONGEST_TERM and word not in STOP_WORDS:
            yield stem(word)


def _letter_pairs(word: str) -> Iterator[str]:
    """Yield each letter of a word with the next one; a single letter stands alone."""
    for start in range(max(1, len(word) - 1)):
        yield word[start : start + 2]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return an English word without the ending of its plural."""
    if not _PLURALS.match(word):
        return word
    if not _may_be_plural(word):
        return word
    # Such a word of four letters keeps its vowel: ties, dies.
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def _may_be_plural(word: str) -> bool:
    # Most words in these endings are no plurals: glass, status, analysis.
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def shard(term: str) -> str:
    """Return the name of the shard that a term lies in."""
    first = ord(term[0])
    if is_eastern(term[0]):
        return f"j{first % _EAST_SHARDS:02x}-"
    if term[:2].isascii():
        return term[:2]
    return f"x{first % _OTHER_SHARDS:x}-"
