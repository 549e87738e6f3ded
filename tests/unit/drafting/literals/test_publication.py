from datetime import date

import pytest

from briefing.drafting.literals.publication import parse_publication_date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-05-20", date(2026, 5, 20), date(2026, 5, 20)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2026-02-27/2026-03-02", date(2026, 2, 27), date(2026, 3, 2)),
    ],
)
def test_a_day_of_publication_has_two_ends(text: str, first: date, last: date) -> None:
    published = parse_publication_date(text)
    assert published is not None
    assert (published.first, published.last, published.text) == (first, last, text)


@pytest.mark.parametrize("text", ["2026/..", "../2026", "soon", "2026-02-30", ""])
def test_what_has_no_two_ends_is_no_day_of_publication(text: str) -> None:
    assert parse_publication_date(text) is None


def test_only_what_both_ends_agree_on_is_settled() -> None:
    published = parse_publication_date("2026-02-27/2026-03-02")
    assert published is not None
    assert published.settle(lambda day: str(day.year)) == "2026"
    assert published.settle(lambda day: str(day.month)) is None
