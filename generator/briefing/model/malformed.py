"""What is wrong with a literal, as a value: message, hint and place in code points.

Literals are cut into words here; nothing in this module knows money, quantities or dates.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache

MAX_LITERAL = 300
"""A literal is a short string; every parser refuses longer ones before looking at them."""

Replacement = str | Callable[[re.Match[str]], str]
Repair = tuple[str, Replacement]
"""A pattern, in which case counts for nothing, and what stands in place of what it finds.

It is compiled when a literal is first found wrong: that takes longer than to read all right ones of a briefing.
"""


@dataclass(frozen=True, slots=True)
class Malformed:
    """Why a literal cannot be read; ``offset`` and ``length`` count code points within it.

    ``meant`` is the literal that was probably meant, where one can be made out; the hint then says so.
    """

    message: str
    hint: str
    offset: int
    length: int
    meant: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a literal and where it starts, in code points."""

    text: str
    offset: int


Words = tuple[Word, ...]


def quoted(text: str) -> str:
    """Return ``text`` in quotes for a message, shortened, with unprintable characters as escapes."""
    shown = text if len(text) <= 40 else text[:39] + "…"
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in shown) + '"'


def malformed_at(words: Iterable[Word], message: str, hint: str = "") -> Malformed:
    """Return a finding that covers ``words``, which may not be empty."""
    covered = tuple(words)
    start = covered[0].offset
    return Malformed(message, hint, start, covered[-1].offset + len(covered[-1].text) - start)


def split_words(text: str) -> Words | Malformed:
    """Cut a literal at its spaces; anything but single spaces between printable words is malformed."""
    refused = _refusal(text)
    if refused:
        return refused
    words: list[Word] = []
    offset = 0
    for piece in text.split(" "):
        if not piece:
            return Malformed("a space too many", "write one space between words", min(offset, len(text) - 1), 1)
        words.append(Word(piece, offset))
        offset += len(piece) + 1
    return tuple(words)


def _refusal(text: str) -> Malformed | None:
    if not text.strip():
        return Malformed("the value is empty", "write a value, `unknown`, or `none`", 0, len(text))
    if len(text) > MAX_LITERAL:
        return Malformed(f"the value is {len(text)} characters long", f"write at most {MAX_LITERAL}", 0, len(text))
    odd = next((i for i, c in enumerate(text) if not c.isprintable()), None)
    if odd is None:
        return None
    return Malformed(f"unexpected character U+{ord(text[odd]):04X}", "write plain spaces and letters", odd, 1)


def joined(words: Iterable[Word]) -> str:
    """Return the words as they were written."""
    return " ".join(word.text for word in words)


def folded(text: str) -> str:
    """Return ``text`` in its compatibility form: full-width digits, letters and spaces become plain ones."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def with_repair(found: Malformed, text: str, repairs: Iterable[Repair], is_good: Callable[[str], bool]) -> Malformed:
    """Return ``found`` with the literal that was probably meant as its hint, if the repairs lead to a good one."""
    mended = folded(text[: MAX_LITERAL + 1])
    for pattern, replacement in repairs:
        if len(mended) > MAX_LITERAL:
            break
        mended = " ".join(_compiled(pattern).sub(replacement, mended).split())
        if mended != text and is_good(mended):
            return replace(found, hint=f"write `{mended}`", meant=mended)
    return found


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
