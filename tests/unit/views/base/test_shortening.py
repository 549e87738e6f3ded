"""Texts cut to a length."""

import pytest

from briefing.views.base.shortening import find_break, shorten


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("one two  three", 100, "one two three"),
        ("one two, three four", 10, "one two …"),
        ("one two three four", 12, "one two …"),
        # Japanese has no spaces: what stands before the first one is not all that is left.
        ("Rapidus は二ナノの半導体を北海道で作る", 16, "Rapidus は二ナノの半導…"),
        ("半導体を作る。北海道で作る", 8, "半導体を作る…"),
        ("Hokkaido で Rapidus が作る", 12, "Hokkaido で …"),
        ("abcdefghijklmnop", 8, "abcdefg…"),
    ],
)
def test_a_long_text_ends_at_a_word_or_behind_a_letter_of_japanese(text: str, length: int, short: str) -> None:
    assert shorten(text, length) == short
    assert len(shorten(text, length)) <= max(length + 1, len(" ".join(text.split())) if length >= 100 else 0)


def test_a_space_near_the_beginning_is_no_place_to_cut() -> None:
    assert find_break("a bcdefghij", 8) == 8
    assert find_break("abcdef ghij", 8) == 6
    assert find_break("abcdefgh ij", 8) == 8
