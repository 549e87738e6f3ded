"""Syntax errors: the place an editor would point at, and a hint that says what to do."""

import pytest

from briefing.diagnostics.diagnostic import Diagnostic, Span
from briefing.source.parse import parse_document
from briefing.source.syntax import explain_syntax


def only(text: str) -> Diagnostic:
    root, findings = parse_document("a.yml", text.encode())
    assert root is None
    assert [finding.code for finding in findings] == ["yaml-syntax"]
    return findings[0]


CASES = [
    # text, line, column, in the message, in the hint
    ("text: he said: go\n", 1, 14, 'a second ": "', "double quotes"),
    ('a: "b": c\n', 1, 7, 'a second ": "', "double quotes"),
    ("a: b\n  c: d\n", 2, 4, "indented deeper", "line it up"),
    ("- {a: the #1 b}\n- {c: d}\n", 1, 11, '"#" begins a comment', "double quotes"),
    ("- {a: 'it #1', b: the #1 c}\n", 1, 23, '"#" begins a comment', "double quotes"),
    ("- {a: b # c}\n", 1, 9, '"#" begins a comment', "double quotes"),
    ("a: the #1\n  b\nc: d\n", 1, 8, '"#" begins a comment', "double quotes"),
    ("- {a: b， c: d}\n", 1, 8, "needs a comma", '", "'),
    ("- {a: b、c: d}\n", 1, 8, "needs a comma", '", "'),
    ("- {a: b; c: d}\n", 1, 8, "needs a comma", '", "'),
    ("- ｛a: b, c: d｝\n", 1, 3, "opens nothing", '"{"'),
    ("l:\n  – {a: b, c: d}\n", 2, 3, "no item of a list", '"- "'),
    ("l:\n  * {a: b, c: d}\n", 2, 3, "no item of a list", '"- "'),
    ("l:\n  -{a: b, c: d}\n", 2, 3, "no plain space", '"- "'),
    ("l:\n  - {a: b},\n  - {a: c}\n", 2, 11, "a comma follows", "delete it"),
    ("claims\n  - {id: c1}\n", 1, 1, 'not "key: value"', "colon after the key"),
    ("a:b\nc: d\n", 1, 2, "colon", "space after it"),
    ("a: x\nb:c\nd: e\n", 2, 2, "colon", "space after it"),
    ("a：b\nc: d\n", 1, 2, "colon", "full-width"),
    ("a: x\nurl：b\n", 2, 4, "colon", "full-width"),
    ("a: x\nb:\u3000c\nd: e\n", 2, 2, "colon", "plain space"),
    ("a: x\nb:\u00a0c\nd: e\n", 2, 2, "colon", "plain space"),
    ("a: b\nc\nd: e\n", 2, 1, 'not "key: value"', "key: value"),
    ("just text\n", 1, 1, "one text", "key: value"),
    ("-a\n-b\n", 1, 1, "one text", "space after the hyphen"),
    ('a: "b\nc: d\n', 1, 4, "quote is never closed", "close it"),
    ("a: 'b\nc: d\n", 1, 4, "quote is never closed", "close it"),
    ('a: "x\nb: "y"\n', 1, 4, "closed only on line 2", "close it"),
    ("a: 'it's'\n", 1, 8, "follows a closing quote", "one pair of quotes"),
    ('a: "b" c\n', 1, 8, "follows a closing quote", "one pair of quotes"),
    ("- {a: 'x'y'}\n", 1, 10, "follows a closing quote", "one pair of quotes"),
    ("a: [b, c\nd: e\n", 1, 4, "bracket is never closed", "close it"),
    ("a: {b: c\nd: e\n", 1, 4, "bracket is never closed", "close it"),
    ("a: {b: c", 1, 4, "bracket is never closed", "close it"),
    ("l:\n  - {a: b\n  - {a: c}\n", 2, 5, "bracket is never closed", "close it"),
    ("a: {b: [c}\n", 1, 10, '"}" closes what "[" opened', "own kind"),
    ("a: [b, c]]\n", 1, 10, '"]" without an opening', "delete it"),
    ("a: [draft] b\n", 1, 12, "follows a closing bracket", "quotes"),
    ("- {id: c1 a: b}\n", 1, 12, "a colon where a comma", "comma before the key"),
    ("- {a: b: c}\n", 1, 8, "a colon where a comma", "holds a colon"),
    ("- {a: [b] c: d}\n", 1, 11, "comma", "comma between"),
    ("a: {b: 1,, c: 2}\n", 1, 10, '"," where an entry', "second comma"),
    ("a: @b\n", 1, 4, 'begin with "@"', "double quotes"),
    ("a: `b`\n", 1, 4, 'begin with "`"', "double quotes"),
    ("a: %b\n", 1, 4, 'begin with "%"', "double quotes"),
    ("a: & b\n", 1, 4, 'begin with "&"', "double quotes"),
    ("a: * b\n", 1, 4, 'begin with "*"', "double quotes"),
    ("a: !<x y\n", 1, 4, 'begin with "!"', "double quotes"),
    ("a: ]\n", 1, 4, '"]" where a value', "write the value"),
    ("a: - b\n", 1, 4, "line of its key", "line of its own"),
    ("a: | b\n", 1, 6, "same line", "next line"),
    ('a: "C:\\dir"\n', 1, 7, "backslash", "\\\\"),
    ('a: "\\ud800"\n', 1, 7, "backslash", "\\\\"),
    ("- a\nb: c\n", 2, 1, "list item is expected", "line it up"),
    ("x:\n  y: 1\n z: 2\n", 3, 2, "key is expected", "line it up"),
    ("c:\n  {id: 1}\n  {id: 2}\n", 3, 3, "key is expected", '"- "'),
    (" a: b\nc: d\n", 2, 1, "outside", "line it up"),
    (": x\n", 1, 1, "without a key", "key: value"),
    ("名前: 株式会社: 東京\n", 1, 9, 'a second ": "', "double quotes"),
    ("😀: [x\r\n日本: y\r\n", 1, 4, "bracket is never closed", "close it"),
]


