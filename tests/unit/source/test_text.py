"""Bytes that are no clean UTF-8: each with its code, line and column."""

import pytest

from briefing.source.limits import SIZE_MAX
from briefing.source.parse import parse_document
from briefing.source.text import position_at


def findings_of(data: bytes) -> list[tuple[str, int, int]]:
    _, findings = parse_document("companies/acme.yml", data)
    return [(finding.code, finding.span.line, finding.span.column) for finding in findings]


def test_every_finding_names_the_file() -> None:
    _, findings = parse_document("companies/acme.yml", b"\xff")
    assert {finding.span.path for finding in findings} == {"companies/acme.yml"}


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        pytest.param("a: 日本\n".encode("utf-16"), 1, 1, id="utf-16 with mark"),
        pytest.param("a: b\n".encode("utf-16-be"), 1, 1, id="utf-16-be without mark"),
        pytest.param("a: b\n".encode("utf-16-le"), 1, 2, id="utf-16-le without mark"),
        pytest.param("a: b\n".encode("utf-32"), 1, 1, id="utf-32 with mark"),
        pytest.param(b"\x00\x00\xfe\xff\x00\x00\x00a", 1, 1, id="utf-32-be with mark"),
        pytest.param("a: b\nname: 日本の\n".encode("cp932"), 2, 7, id="shift_jis"),
        pytest.param("a: b\nname: 日本の\n".encode("euc_jp"), 2, 7, id="euc-jp"),
        pytest.param("a: b\nname: 日本の\n".encode("iso2022_jp"), 2, 7, id="iso-2022-jp"),
        pytest.param("日本".encode("iso2022_jp"), 1, 1, id="iso-2022-jp from the first byte on"),
        pytest.param("x: 株式\nab: 株".encode() + b"\xff\n", 2, 6, id="stray byte after full-width text"),
        pytest.param(b"a: \xed\xa0\x80\n", 1, 4, id="encoded surrogate"),
        pytest.param(b"a: \xc0\xaf\n", 1, 4, id="overlong form"),
        pytest.param("a: b\r\nc: é\r\n".encode("latin-1"), 2, 4, id="latin-1 with CRLF"),
        pytest.param(b"\xef\xbb\xbfa: \xff\n", 1, 4, id="stray byte after a mark"),
        pytest.param(b"a: \xe6\x97", 1, 4, id="cut off within a character"),
    ],
)
def test_other_encodings_are_refused_at_their_first_bad_byte(data: bytes, line: int, column: int) -> None:
    assert findings_of(data) == [("encoding", line, column)]


@pytest.mark.parametrize(
    ("codec", "name"),
    [("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP"), ("iso2022_jp", "ISO-2022-JP"), ("utf-16", "UTF-16")],
)
def test_the_message_names_the_likely_encoding(codec: str, name: str) -> None:
    _, findings = parse_document("a.yml", "name: 日本のかな\n".encode(codec))
    assert name in findings[0].message


def test_a_byte_order_mark_is_a_warning_and_moves_no_column() -> None:
    root, findings = parse_document("a.yml", b"\xef\xbb\xbfa: 1\na: 2\n")
    assert root is not None
    assert [(finding.code, finding.severity) for finding in findings] == [
        ("encoding-bom", "warning"),
        ("key-duplicate", "error"),
    ]
    assert root.span.column == 1


@pytest.mark.parametrize(
    "character",
    [
        *("\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x80", "\x85", "\x9f"),
        *("\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2028", "\u2029", "\u202a", "\u202e", "\u2060"),
        *("\u2066", "\u2069", "\u00ad", "\u061c", "\ufeff", "\ufffd", "\ufffe", "\uffff", "\ufdd0", "\u3164"),
        *("\U0001fffe", "\U0010ffff", "\U000e0041"),
    ],
)
def test_characters_that_cannot_be_seen_are_refused_where_they_stand(character: str) -> None:
    data = f"name: x\nja: 日本{character}語 and some more text\n".encode()
    root, findings = parse_document("a.yml", data)
    assert [(finding.code, finding.span.line, finding.span.column) for finding in findings] == [
        ("character-forbidden", 2, 7)
    ]
    assert root is not None
    assert root.get("ja").text == "日本語 and some more text"


@pytest.mark.parametrize(
    "text",
    ["株式会社　日本", "ｱｲｳＡＢＣ：、。「」", "葛\U000e0100飾区", "😀", "é ß ñ", "\u00a0x", "ヴ", "兆９０００億"],
)
def test_ordinary_text_of_any_script_passes(text: str) -> None:
    root, findings = parse_document("a.yml", f'ja: "{text}"\n'.encode())
    assert findings == ()
    assert root.get("ja").text == text


def test_the_message_tells_what_cannot_be_seen() -> None:
    messages = [parse_document("a.yml", f"a: x{bad}y\n".encode())[1][0].message for bad in "\u202e\u200b"]
    assert messages == [
        "the direction mark U+202E (right-to-left override) is not allowed",
        "the character U+200B (zero width space) is not allowed",
    ]


@pytest.mark.parametrize("escape", ["\\0", "\\a", "\\x1b", "\\N", "\\L", "\\u202e", "\\u200b", "\\uFFFE"])
def test_escapes_smuggle_nothing_in(escape: str) -> None:
    root, findings = parse_document("a.yml", f'b: 1\na: "x{escape}y"\n'.encode())
    assert [(finding.code, finding.span.line, finding.span.column) for finding in findings] == [
        ("character-forbidden", 2, 4)
    ]
    assert root.get("a").text == "xy"


def test_decomposed_letters_are_a_warning_and_read_composed() -> None:
    root, findings = parse_document("a.yml", 'a: x\nja: 日か\u3099く\nb: "e\\u0301"\n'.encode())
    assert [(f.code, f.severity, f.span.line, f.span.column) for f in findings] == [("text-not-nfc", "warning", 2, 6)]
    assert (root.get("ja").text, root.get("b").text) == ("日がく", "é")


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("a:\n\tb: c\n", 2, 1), ("a:\r\n  \tb: c\r\n", 2, 3), ("a:\r\tb: c\r", 2, 1), ("\ta: b\n", 1, 1)],
)
def test_a_tab_in_the_indentation_is_the_only_finding(text: str, line: int, column: int) -> None:
    assert findings_of(text.encode()) == [("indent-tab", line, column)]


def test_a_tab_elsewhere_is_text() -> None:
    assert findings_of(b"a:\tb\tc\n") == []


def test_the_size_limit_is_exact() -> None:
    body = b"a: 1\n#"
    assert findings_of(body + b"x" * (SIZE_MAX - len(body))) == []
    assert findings_of(body + b"x" * (SIZE_MAX - len(body) + 1)) == [("limit-size", 1, 1)]


def test_positions_count_every_kind_of_line_break_once() -> None:
    text = "a\r\nb\rc\nd"
    assert [position_at(text, text.index(letter)) for letter in "abcd"] == [(1, 1), (2, 1), (3, 1), (4, 1)]
    assert position_at("", 0) == (1, 1)
