"""Sorted items two by two: each with those that follow it while they meet it, and with no more than a limit."""

from briefing.dataset.rule_base.crowds import pairs_while


def _lie_near(low: int, high: int) -> bool:
    return high - low <= 2


def test_an_item_stands_with_those_that_follow_until_the_first_that_does_not_meet_it() -> None:
    assert list(pairs_while([1, 2, 3, 9, 10], 5, _lie_near)) == [(1, 2), (1, 3), (2, 3), (9, 10)]


def test_what_follows_the_first_that_does_not_meet_is_not_looked_at() -> None:
    assert list(pairs_while([1, 9, 2], 5, _lie_near)) == [(9, 2)]


def test_an_item_stands_with_as_many_as_the_limit_allows() -> None:
    assert list(pairs_while([1, 1, 1, 1], 2, _lie_near)) == [(1, 1)] * 5
