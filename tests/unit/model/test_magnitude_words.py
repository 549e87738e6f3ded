"""Words for magnitudes: what each is multiplied by, and which are left to whoever knows the language."""

import pytest

from briefing.model.magnitude_words import long_scale_hint, magnitude_hint, plain_magnitudes


@pytest.mark.parametrize(
    ("words", "literal"),
    [
        ("lakh crore lakh crores", "3tn"),
        ("crore crores", "30m"),
        ("lakh lakhs lac lacs", "300k"),
        ("dozen dozens dutzend douzaine douzaines docena docenas", "36"),
        ("hundred hundreds hundert", "300"),
    ],
)
def test_a_number_is_multiplied_by_its_word(words: str, literal: str) -> None:
    singles = words.split() if "lakh crore" not in words else ["lakh crore", "lakh crores"]
    assert [plain_magnitudes(f"3 {word}") for word in singles] == [literal] * len(singles)


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("2 to 3 dozen", "24 to 36"),
        ("a hundred", "100"),
        ("1.5 crore", "15m"),
        # Two numbers and one word: which of them it multiplies is not known.
        ("5 plants and 3 dozen", "5 plants and 3 dozen"),
        ("3.5 Milliarden", "3.5bn"),
        ("3 Billion", "3 Billion"),
        ("3 Trillionen", "3 Trillionen"),
        ("3 percentage points", "3 percentage points"),
        ("3 per cent", "3 %"),
    ],
)
def test_only_what_is_certain_becomes_a_mag(text: str, literal: str) -> None:
    assert plain_magnitudes(text) == literal


@pytest.mark.parametrize(
    ("text", "language", "warned"),
    [("3 billion", "de-AT", True), ("3 billion", "en", False), ("3 million", "de", False), ("a trillion", "fr", False)],
)
def test_a_billion_is_doubted_only_in_languages_of_the_long_scale(text: str, language: str, warned: bool) -> None:
    assert bool(long_scale_hint(text, language)) is warned


def test_an_english_billion_and_a_german_one_have_hints_of_their_own() -> None:
    assert magnitude_hint("Billion") == '"Billion" is 10^12 in German: write `tn` there, `bn` where it is English'
    assert magnitude_hint("bilhão") == '"bilhão" is 10^9 in Brazilian Portuguese: write `bn` there'
    assert magnitude_hint("billion") == "write `bn` right after the number, like `3bn people`"
    assert magnitude_hint("wafers") == ""
