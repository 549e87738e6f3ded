"""What is wrong with a literal, as a value, and the words that a literal is cut into.

Nothing in this module knows money, quantities or dates.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache

MAX_LITERAL = 300
"""A literal is a short string; every parser refuses longer ones before looking at them."""

QUOTED_LENGTH = 40
"""So many characters of a literal a message repeats."""

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
    shown = text
    if len(text) > QUOTED_LENGTH:
        shown = text[: QUOTED_LENGTH - 1] + "…"
    return f'"{"".join(map(_printable, shown))}"'


def _printable(character: str) -> str:
    if character.isprintable():
        return character
    return f"\\u{ord(character):04x}"


def malformed_at(words: Iterable[Word], message: str, hint: str = "") -> Malformed:
    """Return a finding that covers ``words``, which may not be empty."""
    covered = tuple(words)
    start = covered[0].offset
    return Malformed(message, hint, start, covered[-1].offset + len(covered[-1].text) - start)


def split_words(text: str) -> Words | Malformed:
    """Cut a literal at its spaces.

    Anything but single spaces between printable words is malformed: two spaces, tabs, line breaks, nothing at all.
    """
    fault = _text_fault(text)
    if fault:
        return fault
    words: list[Word] = []
    offset = 0
    for piece in text.split(" "):
        if not piece:
            # Behind a space at the end there is nothing to point at: the finding covers the space itself.
            return Malformed("a space too many", "write one space between words", min(offset, len(text) - 1), 1)
        words.append(Word(piece, offset))
        offset += len(piece) + 1
    return tuple(words)


def _text_fault(text: str) -> Malformed | None:
    if not text.strip():
        return Malformed("the value is empty", "write a value, `unknown`, or `none`", 0, len(text))
    if len(text) > MAX_LITERAL:
        return Malformed(f"the value is {len(text)} characters long", f"write at most {MAX_LITERAL}", 0, len(text))
    for offset, character in enumerate(text):
        if not character.isprintable():
            message = f"unexpected character U+{ord(character):04X}"
            return Malformed(message, "write plain spaces and letters", offset, 1)
    return None


def joined(words: Iterable[Word]) -> str:
    """Return the words as they were written."""
    return " ".join(word.text for word in words)


def folded(text: str) -> str:
    """Return ``text`` in its compatibility form: full-width digits, letters and spaces become plain ones."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def with_repair(fault: Malformed, text: str, repairs: Iterable[Repair], is_good: Callable[[str], bool]) -> Malformed:
    """Return ``fault`` with the literal that was probably meant as its hint, if the repairs lead to a good one.

    Repairs are taken in order, each on what the ones before have left, and the first good literal ends them.

    Args:
        fault: what is wrong with ``text``.
        text: the literal as it is written.
        repairs: patterns and what takes their place.
        is_good: tells whether a literal can be read.
    """
    # One character more than is allowed, so that a literal which is too long is not mended by being cut.
    repaired = folded(text[: MAX_LITERAL + 1])
    for pattern, replacement in repairs:
        if len(repaired) > MAX_LITERAL:
            break
        repaired = " ".join(_compiled(pattern).sub(replacement, repaired).split())
        if repaired != text and is_good(repaired):
            return replace(fault, hint=f"write `{repaired}`", meant=repaired)
    return fault


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
