import re

import pytest

from briefing.drafting.text.wording import matched_group, slug, stems


def test_words_for_one_thing_have_one_stem() -> None:
    assert stems("the second factory") == stems("a second plant")
    assert stems("Japanese subsidies") == stems("Japan's subsidy")
    assert stems("US-Japan talks") == stems("US Japan talks")
    assert stems("the of and") == frozenset()


@pytest.mark.parametrize(
    ("text", "name"),
    [("Vice President", "vice-president"), ("Japan’s plan", "japans-plan"), ("計画", ""), ("a" * 50, "a" * 40)],
)
def test_words_become_an_id(text: str, name: str) -> None:
    assert slug(text) == name


def test_the_alternative_that_matched_is_returned() -> None:
    pattern = re.compile(r"“(.+)”|「(.+)」")
    matches = [pattern.search("“yes”"), pattern.search("「はい」")]
    assert [matched_group(match) for match in matches if match] == ["yes", "はい"]
