"""Circles of a graph, whatever leads into them."""

from briefing.dataset.linked.cycles import find_circles


def test_what_leads_back_is_a_circle_and_what_leads_into_one_is_not() -> None:
    graph = {"a": ["b"], "b": ["c", "d"], "c": ["b"], "d": ["e"], "e": ["d", "e"], "f": ["f"], "g": []}
    assert set(find_circles(graph)) == {frozenset("bc"), frozenset("de"), frozenset("f")}


def test_a_graph_without_circles_has_none() -> None:
    assert find_circles({"a": ["b", "c"], "b": ["c"], "c": ["d"]}) == ()


def test_two_circles_that_share_a_thing_are_one() -> None:
    assert find_circles({1: [2], 2: [1, 3], 3: [2]}) == (frozenset({1, 2, 3}),)
