"""Code frames: the caret stands under what it means, and nothing steers the terminal (E4, E8)."""

import pytest

from briefing.diagnostics.diagnostic import Span
from briefing.diagnostics.frame import code_frame, split_source, visible, width_of


def caret(line: str, column: int, end_column: int) -> tuple[str, int, int]:
    """Return the shown line, and the terminal columns that the carets cover."""
    shown, marks = code_frame([line], Span("a.yml", 1, column, 1, end_column)).split("\n")
    start = marks.index("^")
    return shown.removeprefix("    1 | "), start - len("    1 | "), marks.count("^")


@pytest.mark.parametrize(
    ("line", "column", "end_column", "at", "width"),
    [
        ("  project: norhtwind-1", 12, 23, 11, 11),
        ("ja: 株式会社, x: y", 11, 12, 14, 1),
        ("ja: 株式会社", 5, 9, 4, 8),
        ("ja: ｱｲ, x", 9, 10, 8, 1),
        ("e\u0301e\u0301: x", 7, 8, 4, 1),
        ("か\u3099: x", 5, 6, 4, 1),
        ("😀: x", 4, 5, 4, 1),
        ("a:\tx", 4, 5, 4, 1),
        ("\tx", 2, 3, 4, 1),
        ("a\u200bb", 3, 4, 9, 1),
        ("abc", 4, 5, 3, 1),
        ("abc", 90, 91, 3, 1),
        ("", 1, 2, 0, 1),
        ("abc", 2, 2, 1, 1),
    ],
)
def test_the_caret_stands_in_terminal_columns(line: str, column: int, end_column: int, at: int, width: int) -> None:
    _, start, count = caret(line, column, end_column)
    assert (start, count) == (at, width)


def test_a_span_of_several_lines_is_marked_to_the_end_of_its_first() -> None:
    frame = code_frame(["a: [x,", "  y]"], Span("a.yml", 1, 4, 2, 5))
    assert frame == "    1 | a: [x,\n      |    ^^^"


def test_line_numbers_are_aligned_and_may_be_long() -> None:
    lines = ["x"] * 123_456
    assert code_frame(lines, Span("a.yml", 14, 1, 14, 2)) == "   14 | x\n      | ^"
    assert code_frame(lines, Span("a.yml", 123_456, 1, 123_456, 2)) == "123456 | x\n       | ^"


def test_a_line_that_does_not_exist_has_no_frame() -> None:
    assert code_frame(["a"], Span("a.yml", 3, 1)) == ""
    assert code_frame([], Span("a.yml", 1, 1)) == ""


@pytest.mark.parametrize("filler", ["x", "字"])
@pytest.mark.parametrize("before", [0, 20, 49, 51, 95, 300])
@pytest.mark.parametrize("after", [0, 10, 300])
def test_a_long_line_is_cut_around_its_mark(filler: str, before: int, after: int) -> None:
    line = filler * before + "HERE" + filler * after
    shown, start, count = caret(line, before + 1, before + 5)
    assert width_of(shown) <= 101
    assert count == 4
    position, column = 0, 0
    while column < start:
        column += width_of(shown[position])
        position += 1
    assert shown[position : position + 4] == "HERE"
    assert shown.startswith("…") == (filler * before != shown[: shown.index("HERE")])
    assert shown.endswith("…") == (not line.endswith(shown[shown.index("HERE") :]))


def test_a_mark_longer_than_the_window_is_cut() -> None:
    _, start, count = caret("a: " + "x" * 500, 4, 504)
    assert (start, count) == (3, 97)


@pytest.mark.parametrize(
    "character", ["\x00", "\x1b", "\x7f", "\x85", "\x9b", "\u202e", "\u2028", "\u200b", "\ufeff", "\n"]
)
def test_what_could_steer_a_terminal_is_written_out(character: str) -> None:
    assert visible(f"a{character}b") == f"a<U+{ord(character):04X}>b"


def test_ordinary_japanese_is_shown_as_it_is() -> None:
    assert visible("株式会社　ラピダス：ｱｲｳ 😀 が") == "株式会社　ラピダス：ｱｲｳ 😀 が"


def test_lines_are_split_as_columns_count_them() -> None:
    assert split_source(b"\xef\xbb\xbfa\r\nb\rc\nd\xc2\x85e") == ["a", "b", "c", "d\x85e"]
    assert split_source(b"a: \xff") == ["a: \\xff"]
