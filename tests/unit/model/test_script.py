"""Which letters count as Japanese."""

import pytest

from briefing.model.script import is_japanese
from briefing.views.base.tokens import mark_japanese


@pytest.mark.parametrize(
    "text", ["経済産業省", "ラピダス", "ひらがな", "ｶﾅ", "々", "〆切", "〇", "㐂", "\ufa11", "TSMC熊本"]
)
def test_kana_and_kanji_are_japanese(text: str) -> None:
    assert is_japanese(text)
    assert [piece.lang for piece in mark_japanese(text)][-1] == "ja"


@pytest.mark.parametrize("text", ["", "Rapidus", "é", "한국", "Ω", "「", "２", "Ａ"])
def test_other_letters_are_not(text: str) -> None:
    assert not is_japanese(text)
