import pytest

from briefing.drafting.text.spelling import bound_around, read_whole_number, spell


@pytest.mark.parametrize(
    ("number", "magnitude", "literal"),
    [
        ("3.9", "trillion", "3.9tn"),
        ("20,000", None, "20000"),
        ("5", "bn.", "5bn"),
        ("two", "Million", "2m"),
        ("a", "billion", "1bn"),
        ("３．９", None, "3.9"),
        ("some", "billion", None),
    ],
)
def test_a_number_becomes_a_literal(number: str, magnitude: str | None, literal: str | None) -> None:
    assert spell(number, magnitude) == literal


@pytest.mark.parametrize(
    ("text", "figure", "bound", "wording"),
    [
        ("it costs no more than 3 billion", "3", "up to ", "no more than 3"),
        ("it costs more than 3 billion", "3", "over ", "more than 3"),
        ("it costs just under 3 billion", "3", "under ", "under 3"),
        ("予算は約3兆円", "3", "about ", "約3"),
        ("予算は3兆円", "3", "", "3"),
        ("3兆以上", "3兆", "at least ", "3兆"),
        ("it costs 3 billion", "3", "", "3"),
        ("Jim Over 3", "3", "over ", "Over 3"),
    ],
)
def test_a_bound_stands_before_or_in_japanese_behind(text: str, figure: str, bound: str, wording: str) -> None:
    start = text.index(figure)
    found_bound, whole_start = bound_around(text, start, start + len(figure))
    assert (found_bound, text[whole_start : start + len(figure)]) == (bound, wording)


@pytest.mark.parametrize(("text", "number"), [("Twelve", 12), ("7", 7), ("0", 0)])
def test_whole_numbers_are_words_or_digits(text: str, number: int) -> None:
    assert read_whole_number(text) == number
