import re

import pytest

from briefing.drafting.text.stretches import Phrase, is_taken, starting_within

MATCH = re.compile("").search("")
assert MATCH is not None
PHRASES = (Phrase(MATCH, 0, 4), Phrase(MATCH, 6, 9))


@pytest.mark.parametrize(
    ("start", "end", "taken"),
    [(0, 4, True), (3, 5, True), (4, 6, False), (5, 7, True), (9, 12, False), (2, 8, True), (7, 8, True)],
)
def test_stretches_that_only_touch_share_no_letter(start: int, end: int, taken: bool) -> None:
    assert is_taken(start, end, PHRASES) is taken


def test_a_stretch_belongs_where_it_begins() -> None:
    assert starting_within(PHRASES, 0, 6) == PHRASES[:1]
    assert starting_within(PHRASES, 1, 7) == PHRASES[1:]
    assert starting_within(PHRASES, 7, 20) == ()
