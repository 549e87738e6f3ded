"""Items of several keys, and items without those that are left out."""

from briefing.dataset.linked.selections import items_of, without_or_all


def test_items_come_key_by_key_and_a_key_that_is_not_there_is_passed_over() -> None:
    index = {"a": (1, 2), "b": (3,)}
    assert list(items_of(["b", "none", "a"], index)) == [3, 1, 2]


def test_what_is_left_out_is_left_out_while_anything_is_left() -> None:
    assert without_or_all(["one", "TWO", "three"], str.isupper) == ["one", "three"]


def test_where_all_would_be_left_out_all_stay() -> None:
    assert without_or_all(["ONE", "TWO"], str.isupper) == ["ONE", "TWO"]
    assert without_or_all([], str.isupper) == []
