"""Names that may be of one subject: what is asked about, once for each pair, and what is left alone."""

import pytest

from briefing.reports.near_duplicates import find_near_duplicates
from tests.unit.reports.small_data import FILES, linked


def pairs(**subjects: str) -> list[tuple[str, str]]:
    """Return the ids of the pairs found among companies that have these fields, in the order of the report."""
    files = {path: text for path, text in FILES.items() if path == "briefing.yml"}
    files |= {f"companies/{subject}.yml": f"{text}describes: A maker.\n" for subject, text in subjects.items()}
    return [(first.subject, second.subject) for first, second in find_near_duplicates(linked(files))]


def named(name: str, more: str = "") -> str:
    return f"name: {{en: '{name}'}}\n{more}"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Acme Semiconductor", "Acme Semiconductors"),
        ("Acme Semiconductor", "ACME  semiconductro"),
        ("Gamma Works Inc.", "Gamma Works, Ltd"),
        ("K. L. Bank", "KL Bank"),
    ],
)
def test_names_that_are_nearly_the_same_are_asked_about_once(first: str, second: str) -> None:
    (pair,) = pairs(a=named(first), b=named(second))
    assert set(pair) == {"a", "b"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Fab of Acme 12", "Fab of Acme 21"),
        ("Acme Fab", "Acne Lob"),
        ("Bolts", "Belts"),
        ("Coastal Semiconductor", "Inland Semiconductor"),
        ("!!!", "???"),
    ],
)
def test_numbers_short_names_and_other_words_are_left_alone(first: str, second: str) -> None:
    assert pairs(a=named(first), b=named(second)) == []


def test_seven_letters_are_too_few_and_eight_enough() -> None:
    assert pairs(a=named("Abcdefg"), b=named("Abcdefh")) == []
    assert pairs(a=named("Abcdefgh"), b=named("Abcdefgi")) == [("a", "b")]


def test_three_letters_apart_is_far_enough() -> None:
    assert pairs(a=named("Abcdefghij"), b=named("Abcdefgxij")) == [("a", "b")]
    assert pairs(a=named("Abcdefghij"), b=named("Abcdefghijkl")) == [("a", "b")]
    assert pairs(a=named("Abcdefghij"), b=named("Abcdefgxyz")) == []
    assert pairs(a=named("Abcdefghij"), b=named("Abcdefghijklm")) == []


def test_either_of_two_may_say_that_they_differ() -> None:
    first, second = named("Abcdefgh"), named("Abcdefgi")
    assert pairs(a=f"{first}not_same_as: [b]\n", b=second) == []
    assert pairs(a=first, b=f"{second}not_same_as: [a]\n") == []


def test_of_three_with_one_name_each_is_held_against_each() -> None:
    """The one in the middle says that it is neither of the others: these may be one all the same."""
    names = {"a": named("Zed Inc."), "b": named("Zed Ltd"), "c": named("Zed")}
    assert pairs(**names) == [("a", "b"), ("a", "c"), ("b", "c")]
    assert pairs(**{**names, "b": named("Zed Ltd", "not_same_as: [a, c]\n")}) == [("a", "c")]


def test_a_subject_is_no_duplicate_of_itself() -> None:
    assert pairs(a="name: {en: Zed Inc., short: Zed, ja: ゼド株式会社}\n") == []
    both = pairs(a="name: {en: Zed Inc., short: Zed}\n", b=named("Zed Ltd"))
    assert both == [("a", "b")]
