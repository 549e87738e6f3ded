"""Pairs gathered by key."""

from briefing.views.base.grouping import group_pairs


def test_keys_and_values_keep_their_order() -> None:
    groups = group_pairs([("b", 2), ("a", 1), ("b", 1)])
    assert list(groups.items()) == [("b", (2, 1)), ("a", (1,))]
    assert group_pairs([]) == {}
