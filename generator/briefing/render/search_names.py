"""Which files the names of many entries lie in: by the letters that their words begin with, or that they hold.

A word of a script with spaces is found by its beginning, so it lies by its first letters, and by more of them where
many words share those. In other scripts a name is found by any part of it, so it lies by each of its letters.
`theme/assets/search/names.js` chooses among these files.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from briefing.render.search_words import fold, is_eastern, words

MOST_ENTRIES = 300
"""Entries from which on a file of words is divided by one letter more."""
FEWEST_LETTERS, MOST_LETTERS = 2, 8
END = "_"
"""Stands behind the last letter of a name, so that a whole name is told from the beginning of a longer one."""
_Holders = Mapping[str, frozenset[int]]


def sort_by_letters(names: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    """Return the numbers of the entries in every file, by the letters that it is for; ``names`` are those of each."""
    beginnings: defaultdict[str, set[int]] = defaultdict(set)
    letters: defaultdict[str, set[int]] = defaultdict(set)
    for number, texts in enumerate(names):
        for text in texts:
            for beginning in _beginnings(text):
                beginnings[beginning].add(number)
            for letter in filter(is_eastern, fold(text)):
                letters[letter].add(number)
    divided = _divide({text: frozenset(holders) for text, holders in beginnings.items()}, FEWEST_LETTERS)
    return {**{letter: sorted(holders) for letter, holders in sorted(letters.items())}, **divided}


def _beginnings(name: str) -> Iterator[str]:
    """Yield, for each word with spaces around it, the name from there on without any: queries may lack them, too."""
    parts = list(words(name))
    for place, part in enumerate(parts):
        if not is_eastern(part[0]):
            yield "".join(parts[place:])[:MOST_LETTERS] + END


def _divide(beginnings: _Holders, length: int) -> dict[str, list[int]]:
    """Return the entries by the first letters of their words; where that are too many, by one letter more."""
    by_start: defaultdict[str, dict[str, frozenset[int]]] = defaultdict(dict)
    for text, holders in sorted(beginnings.items()):
        by_start[text[:length]][text] = holders
    files: dict[str, list[int]] = {}
    for start, texts in by_start.items():
        numbers = frozenset[int]().union(*texts.values())
        if len(numbers) <= MOST_ENTRIES or length == MOST_LETTERS or start.endswith(END):
            files[start] = sorted(numbers)
        else:
            files |= _divide(texts, length + 1)
    return files


def file_name(letters: str) -> str:
    """Return the name of the file for some letters: plain ones, none of which an old system keeps for itself."""
    return "".join(_plain(letter) for letter in letters) + "-"


def _plain(letter: str) -> str:
    if letter == END or (letter.isascii() and letter.isalnum()):
        return letter
    return f"-{ord(letter):05x}"
