"""Finds the sign on a line that YAML reads otherwise than its writer meant, and words what to do about it.

A ``#`` that begins a comment inside a text; signs and spaces of other keyboards where YAML knows only its own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.diagnostics.suggest import brackets_hint

WIDE_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that indent nothing: hard, full-width and typographic ones; inside of a class of `re`."""

DASH_HINT = 'write "- ", a hyphen and a plain space, before each item of a list'
PLAIN_COLON = 'write ": " instead of the full-width "："'
QUOTE_COMMENT = "put the text in double quotes; a comment has a space after its #"

_WIDE_INDENT = re.compile(rf" *([{WIDE_SPACES}])")
_GLUED_COMMENT = re.compile(r"[ \t]+(#)(?=[^\s#])")
_BRACKET_IN_COMMENT = re.compile(r"[ \t]+(#)(?=.*[\]}])")
_QUOTED = re.compile(r"""(?<=[\s:,\[{])"(?:[^"\\]|\\.)*"|(?<=[\s:,\[{])'(?:[^']|'')*'""")
# Where a brace of full width begins an item or a value, and a key follows it.
_WIDE_BRACE = re.compile(r"\s*(?:[-－–—−] *)?(?:[\w.-]+: *)?(｛)(?=\s*\w+ *[:：])")
_DASH = re.compile(rf"\s*(?:([－–—−‐•·・])|-(?=[^\s-])|-(?=[{WIDE_SPACES}]))")
_BULLET = re.compile(r"\s*\*(?= ?[{\w])")
_SIGN_BEFORE_KEY = re.compile(rf"([，、､；;])[ {WIDE_SPACES}]*[A-Za-z_]+\Z")


# References may name a claim of another file: acme#f1.
_ID_LIKE = re.compile(r"[a-z0-9][a-z0-9.#-]*\Z")
# A comma that grouped thousands has cut a number.
_NUMBER_CUT = re.compile(r".*\d,\d{3}(?:\D.*)?\Z")
_SIGNS_OF_OTHER_VALUES = frozenset(":{[\"'#")
_REFERENCES = frozenset({"about", "claims", "not_same_as", "part_of", "sum_of", "in_addition_to", "overlaps"})
"""Fields that hold ids alone: what stands there with a comma is a list without its brackets."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A sign at ``column`` (from 1), what is wrong with it, and what to do."""

    column: int
    message: str
    hint: str


def find_wide_indent(line: str) -> int | None:
    """Return the column of the first space that indents nothing, where one stands before the text of a line.

    Such spaces come from Japanese keyboards and from web pages, and look like plain ones.
    """
    match = _WIDE_INDENT.match(line)
    if match is None:
        return None
    return match.start(1) + 1


def find_comment_in_text(line: str, start: int = 0, *, swallows_bracket: bool = False) -> Slip | None:
    """Return the ``#`` that begins a comment where its writer meant a sign of the text, or None.

    Args:
        line: one line of a file.
        start: where the text begins, from 0.
        swallows_bracket: whether a comment counts, too, that hides a closing bracket, though a space follows its #.
    """
    # Quoted texts are blotted out and keep their length, so that columns stay those of the line.
    unquoted = _QUOTED.sub(lambda match: "x" * len(match[0]), line)
    comment = _GLUED_COMMENT.search(unquoted, start)
    if comment is None and swallows_bracket:
        comment = _BRACKET_IN_COMMENT.search(unquoted, start)
    if comment is None:
        return None
    message = 'this "#" begins a comment, which swallows the rest of the line'
    return Slip(comment.start(1) + 1, message, QUOTE_COMMENT)


def comment_after(text: str, index: int) -> int | None:
    """Return where a comment begins that follows a plain text directly, without a space after its ``#``."""
    comment = _GLUED_COMMENT.match(text, index)
    if comment is None:
        return None
    return comment.start(1)


def may_cut_texts(text: str) -> bool:
    """Tell cheaply whether `comment_after` can find anything in a file."""
    return _GLUED_COMMENT.search(text) is not None


def find_foreign_sign(line: str, colon: int) -> Slip | None:
    """Return the sign of another keyboard that explains why the colon at column ``colon`` ends no key.

    A full-width brace, a dash instead of a hyphen, or a comma that YAML does not know.
    """
    brace = _WIDE_BRACE.match(line)
    if brace:
        return Slip(brace.start(1) + 1, '"｛" opens nothing in YAML', 'write "{", and "}" at the end')
    dash = _DASH.match(line)
    if dash:
        return _dash_slip(dash)
    sign = _SIGN_BEFORE_KEY.search(line[: colon - 1])
    if sign:
        message = f'"{sign[1]}" stands where YAML needs a comma'
        return Slip(sign.start(1) + 1, message, 'write ", " between two fields')
    return None


def _dash_slip(dash: re.Match[str]) -> Slip:
    # The first group is a dash of another kind; without it the match ends with a plain hyphen.
    if dash[1]:
        return Slip(dash.start(1) + 1, f'"{dash[1]}" begins no item of a list', DASH_HINT)
    return Slip(dash.end(), "no plain space follows this hyphen", DASH_HINT)


def is_bullet(line: str) -> bool:
    """Tell whether a line begins with a star that was meant to begin an item of a list."""
    return _BULLET.match(line) is not None


def hint_for_missing_value(key: str) -> str:
    """Return what to do about a word in braces that stands where a key is expected and has no value.

    Nearly always it is the rest of a text that a comma has cut; the exceptions come first.
    """
    if "：" in key:
        return PLAIN_COLON
    if re.search(rf":[{WIDE_SPACES}]", key):
        return "put a plain space after the colon; this one is full-width or hard"
    if ":" in key:
        return "put a space after the colon, or double quotes around the text"
    if re.match(r"\w+ *=", key):
        return 'write ": " instead of "="'
    if set(key) & set("“”„«»"):
        return 'write plain double quotes ("), not typographic ones, around a text that holds a comma'
    return "put double quotes around a text that holds a comma or starts with a brace"


def hint_for_listed_ids(field: str, parts: Sequence[str]) -> str | None:
    """Return what to do where ``field`` has several ids with commas between them and no brackets around them.

    None where the words do not look like ids: then a comma within a text has cut it.
    """
    if len(parts) < 2:
        return None
    if _NUMBER_CUT.match(f"{parts[0]},{parts[1]}"):
        return "write numbers without commas between their digits"
    if field == "par":
        return "write one paragraph, such as 22, or a range, such as 22-23"
    if not all(map(_ID_LIKE.match, parts)):
        return None
    if field in _REFERENCES:
        return brackets_hint(parts)
    return f"put brackets around several: [{', '.join(parts)}]; or double quotes around a text that holds a comma"


def split_listed(rest: str) -> tuple[str, ...]:
    """Return the words with commas between them at the start of ``rest``, up to the next key or bracket.

    `acme, bolt, date: 2024}` gives `acme` and `bolt`.
    """
    words: list[str] = []
    for piece in rest.split(","):
        word, bracket, _ = re.sub(r"[\]}]", "\0", piece).partition("\0")
        if set(word) & _SIGNS_OF_OTHER_VALUES:
            break
        words.append(word.strip())
        if bracket:
            break
    return tuple(words)