@pytest.mark.parametrize(("text", "line", "column", "message", "hint"), CASES, ids=[repr(case[0]) for case in CASES])
def test_a_slip_is_named_where_it_was_made(text: str, line: int, column: int, message: str, hint: str) -> None:
    finding = only(text)
    assert (finding.span.line, finding.span.column) == (line, column)
    assert message in finding.message
    assert hint in finding.hint


def test_a_syntax_error_marks_one_character_or_the_text_it_is_about() -> None:
    assert only("a: @b\n").span == Span("a.yml", 1, 4, 1, 5)
    assert only("a:b\nc: d\n").span == Span("a.yml", 1, 2, 1, 3)
    assert only('a: "x\nb: "y"\n').span == Span("a.yml", 1, 4, 2, 5)


def test_a_complaint_nobody_foresaw_is_shown_at_the_end_of_the_text() -> None:
    trouble = explain_syntax("strange things", None, Span("a.yml", 4, 1), "a: b\n\n\n", None)
    assert trouble.message == "not readable as YAML: strange things"
    assert trouble.span == Span("a.yml", 1, 5, 1, 6)
    assert explain_syntax("strange", None, Span("a.yml", 1, 3), "a: b\n", None).span.column == 3


def test_a_byte_order_mark_moves_no_syntax_error() -> None:
    _, findings = parse_document("a.yml", "\ufeffa: b: c\n".encode())
    assert [(f.code, f.span.column) for f in findings] == [("encoding-bom", 1), ("yaml-syntax", 5)]


def test_the_opening_bracket_is_named_beside_the_missing_comma() -> None:
    finding = only("- {a: [b] c: d}\n")
    assert [(place.span.line, place.span.column) for place in finding.related] == [(1, 3)]


def test_an_invisible_character_is_not_reported_again_as_syntax() -> None:
    _, findings = parse_document("a.yml", "a: b\u2028c: d: e\n".encode())
    assert [finding.code for finding in findings] == ["character-forbidden"]


def test_no_message_speaks_of_parsers() -> None:
    for text, *_ in CASES:
        assert "while" not in only(text).message
