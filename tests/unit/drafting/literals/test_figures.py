from itertools import pairwise

import pytest

from briefing.drafting.literals.figures import find_figures
from briefing.drafting.literals.printed_figure import FigureKind
from tests.every import every


@pytest.mark.parametrize(
    ("text", "literals"),
    [
        ("It will invest US$2.9 billion.", ["USD 2.9bn"]),
        ("up to ¥500 billion", ["up to JPY 500bn"]),
        ("約3兆9000億円", ["about JPY 3兆9000億"]),
        ("2 to 3 billion dollars", ["USD 2 to 3bn"]),
        ("It grew by 25 percent.", ["25 %"]),
        ("nearly half of it", ["nearly 50 %"]),
        ("the second-largest economy", ["rank 2"]),
        ("It is number One.", ["rank 1"]),
        ("Japan came 32nd.", ["rank 32"]),
        ("to triple sales", ["3 times"]),
        ("logic chips of 2 nanometers", ["2 nm"]),
        ("within three years", ["3 years"]),
        ("It has 900 jobs.", ["900 jobs"]),
        ("a population of 125 million", ["125m people"]),
        ("5000人", ["5000 people"]),
    ],
)
def test_a_figure_becomes_a_literal(text: str, literals: list[str]) -> None:
    assert [figure.literal for figure in find_figures(text)] == literals


@pytest.mark.parametrize(
    "text",
    ["the two companies", "three sources familiar with it", "2024 results", "one company", "9 plants", "Fab No. 2"],
)
def test_numbers_that_count_nothing_are_passed_over(text: str) -> None:
    assert find_figures(text) == ()


def test_a_sum_in_two_currencies_is_one_figure_with_one_ceiling() -> None:
    (figure,) = find_figures("It gets up to ¥10 trillion (US$65 billion).")
    assert (figure.literal, figure.also) == ("up to JPY 10tn", "up to USD 65bn")
    assert figure.wording == "up to ¥10 trillion"


def test_figures_come_from_left_to_right_and_none_lies_in_another() -> None:
    figures = find_figures("Some 300 engineers will spend $5 million in ten years, 3 percent of it on lamps.")
    assert [figure.kind for figure in figures] == [
        FigureKind.COUNT, FigureKind.MONEY, FigureKind.SPAN, FigureKind.PERCENT,
    ]  # fmt: skip
    assert every(left.end <= right.start for left, right in pairwise(figures))
