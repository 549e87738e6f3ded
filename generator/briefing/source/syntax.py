"""Turns what a YAML parser complains about into the editor's slip, in plain words and at the right place."""

import re
from collections.abc import Callable, Iterator

from briefing.diagnostics.diagnostic import Span
from briefing.source.bracket_syntax import explain_bracket, explain_missing_item, explain_missing_key
from briefing.source.nodes import Scalar
from briefing.source.parser_stop import INDENT_HINT, QUOTE_HINT, ParserStop, SyntaxFault, fault_at
from briefing.source.slips import DASH_HINT, PLAIN_COLON, Slip, find_comment_in_text, find_foreign_sign, is_bullet
from briefing.source.text import LINE_BREAK

__all__ = ["SyntaxFault", "explain_syntax"]

_UNSEEN_COLONS = (
    (re.compile(r"\s*(?:- +)?[\w.-]+ *："), PLAIN_COLON),
    (re.compile(r"\s*(?:- +)?[\w.-]+:(?=[\xa0\u3000])"), "put a plain space after it; this one is full-width or hard"),
    (re.compile(r"\s*(?:- +)?[\w.-]+:(?=[^\s/])"), "put a space after it"),
)
_WHERE_SIGNS_MATTER = (
    "root is text", "mapping values are not allowed", "while parsing a flow", "cannot start any token",
)  # fmt: skip


def explain_syntax(words: str, context: Span | None, place: Span, text: str, last: Scalar | None) -> SyntaxFault:
    """Return the slip behind a complaint of the parser.

    Args:
        words: the complaint: what is wrong, and what was being read.
        context: where that began, as far as the parser tells.
        place: where the parser stopped.
        text: the whole file.
        last: the text that was read last, if any.
    """
    stop = ParserStop(words, context, place, LINE_BREAK.split(text), last)
    # A swallowed text or a sign of another keyboard explains what follows better than any complaint of the parser.
    slip = _comment_in_text(stop) or _foreign_sign(stop)
    if slip:
        return slip
    for pattern, explain in _CASES:
        if pattern in words:
            return explain(stop)
    return SyntaxFault(stop.clamped, f"not readable as YAML: {words.strip()}", QUOTE_HINT)


def _comment_in_text(stop: ParserStop) -> SyntaxFault | None:
    """Return the comment that took away what the parser misses: the rest of a text, or a closing bracket.

    `{said: the #1 chipmaker}` never closes, since all from the # on is a comment.
    """
    # Inside of quotes a # is no comment.
    if "quoted scalar" in stop.words:
        return None
    in_brackets = "while parsing a flow" in stop.words
    first = min(_possible_starts(stop, in_brackets=in_brackets))
    for number in range(first.line, min(stop.place.line, len(stop.lines)) + 1):
        is_first = number == first.line
        start = first.column - 1 if is_first else 0
        slip = find_comment_in_text(stop.lines[number - 1], start, swallows_bracket=in_brackets and is_first)
        if slip:
            return _at_slip(stop, number, slip)
    return None


def _possible_starts(stop: ParserStop, *, in_brackets: bool) -> Iterator[Span]:
    """Yield where the text may begin that a comment has cut."""
    yield stop.place
    if stop.last:
        yield stop.last.span
    if in_brackets and stop.context:
        yield stop.context


def _foreign_sign(stop: ParserStop) -> SyntaxFault | None:
    """Return the sign of another keyboard that explains why a colon ends no key."""
    if stop.mark != ":" or not any(words in stop.words for words in _WHERE_SIGNS_MATTER):
        return None
    slip = find_foreign_sign(stop.line, stop.place.column)
    if slip is None:
        return None
    return _at_slip(stop, stop.place.line, slip)


def _at_slip(stop: ParserStop, number: int, slip: Slip) -> SyntaxFault:
    span = Span(stop.place.path, number, slip.column, number, slip.column + 1)
    return SyntaxFault(span, slip.message, slip.hint)


def _unseen_colon(stop: ParserStop, span: Span) -> SyntaxFault | None:
    """Return what is wrong with a line whose colon YAML does not see.

    `a:b` is one word to YAML, and so are `a：b` and `a:` before a hard space.
    """
    line = stop.line_at(span)
    for pattern, hint in _UNSEEN_COLONS:
        match = pattern.match(line)
        if match:
            column = match.end()
            colon = Span(span.path, span.line, column, span.line, column + 1)
            return SyntaxFault(colon, "this colon does not end a key", hint)
    return None


def _no_colon(stop: ParserStop) -> SyntaxFault:
    """Return what is wrong with a line that YAML took for a key and found no colon in."""
    hint = 'write "key: value", or put quotes around a text of several lines'
    return _unseen_colon(stop, stop.start) or SyntaxFault(stop.start, 'this line is not "key: value"', hint)


