"""Finds the words that somebody may have meant: those nearest to an unknown one, or none where nothing is near."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# Every katakana stands as far behind the hiragana of its sound.
_KATAKANA, _HIRAGANA_SHIFT = range(0x30A1, 0x30F7), 0x60
_TO_HIRAGANA = {code: code - _HIRAGANA_SHIFT for code in _KATAKANA} | {ord("_"): "-", ord(" "): "-"}
_PREFIX_MIN = 4


def nearest(word: str, options: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Return up to ``limit`` options, nearest first; width, case and kana do not count as differences."""
    wanted = fold(word)
    if not wanted:
        return ()
    ranked: list[tuple[int, str]] = []
    for option in set(options):
        rank = _rank(wanted, fold(option))
        if rank is not None:
            ranked.append((rank, option))
    return tuple(option for _, option in _without_far_ones(sorted(ranked))[:limit])


def _without_far_ones(ranked: list[tuple[int, str]]) -> list[tuple[int, str]]:
    best = ranked[0][0] if ranked else 0
    # A perfect or one-letter match leaves nothing to guess about.
    if best > 1:
        return ranked
    return [(rank, option) for rank, option in ranked if rank <= best + 1]


def question(word: str, options: Iterable[str]) -> str:
    """Return `` Did you mean 'x'?`` for the end of a sentence on a command line; nothing where nothing is near."""
    near = nearest(word, options)
    if not near:
        return ""
    return f" Did you mean {near[0]!r}?"


def brackets_hint(ids: Iterable[str]) -> str:
    """Return how to write several ids that stand in one text."""
    return f"put brackets around several ids: [{', '.join(ids)}]"


def same_word(word: str, options: Iterable[str]) -> str | None:
    """Return the one option that differs from ``word`` in nothing a typist means, or None."""
    wanted = fold(word)
    if not wanted:
        return None
    matches = {option for option in options if fold(option) == wanted}
    # Two that only a slip tells apart leave open which is meant.
    return matches.pop() if len(matches) == 1 else None


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return ``text`` with the differences removed that a typist does not mean."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_TO_HIRAGANA).strip("-")


def distance_within(left: str, right: str, most: int) -> int | None:
    """Return edits between two words, a swap of neighbours counting one, or None beyond ``most``."""
    if abs(len(left) - len(right)) > most:
        return None
    # Rows of the table of Damerau and Levenshtein: the one before last is needed for swaps.
    older: list[int] = []
    previous = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        current = [row]
        for column, other in enumerate(right, 1):
            cost = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == right[column - 2] and other == left[row - 2]:
                cost = min(cost, older[column - 2] + 1)
            current.append(cost)
        # No row can fall below the two before it: nothing that follows would come back within reach.
        if min(current) > most and min(previous) > most:
            return None
        older, previous = previous, current
    distance = previous[-1]
    return distance if distance <= most else None


def _rank(wanted: str, option: str) -> int | None:
    """Return how far an option is from what is wanted, 0 for the same; None where it is too far."""
    if wanted == option:
        return 0
    most = _tolerance(max(len(wanted), len(option)))
    distance = None
    if abs(len(wanted) - len(option)) <= most and _shares_letters(wanted, option, most):
        distance = distance_within(wanted, option, most)
    if distance is not None:
        return distance
    # The start of a name, up to a hyphen, is what people remember of it: it comes behind every slip of typing.
    if _begins_other(wanted, option):
        return most + 1
    return None


def _begins_other(wanted: str, option: str) -> bool:
    shorter, longer = sorted((wanted, option), key=len)
    return len(shorter) >= _PREFIX_MIN and longer.startswith(f"{shorter}-")


def _tolerance(length: int) -> int:
    """Return how many slips a word of a length may have and still be known."""
    for longest, slips in ((2, 0), (5, 1), (9, 2)):
        if length <= longest:
            return slips
    return 3


def _shares_letters(wanted: str, option: str, most: int) -> bool:
    """Return whether the letters alone leave a chance; cheap, and rules out most of a long list."""
    letters, option_letters = set(wanted), set(option)
    return len(letters - option_letters) <= most and len(option_letters - letters) <= most
