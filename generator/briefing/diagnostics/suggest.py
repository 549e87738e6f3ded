"""Did you mean: the known words nearest to an unknown one, or none when nothing is near."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_KATAKANA, _HIRAGANA_SHIFT = range(0x30A1, 0x30F7), 0x60
_TO_HIRAGANA = {code: code - _HIRAGANA_SHIFT for code in _KATAKANA} | {ord("_"): "-", ord(" "): "-"}
_PREFIX_MIN = 4


def nearest(word: str, options: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Return up to ``limit`` options, nearest first; width, case and kana do not count as differences."""
    wanted = fold(word)
    if not wanted:
        return ()
    ranked = sorted((rank, option) for option in set(options) if (rank := _rank(wanted, fold(option))) is not None)
    best = ranked[0][0] if ranked else 0
    # A perfect or one-letter match leaves nothing to guess about.
    return tuple(option for rank, option in ranked if best > 1 or rank <= best + 1)[:limit]


def question(word: str, options: Iterable[str]) -> str:
    """Return `` Did you mean 'x'?`` for the end of a sentence on a command line; nothing where nothing is near."""
    near = nearest(word, options)
    return f" Did you mean {near[0]!r}?" if near else ""


def brackets_hint(ids: Iterable[str]) -> str:
    """Return how to write several ids that stand in one text."""
    return f"put brackets around several ids: [{', '.join(ids)}]"


def same_word(word: str, options: Iterable[str]) -> str | None:
    """Return the one option that differs from ``word`` in nothing a typist means, or None."""
    wanted = fold(word)
    found = {option for option in options if fold(option) == wanted}
    return found.pop() if wanted and len(found) == 1 else None


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return ``text`` with the differences removed that a typist does not mean."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_TO_HIRAGANA).strip("-")


def distance_within(left: str, right: str, most: int) -> int | None:
    """Return edits between two words, a swap of neighbours counting one, or None beyond ``most``."""
    if abs(len(left) - len(right)) > most:
        return None
    older: list[int] = []
    previous = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        current = [row]
        for column, other in enumerate(right, 1):
            cost = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == right[column - 2] and other == left[row - 2]:
                cost = min(cost, older[column - 2] + 1)
            current.append(cost)
        if min(current) > most and min(previous) > most:
            return None
        older, previous = previous, current
    return previous[-1] if previous[-1] <= most else None


def _rank(wanted: str, option: str) -> int | None:
    if wanted == option:
        return 0
    most = _tolerance(max(len(wanted), len(option)))
    if abs(len(wanted) - len(option)) <= most and _shares_letters(wanted, option, most):
        found = distance_within(wanted, option, most)
        if found is not None:
            return found
    longer = option.startswith(wanted + "-") or wanted.startswith(option + "-")
    return most + 1 if longer and min(len(wanted), len(option)) >= _PREFIX_MIN else None


def _tolerance(length: int) -> int:
    return 0 if length < 3 else 1 if length < 6 else 2 if length < 10 else 3


def _shares_letters(wanted: str, option: str, most: int) -> bool:
    """Return whether the letters alone leave a chance; cheap, and rules out most of a long list."""
    return len(set(wanted) - set(option)) <= most and len(set(option) - set(wanted)) <= most
