import pytest

from briefing.drafting.literals.date_mentions import find_date_mentions
from briefing.drafting.literals.publication import PublicationDate


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("on the 3rd of it, 3rd April 2026", "2026-04-03"),
        ("Apr. 3, 2026", "2026-04-03"),
        ("April of 2026", "2026-04"),
        ("2026-04", "2026-04"),
        ("2027年4月", "2027-04"),
        ("2027年", "2027"),
        ("FY2030", "2030"),
        ("the 1980s", "1980/1989"),
        ("the 2010s", "2010/2019"),
        ("since 1998", "1998"),
    ],
)
def test_a_date_in_full_is_read_as_printed(publication: PublicationDate, text: str, literal: str) -> None:
    assert [date.literal for date in find_date_mentions(text, publication)] == [literal]


def test_a_decade_is_a_stretch_of_time(publication: PublicationDate) -> None:
    (decade,) = find_date_mentions("since the 1980s", publication)
    assert (decade.wording, decade.opener, decade.span) == ("since the 1980s", "since", True)


@pytest.mark.parametrize(
    ("text", "literals"),
    [
        ("April 31, 2026", ["2026"]),
        ("2027年13月1日", ["2027"]),
        ("the 1985s", []),
        ("the 80s", []),
        ("$2024", []),
        ("2026-02-30", []),
    ],
)
def test_of_what_the_calendar_does_not_have_a_year_may_stay(
    publication: PublicationDate, text: str, literals: list[str]
) -> None:
    assert [date.literal for date in find_date_mentions(text, publication)] == literals
