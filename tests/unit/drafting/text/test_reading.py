import pytest

from briefing.drafting.text.reading import Sentence, guess_language, read_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Acme grows. Bolt shrinks.", ["Acme grows.", "Bolt shrinks."]),
        ("Mr. Roe of Acme Co. left.", ["Mr. Roe of Acme Co. left."]),
        ("“We are glad.” He left.", ["“We are glad.”", "He left."]),
        ("アクメは大きい。ボルトは小さい。", ["アクメは大きい。", "ボルトは小さい。"]),
        ("「はい。」と述べた。", ["「はい。」と述べた。"]),
        ("no stop at all", ["no stop at all"]),
    ],
)
def test_a_paragraph_is_split_into_sentences(text: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in read_sentences(text)] == sentences


def test_paragraphs_count_from_one_and_empty_lines_do_not() -> None:
    assert read_sentences("\nOne.\n\n\nTwo. Three.\n") == (
        Sentence(1, "One."), Sentence(2, "Two."), Sentence(2, "Three."),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language"),
    [("Acme grows.", "en"), ("Acmeは成長している。", "ja"), ("12,345", "en"), ("東京 Tokyo", "en")],
)
def test_kana_tell_japanese(text: str, language: str) -> None:
    assert guess_language(text) == language
