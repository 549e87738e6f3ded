"""What a YAML parser complains about in, the editor's slip in plain words and at the right place out."""

import re
from dataclasses import dataclass

from briefing.diagnostics.diagnostic import Related, Span
from briefing.source.nodes import Scalar
from briefing.source.slips import DASH_HINT, PLAIN_COLON, Slip, find_comment_in_text, find_foreign_sign, is_bullet
from briefing.source.text import LINE_BREAK

_COLONS = (
    (re.compile(r"\s*(?:- +)?[\w.-]+ *："), PLAIN_COLON),
    (re.compile(r"\s*(?:- +)?[\w.-]+:(?=[\xa0\u3000])"), "put a plain space after it; this one is full-width or hard"),
    (re.compile(r"\s*(?:- +)?[\w.-]+:(?=[^\s/])"), "put a space after it"),
)
_QUOTE_HINT = "put the whole text in double quotes"
_INDENT_HINT = "line it up with its neighbours, two spaces a level"


@dataclass(frozen=True, slots=True)
class Trouble:
    """A syntax error as an editor understands it."""

    span: Span
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    code: str = "yaml-syntax"


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is known about the place where the parser stopped."""

    words: str
    context: Span | None
    place: Span
    lines: list[str]
    last: Scalar | None

    @property
    def line(self) -> str:
        return self.line_at(self.place)

    @property
    def mark(self) -> str:
        return self.line[self.place.column - 1 : self.place.column]

    @property
    def before(self) -> str:
        return self.line[: self.place.column - 1]

    def line_at(self, span: Span) -> str:
        return self.lines[span.line - 1] if span.line <= len(self.lines) else ""

    @property
    def at_end(self) -> bool:
        return not any(line.strip() for line in (self.line[self.place.column - 1 :], *self.lines[self.place.line :]))


def explain_syntax(words: str, context: Span | None, place: Span, text: str, last: Scalar | None) -> Trouble:
    """Return the slip behind the parser's ``words``; ``last`` is the text read last."""
    scene = _Scene(words, context, place, LINE_BREAK.split(text), last)
    slip = _comment_in_text(scene) or _foreign_sign(scene)
    if slip:
        return slip
    for pattern, explain in _CASES:
        if pattern in words:
            return explain(scene)
    return Trouble(_clamped(scene), f"not readable as YAML: {words.strip()}", _QUOTE_HINT)


def _comment_in_text(scene: _Scene) -> Trouble | None:
    """Return the comment that took away what the parser misses: the rest of a text, or a closing bracket."""
    if "quoted scalar" in scene.words:
        return None
    in_brackets = "while parsing a flow" in scene.words
    starts = (scene.context if in_brackets else None, scene.last.span if scene.last else None, scene.place)
    first = min(start for start in starts if start)
    for number in range(first.line, min(scene.place.line, len(scene.lines)) + 1):
        start = first.column - 1 if number == first.line else 0
        hides = in_brackets and number == first.line
        slip = find_comment_in_text(scene.lines[number - 1], start, swallows_bracket=hides)
        if slip:
            return _at_slip(scene, number, slip)
    return None


def _foreign_sign(scene: _Scene) -> Trouble | None:
    expected = ("root is text", "mapping values are not allowed", "while parsing a flow", "cannot start any token")
    if scene.mark != ":" or not any(words in scene.words for words in expected):
        return None
    slip = find_foreign_sign(scene.line, scene.place.column)
    return _at_slip(scene, scene.place.line, slip) if slip else None


def _at_slip(scene: _Scene, number: int, slip: Slip) -> Trouble:
    span = Span(scene.place.path, number, slip.column, number, slip.column + 1)
    return Trouble(span, slip.message, slip.hint)


def _clamped(scene: _Scene) -> Span:
    """Return the place, moved back to the end of the text if it lies behind it."""
    place = scene.place
    if place.line <= len(scene.lines) and scene.line.strip():
        return place
    number = max((n for n, line in enumerate(scene.lines[: place.line], 1) if line.strip()), default=1)
    column = len(scene.lines[number - 1].rstrip()) + 1
    return Span(place.path, number, column, number, column + 1)


