import pytest

from briefing.drafting.literals.counted_figures import find_counts


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It has 900 jobs.", [("900 jobs", "jobs")]),
        ("It has about 1.7 million new workers.", [("about 1.7m workers", "new workers")]),
        ("It has three new plants.", [("3 plants", "new plants")]),
        ("10社が参加した", [("10 companies", "companies")]),
        ("2カ所", [("2 places", "places")]),
        ("5000人", [("5000 people", "people")]),
        ("a population of 125 million", [("125m people", "people")]),
    ],
)
def test_a_count_has_a_noun(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(figure.literal, figure.noun) for figure in find_counts(text)] == figures


@pytest.mark.parametrize(
    "text",
    [
        "One of them has zero interest rates.", "three years", "2024 results", "These three companies grow.",
        "two people familiar with it", "F-16 jets", "room 12/34 lamps", "125 million", "9 plants",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_count_is_passed_over(text: str) -> None:
    assert list(find_counts(text)) == []
