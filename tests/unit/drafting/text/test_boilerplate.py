import pytest

from briefing.drafting.text.boilerplate import Excluded, find_boilerplate, paragraphs_of_runs

LONG = "Lamps are bright and " * 20


@pytest.mark.parametrize(
    ("paragraph", "why"),
    [
        ("By Jane Roe", "byline"),
        ("Photo: Jane Roe", "picture credit"),
        ("© 2026 The Herald", "copyright line"),
        ("5 min read", "counter or reading time"),
        ("Sign up for our newsletter", "newsletter advertisement"),
        ("References", "bare heading"),
        ("Key challenges:", "bare heading of a list"),
        ("HomeNewsAboutContact", "navigation"),
    ],
)
def test_a_line_says_why_it_is_left_out(paragraph: str, why: str) -> None:
    assert find_boilerplate([paragraph, "Acme will build a plant."]) == (Excluded(1, 1, why),)


@pytest.mark.parametrize("paragraph", ["Acme will build a plant.", "Subscribe to it. " * 20, "LaserTech is a firm."])
def test_prose_stays(paragraph: str) -> None:
    assert find_boilerplate([paragraph]) == ()


def test_neighbours_with_one_reason_are_one_run() -> None:
    runs = find_boilerplate(["Home", "Menu", "Acme grows.", "Search"])
    assert runs == (Excluded(1, 2, "navigation"), Excluded(4, 4, "navigation"))
    assert paragraphs_of_runs(runs) == {1, 2, 4}


def test_of_a_headline_that_stands_twice_the_last_counts() -> None:
    headline = "Acme builds lamps"
    assert find_boilerplate([headline, headline, "It grows."]) == (Excluded(1, 1, "printed twice"),)


def test_paragraphs_that_break_off_at_the_end_are_teasers() -> None:
    (run,) = find_boilerplate(["Acme grows.", "It does.", "And so on.", LONG + "and", LONG + "end.", LONG + "then"])
    assert (run.first, run.last) == (4, 6)


def test_dates_are_left_out_where_nothing_is_claimed_of_them() -> None:
    assert find_boilerplate(["May 20, 2026", "Acme grows."], frozenset({1})) == (Excluded(1, 1, "date line"),)
