"""Circles of ids that each lead to one other: each is found once, wherever a walk enters it."""

import pytest

from briefing.decode.references.circles import find_circles


@pytest.mark.parametrize(
    ("steps", "circles"),
    [
        ({}, []),
        ({"a": "b", "b": "c"}, []),
        ({"a": "a"}, [["a"]]),
        ({"a": "b", "b": "c", "c": "b"}, [["b", "c"]]),
        ({"a": "b", "b": "a", "c": "a"}, [["a", "b"]]),
        ({"a": "b", "b": "a", "c": "c"}, [["a", "b"], ["c"]]),
    ],
    ids=["nothing", "a chain that ends", "onto itself", "entered from outside", "entered again", "two circles"],
)
def test_each_circle_is_found_once(steps: dict[str, str], circles: list[list[str]]) -> None:
    assert list(find_circles(steps, steps.get)) == circles


def test_no_circle_goes_through_an_end() -> None:
    steps = {"a": "b", "b": "a"}
    assert list(find_circles(steps, steps.get, ends=["b"])) == []
