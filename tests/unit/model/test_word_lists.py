import pytest

from briefing.model.word_lists import join_words


@pytest.mark.parametrize(
    ("words", "joint", "expected"),
    [
        ([], " and ", ""),
        (["iron"], " and ", "iron"),
        (["iron", "zinc"], " and ", "iron and zinc"),
        (["iron", "zinc", "tin"], " and ", "iron, zinc and tin"),
        (["iron", "zinc", "tin"], ", or ", "iron, zinc, or tin"),
        (["鉄", "亜鉛"], "と", "鉄と亜鉛"),
    ],
)
def test_the_last_word_follows_the_joint(words: list[str], joint: str, expected: str) -> None:
    assert join_words(words, joint) == expected
