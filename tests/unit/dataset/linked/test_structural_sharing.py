"""What has not changed stays the object that it was, and what has changed is seen by identity."""

import pytest

from briefing.dataset.linked.structural_sharing import changed_keys, patched, share, share_values


def test_what_says_the_same_is_the_object_of_before() -> None:
    before, same, other = ["a"], ["a"], ["b"]
    assert share(before, same) is before
    assert share(before, other) is other


def test_a_mapping_has_the_order_of_now_and_the_equal_values_of_before() -> None:
    kept, changed = ["kept"], ["changed"]
    shared = share_values({"a": kept, "b": ["was"]}, {"b": changed, "c": ["new"], "a": ["kept"]})
    assert list(shared) == ["b", "c", "a"]
    assert shared["a"] is kept
    assert shared["b"] is changed


A, B, C = ["a"], ["b"], ["c"]


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ({"a": A, "b": B}, {"a": A, "b": B}, set()),
        ({"a": A, "b": B}, {"b": B, "a": A}, set()),
        ({"a": A, "b": B}, {"a": A, "b": ["b"]}, {"b"}),
        ({"a": A, "b": B}, {"a": A}, {"b"}),
        ({"a": A}, {"a": A, "c": C}, {"c"}),
        ({"a": A}, {"c": A}, {"a", "c"}),
        ({}, {"a": A}, {"a"}),
    ],
)
def test_new_other_and_gone_objects_have_changed(
    before: dict[str, list[str]], after: dict[str, list[str]], changed: set[str]
) -> None:
    assert changed_keys(before, after) == changed


def test_values_that_come_to_nothing_are_left_out() -> None:
    made = {"a": 3, "b": None}
    assert patched({"a": 1, "b": 2, "c": 4}, ["a", "b"], made.get) == {"a": 3, "c": 4}
