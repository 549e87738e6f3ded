"""The letters of Japanese: one reading of what counts as such, for marking, naming and checking alike."""

import re

JAPANESE_LETTERS = r"\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
"""Kana of full and half width, kanji, and the marks that repeat or replace one: inside of a class of `re`.

Written as numbers: normalisation would turn the first compatibility ideograph into another letter.
"""

_JAPANESE = re.compile(f"[{JAPANESE_LETTERS}]")


def is_japanese(text: str) -> bool:
    """Return whether a text has kana or kanji."""
    return bool(_JAPANESE.search(text))