def _glued(scene: _Scene, span: Span) -> Trouble | None:
    """Return what is wrong with a line whose colon YAML does not see."""
    line = scene.line_at(span)
    for pattern, hint in _COLONS:
        if match := pattern.match(line):
            column = match.end()
            place = Span(span.path, span.line, column, span.line, column + 1)
            return Trouble(place, "this colon does not end a key", hint)
    return None


def _no_colon(scene: _Scene) -> Trouble:
    span = scene.context or scene.place
    hint = 'write "key: value", or put quotes around a text of several lines'
    return _glued(scene, span) or Trouble(span, 'this line is not "key: value"', hint)


def _second_colon(scene: _Scene) -> Trouble:
    start = scene.last.span if scene.last and not scene.last.quoted else None
    if start and start.line < scene.place.line:
        if found := _glued(scene, start):
            return found
        if not scene.line_at(start)[: start.column - 1].strip(" -"):
            return Trouble(start, 'this line is not "key: value"', "put a colon after the key")
    if re.search(r"\S:\s", scene.before) or (start and start.line == scene.place.line and start.column > 1):
        return Trouble(scene.place, 'a second ": " on one line', _QUOTE_HINT)
    return Trouble(scene.place, "this key is indented deeper than the one it follows", _INDENT_HINT)


def _root_text(scene: _Scene) -> Trouble:
    hint = 'write "key: value" lines, or a list of "- " items'
    if re.match(r"-\S", scene.line):
        hint = "put a space after the hyphen of a list item"
    return _glued(scene, scene.place) or Trouble(scene.place, "the file is one text, without any key", hint)


def _open_quote(scene: _Scene) -> Trouble:
    span = scene.context or scene.place
    hint = "close it with the same quote; an apostrophe inside single quotes is written twice"
    return Trouble(span, "this quote is never closed", hint)


def _flow(scene: _Scene) -> Trouble:
    opened = scene.context or scene.place
    if quote := _late_quote(scene) or _after_quote(scene):
        return quote
    on_later_line = scene.place.line > opened.line and (scene.mark == ":" or not scene.before.strip(" -"))
    if scene.at_end and opened == scene.place:
        opened = _last_bracket(scene) or _clamped(scene)
    if scene.at_end or on_later_line:
        return Trouble(opened, "this bracket is never closed", "close it on the line where its text ends")
    if "node content" in scene.words:
        return Trouble(scene.place, f'"{scene.mark}" where an entry is expected', "delete the second comma")
    message, hint = _inside_brackets(scene)
    return Trouble(scene.place, message, hint, (Related(opened, "the bracket opened here"),))


def _last_bracket(scene: _Scene) -> Span | None:
    """Return the last bracket that opens; the parser forgets it where nothing follows."""
    path = scene.place.path
    found = ((number, max(line.rfind("["), line.rfind("{")) + 1) for number, line in enumerate(scene.lines, 1))
    places = [Span(path, number, column, number, column + 1) for number, column in found if column]
    return places[-1] if places else None


def _inside_brackets(scene: _Scene) -> tuple[str, str]:
    if scene.mark in ("]", "}"):
        other = "[" if scene.mark == "}" else "{"
        return f'"{scene.mark}" closes what "{other}" opened', "close every bracket with its own kind"
    if scene.mark == ":":
        hint = "put a comma before the key, or double quotes around a text that holds a colon"
        return "a colon where a comma or the closing bracket is expected", hint
    hint = "put a comma between two entries, or double quotes around the text"
    return "a comma or the closing bracket is missing here", hint


def _late_quote(scene: _Scene) -> Trouble | None:
    """Return the quote that was meant to close on an earlier line, if the text read last is one."""
    last = scene.last
    if last is None or not last.quoted or scene.before.rstrip()[-1:] not in ("'", '"'):
        return None
    if last.span.end_line == last.span.line or last.span.end_line != scene.place.line:
        return None
    related = (Related(scene.place, "this quote closes it"),)
    return Trouble(last.span, f"this quote is closed only on line {last.span.end_line}", "close it", related)


def _after_quote(scene: _Scene) -> Trouble | None:
    if not scene.mark.strip() or scene.before.rstrip()[-1:] not in ("'", '"'):
        return None
    hint = 'put the whole text in one pair of quotes; inside double quotes write \\" for a quote'
    return Trouble(scene.place, "text follows a closing quote", hint)