def _second_colon(stop: ParserStop) -> SyntaxFault:
    """Return what is wrong where a colon may not stand: a second one on a line, or one that comes too deep.

    An earlier line without a key explains it where YAML has joined the two lines to one text.
    """
    start = stop.last.span if stop.last and not stop.last.quoted else None
    if start and start.line < stop.place.line:
        fault = _line_without_key(stop, start)
        if fault:
            return fault
    on_line_of_text = start is not None and start.line == stop.place.line and start.column > 1
    if on_line_of_text or re.search(r"\S:\s", stop.before):
        return fault_at(stop, 'a second ": " on one line', QUOTE_HINT)
    return fault_at(stop, "this key is indented deeper than the one it follows", INDENT_HINT)


def _line_without_key(stop: ParserStop, start: Span) -> SyntaxFault | None:
    """Return what is wrong with an earlier line that YAML took for the start of a text, if it was meant as a key.

    `claims` without its colon is such a line, with the list below it.
    """
    colon = _unseen_colon(stop, start)
    if colon:
        return colon
    begins_its_line = not stop.line_at(start)[: start.column - 1].strip(" -")
    if begins_its_line:
        return SyntaxFault(start, 'this line is not "key: value"', "put a colon after the key")
    return None


def _root_text(stop: ParserStop) -> SyntaxFault:
    """Return what is wrong with a file that is one text, without any key."""
    hint = 'write "key: value" lines, or a list of "- " items'
    if re.match(r"-\S", stop.line):
        hint = "put a space after the hyphen of a list item"
    return _unseen_colon(stop, stop.place) or fault_at(stop, "the file is one text, without any key", hint)


def _open_quote(stop: ParserStop) -> SyntaxFault:
    hint = "close it with the same quote; an apostrophe inside single quotes is written twice"
    return SyntaxFault(stop.start, "this quote is never closed", hint)


def _bad_start(stop: ParserStop) -> SyntaxFault:
    """Return what is wrong with a sign that may begin no text, such as a backtick or a tab."""
    if stop.mark == "\t":
        return fault_at(stop, "a tab stands where a value begins", "use spaces")
    if is_bullet(stop.line):
        return fault_at(stop, '"*" begins no item of a list', DASH_HINT)
    return fault_at(stop, f'no unquoted text may begin with "{stop.mark}"', QUOTE_HINT)


def _inline_list(stop: ParserStop) -> SyntaxFault:
    return fault_at(stop, "a list starts on the line of its key", "put each item on a line of its own, or use [a, b]")


def _escape(stop: ParserStop) -> SyntaxFault:
    return fault_at(stop, "this backslash starts no known escape", "write \\\\ for a backslash, or use single quotes")


def _reserved_sign(stop: ParserStop) -> SyntaxFault:
    """Return what an anchor, an alias or a tag is that the parser could not make out.

    It is a text that begins with such a sign, or a star that was meant as a bullet.
    """
    line = stop.line_at(stop.start)
    if is_bullet(line):
        return SyntaxFault(stop.start, '"*" begins no item of a list', DASH_HINT)
    sign = line[stop.start.column - 1 : stop.start.column]
    return SyntaxFault(stop.start, f'no unquoted text may begin with "{sign}"', QUOTE_HINT)


def _directive(stop: ParserStop) -> SyntaxFault:
    return SyntaxFault(stop.start, "a YAML directive stands here", "delete the line", code="yaml-directive")


def _no_start(stop: ParserStop) -> SyntaxFault:
    return SyntaxFault(stop.clamped, "this line stands outside of the data above it", INDENT_HINT)


def _no_content(stop: ParserStop) -> SyntaxFault:
    """Return what stands where a value is expected.

    It is told at the end of the text, where the value was to stand.
    """
    message = "a value is expected here"
    if stop.mark:
        message = f'"{stop.mark}" where a value is expected'
    return SyntaxFault(stop.clamped, message, "write the value, or put double quotes around the text")


def _block_header(stop: ParserStop) -> SyntaxFault:
    return fault_at(stop, "text follows | or > on the same line", "start the text on the next line")


# Parts of the complaints of both parsers, the one in C and the one in Python, which word some of them differently.
# The first that is contained counts: a complaint names what was being read behind what is wrong, so that the more
# exact words stand above the wider ones.
_CASES: tuple[tuple[str, Callable[[ParserStop], SyntaxFault]], ...] = (
    ("root is text", _root_text),
    ("directive", _directive),
    ("could not find expected ':'", _no_colon),
    ("mapping values are not allowed", _second_colon),
    ("escape", _escape),
    ("quoted scalar", _open_quote),
    ("while parsing a flow", explain_bracket),
    ("did not find expected key", explain_missing_key),
    ("expected '-' indicator", explain_missing_item),
    ("cannot start any token", _bad_start),
    ("block sequence entries are not allowed", _inline_list),
    ("anchor", _reserved_sign),
    ("alias", _reserved_sign),
    ("a tag", _reserved_sign),
    ("tag handle", _reserved_sign),
    ("<document start>", _no_start),
    ("node content", _no_content),
    ("block scalar", _block_header),
    ("while parsing a block mapping", explain_missing_key),
    ("while parsing a block collection", explain_missing_item),
)
