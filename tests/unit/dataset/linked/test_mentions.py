from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dataset.linked.mentions import find_mentions, named_subjects, tokenize
from briefing.dataset.linked.name_index import gather_names
from tests.unit.views.sample import subjects

NAMES = gather_names(subjects().values())
PIECES = st.sampled_from(
    ["Acme", "アクメ株式会社", "日本", "日本電気", "Japan", " ", "ｱｸﾒ", "が", "\u3099", "[[bolt]]", "s", "Ａcme", "é"]
)


def test_named_subjects_counts_names_and_links_by_hand() -> None:
    assert named_subjects(NAMES, "Acme Corp and [[bolt|them]]") == {"acme", "bolt"}
    assert named_subjects(NAMES, "AC stays plain") == frozenset()


def test_short_former_and_japanese_names_are_names_too() -> None:
    matches = find_mentions(NAMES, "Old Acme in 日本 by Acme Corporation")
    assert [match.subject for match in matches] == ["acme", "japan", "acme"]


def test_a_name_that_begins_a_sum_is_none() -> None:
    assert [match.subject for match in find_mentions(NAMES, "Acme$2bn from Acme (Acme €)")] == ["acme", "acme"]


@given(st.lists(PIECES, max_size=12))
def test_tokens_add_up_to_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    tokens = tokenize(NAMES, text)
    assert "".join(token.text for token in tokens) == text.replace("[[bolt]]", "Bolt")


# Lone surrogates are errors of reading, and never reach a text.
@given(st.lists(PIECES | st.characters(codec="utf-8")).map("".join))
def test_any_text_can_be_searched(text: str) -> None:
    matches = find_mentions(NAMES, text)
    assert not [first for first, second in pairwise(matches) if first.end > second.start]
    assert not [match for match in matches if not 0 <= match.start < match.end <= len(text)]


@pytest.mark.parametrize("text", ["", " ", "\u3099", "ﾞ"])
def test_texts_without_names(text: str) -> None:
    assert find_mentions(NAMES, text) == ()