def _no_key(scene: _Scene) -> Trouble:
    if late := _late_quote(scene):
        return late
    if scene.mark in ("]", "}"):
        return _stray_bracket(scene)
    if after := _after_quote(scene):
        return after
    if scene.before.rstrip()[-1:] in ("]", "}"):
        return Trouble(scene.place, "text follows a closing bracket", "delete it, or put the whole text in quotes")
    if scene.mark == ":":
        return Trouble(scene.place, "a colon without a key before it", 'write "key: value"')
    hint = 'start every list item with "- "' if scene.mark in ("{", "[") else _INDENT_HINT
    return Trouble(_clamped(scene), "a key is expected here", hint)


def _stray_bracket(scene: _Scene) -> Trouble:
    hint = "delete it, or put double quotes around the text"
    return Trouble(scene.place, f'"{scene.mark}" without an opening bracket', hint)


def _no_item(scene: _Scene) -> Trouble:
    if scene.mark in ("]", "}"):
        return _stray_bracket(scene)
    if scene.mark == "," and scene.before.rstrip()[-1:] in ("]", "}"):
        return Trouble(scene.place, "a comma follows a closing bracket", "delete it: each item has a line of its own")
    return Trouble(_clamped(scene), 'a list item is expected here, starting with "- "', _INDENT_HINT)


def _bad_start(scene: _Scene) -> Trouble:
    if scene.mark == "\t":
        return Trouble(scene.place, "a tab stands where a value begins", "use spaces")
    if is_bullet(scene.line):
        return Trouble(scene.place, '"*" begins no item of a list', DASH_HINT)
    return Trouble(scene.place, f'no unquoted text may begin with "{scene.mark}"', _QUOTE_HINT)


def _inline_list(scene: _Scene) -> Trouble:
    return Trouble(
        scene.place, "a list starts on the line of its key", "put each item on a line of its own, or use [a, b]"
    )


def _escape(scene: _Scene) -> Trouble:
    hint = "write \\\\ for a backslash, or use single quotes"
    return Trouble(scene.place, "this backslash starts no known escape", hint)


def _anchor(scene: _Scene) -> Trouble:
    if is_bullet(scene.line_at(scene.context or scene.place)):
        return Trouble(scene.context or scene.place, '"*" begins no item of a list', DASH_HINT)
    return Trouble(scene.context or scene.place, f'no unquoted text may begin with "{_first(scene)}"', _QUOTE_HINT)


def _first(scene: _Scene) -> str:
    span = scene.context or scene.place
    return scene.line_at(span)[span.column - 1 : span.column]


def _directive(scene: _Scene) -> Trouble:
    span = scene.context or scene.place
    return Trouble(span, "a YAML directive stands here", "delete the line", code="yaml-directive")


def _no_start(scene: _Scene) -> Trouble:
    return Trouble(_clamped(scene), "this line stands outside of the data above it", _INDENT_HINT)


def _no_content(scene: _Scene) -> Trouble:
    message = f'"{scene.mark}" where a value is expected' if scene.mark else "a value is expected here"
    return Trouble(_clamped(scene), message, "write the value, or put double quotes around the text")


def _block_header(scene: _Scene) -> Trouble:
    return Trouble(scene.place, "text follows | or > on the same line", "start the text on the next line")


_CASES = (
    ("root is text", _root_text),
    ("directive", _directive),
    ("could not find expected ':'", _no_colon),
    ("mapping values are not allowed", _second_colon),
    ("escape", _escape),
    ("quoted scalar", _open_quote),
    ("while parsing a flow", _flow),
    ("did not find expected key", _no_key),
    ("expected '-' indicator", _no_item),
    ("cannot start any token", _bad_start),
    ("block sequence entries are not allowed", _inline_list),
    ("anchor", _anchor),
    ("alias", _anchor),
    ("a tag", _anchor),
    ("tag handle", _anchor),
    ("<document start>", _no_start),
    ("node content", _no_content),
    ("block scalar", _block_header),
    ("while parsing a block mapping", _no_key),
    ("while parsing a block collection", _no_item),
)
