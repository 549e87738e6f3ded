"""Turns the bytes of one file into text that YAML can take, with a finding for every bad byte or character.

The text keeps every position of the file: a forbidden character is replaced by one stand-in, never removed.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from briefing.diagnostics.diagnostic import Diagnostic, Span, error, warning
from briefing.source.limits import FINDINGS_MAX, SIZE_MAX

STAND_IN = "\ufffd"
LINE_BREAK = re.compile(r"\r\n|\r|\n")
# Written out rather than asked of unicodedata: the answer must not change with the Python version.
FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, NEL among them
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u3164\uffa0"  # invisible letters and hyphens
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u061c\ufeff"  # zero width, line separators, directions
    "\ufff0-\uffff\ufdd0-\ufdef\ud800-\udfff"  # specials, noncharacters, surrogates
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff"  # format controls, tags
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
INDENT_TAB = re.compile(r"(?:^|(?<=[\r\n])) *\t[ \t]*")
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]")
# That of UTF-32 begins like that of UTF-16, and so comes first.
_WIDE_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_BOM = b"\xef\xbb\xbf"
_KANA = re.compile("[\u3041-\u30ff]")
_SAVE_HINT = "save the file as UTF-8 without a byte order mark"


def position_at(text: str, index: int) -> tuple[int, int]:
    """Return line and column of the character at ``index``, both from 1 and in code points.

    Lines end with a line feed, a carriage return, or both.
    """
    starts = _line_starts(text)
    line = bisect_right(starts, index)
    return line, index - starts[line - 1] + 1


# Findings come file by file: more than the last text or two is never asked for again.
@lru_cache(maxsize=2)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(line_break.end() for line_break in LINE_BREAK.finditer(text)))


def span_at(path: str, text: str, index: int, length: int = 1) -> Span:
    """Return the span of ``length`` characters of one line from ``index`` on."""
    line, column = position_at(text, index)
    return Span(path, line, column, line, column + length)


def decode_text(path: str, data: bytes) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the text of a file with harmless characters only, or None if it is no readable text.

    Args:
        path: the path within the data folder, as findings name the file.
        data: its bytes.

    Returns:
        The text, with a line break at its end and without byte order mark, and what was found wrong.
    """
    if len(data) > SIZE_MAX:
        message = f"the file has {len(data):,} bytes; at most {SIZE_MAX:,} are read"
        return None, (error("limit-size", Span(path), message, "split it into several files"),)
    fault = _wide_encoding(path, data)
    if fault:
        return None, (fault,)
    body = data.removeprefix(_BOM)
    text, faults = _decode(path, body)
    if text is None:
        return None, faults
    # Without a last line break a block text would read differently at the end of a file only.
    if not text.endswith(("\n", "\r")):
        text += "\n"
    clean, forbidden = replace_forbidden(path, text)
    marks = [_bom_finding(path)] if len(body) < len(data) else []
    return clean, (*marks, *forbidden, *_tabs(path, clean), *_composition(path, clean))


def _wide_encoding(path: str, data: bytes) -> Diagnostic | None:
    """Return a finding for a file that a byte order mark shows to be no UTF-8."""
    for mark, encoding in _WIDE_BOMS:
        if data.startswith(mark):
            return _bad_encoding(path, "", f"the file is {encoding}, not UTF-8")
    return None


def _bom_finding(path: str) -> Diagnostic:
    message = "the file starts with a byte order mark"
    return warning("encoding-bom", Span(path), message, _SAVE_HINT + "; briefing fmt removes it")


def _bad_encoding(path: str, before: str, message: str) -> Diagnostic:
    return error("encoding", span_at(path, before, len(before)), message, _SAVE_HINT)


def _decode(path: str, body: bytes) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the text, or None and why the bytes are no UTF-8."""
    disguised = _disguised_encoding(body)
    if disguised:
        name, index = disguised
        before = body[:index].decode("ascii", "replace")
        return None, (_bad_encoding(path, before, f"the file is {name}"),)
    try:
        return body.decode("utf-8"), ()
    except UnicodeDecodeError as problem:
        before = body[: problem.start].decode("utf-8")
        message = f"the byte 0x{body[problem.start]:02X} is not UTF-8{_guess(body)}"
        return None, (_bad_encoding(path, before, message),)


def _disguised_encoding(body: bytes) -> tuple[str, int] | None:
    """Return name and first telling byte of an encoding that is made of ASCII bytes alone, and so passes for UTF-8."""
    escape = body.find(b"\x1b$")
    if escape >= 0:
        return "ISO-2022-JP, not UTF-8", escape
    # In UTF-16 every second byte of a Latin text is zero, in UTF-32 three of four.
    zero = body.find(0)
    if zero >= 0 and len(body) > 1 and body.count(0) * 4 >= len(body):
        return "UTF-16 or UTF-32 without a mark, not UTF-8", zero
    return None


def _guess(body: bytes) -> str:
    """Return which Japanese encoding a file looks like: nearly every Japanese text holds kana."""
    for codec, name in (("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP")):
        try:
            text = body.decode(codec)
        except UnicodeDecodeError:
            continue
        if _KANA.search(text):
            return f"; the file looks like {name}"
    return ""


def replace_forbidden(path: str, text: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return ``text`` with a stand-in for each forbidden character, and a finding for each.

    Positions stay as they are, so that what is found later still points at the right place.
    """
    if not FORBIDDEN.search(text):
        return text, ()
    matches = islice(FORBIDDEN.finditer(text), FINDINGS_MAX)
    findings = tuple(_forbidden(path, text, match.start()) for match in matches)
    return FORBIDDEN.sub(STAND_IN, text), findings


def _forbidden(path: str, text: str, index: int) -> Diagnostic:
    message = f"{name_character(text[index])} is not allowed"
    return error("character-forbidden", span_at(path, text, index), message, "delete it; it cannot be seen")


def name_character(character: str) -> str:
    """Return how a message names a character that must not be printed.

    `the character U+200B (zero width space)`.
    """
    kind = "direction mark" if _DIRECTIONS.match(character) else "character"
    label = f"the {kind} U+{ord(character):04X}"
    name = unicodedata.name(character, "").lower()
    # Controls have no name.
    if not name:
        return label
    return f"{label} ({name})"


def _tabs(path: str, text: str) -> Iterator[Diagnostic]:
    if "\t" not in text:
        return
    for match in islice(INDENT_TAB.finditer(text), FINDINGS_MAX):
        index = text.index("\t", match.start())
        yield error("indent-tab", span_at(path, text, index), "a tab indents this line", "indent with spaces")


def _composition(path: str, text: str) -> Iterator[Diagnostic]:
    """Yield a warning for each line with letters that are written as several characters.

    Texts that look the same would otherwise be two.
    """
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return
    for number, line in islice(_decomposed_lines(text), FINDINGS_MAX):
        column = _first_difference(line, unicodedata.normalize("NFC", line)) + 1
        message = "this letter is written as several characters (not Unicode NFC)"
        yield warning("text-not-nfc", Span(path, number, column, number, column + 1), message, "run briefing fmt")


def _decomposed_lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(LINE_BREAK.split(text), 1):
        if not unicodedata.is_normalized("NFC", line):
            yield number, line


def _first_difference(left: str, right: str) -> int:
    for index, (left_letter, right_letter) in enumerate(zip(left, right, strict=False)):
        if left_letter != right_letter:
            return index
    return min(len(left), len(right))
