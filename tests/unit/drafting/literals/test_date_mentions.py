import pytest

from briefing.drafting.literals.date_mentions import find_date_mentions
from briefing.drafting.literals.publication import PublicationDate, parse_publication_date


@pytest.mark.parametrize(
    ("text", "literals"),
    [
        ("on April 10, 2026", ["2026-04-10"]),
        ("on 10 April 2026", ["2026-04-10"]),
        ("in Sept. 2026", ["2026-09"]),
        ("by 2040", ["../2040"]),
        ("by the end of 2027", ["../2027"]),
        ("2027年4月1日", ["2027-04-01"]),
        ("2027年度", ["JFY2027"]),
        ("2027年まで", ["../2027"]),
        ("last month", ["2026-04"]),
        ("next year", ["2027"]),
        ("this week", ["2026-05-18/2026-05-24"]),
        ("in February", ["2026-02"]),
        ("It will open in February", ["2027-02"]),
        ("on Wednesday", ["2026-05-20"]),
        ("on Monday", ["2026-05-18"]),
        ("next Monday", ["2026-05-25"]),
        ("yesterday", ["2026-05-19"]),
        ("in the past three years", ["2023~/2026-05"]),
        ("来年", ["2027"]),
        ("2026-02-30", []),
        ("room 2024-7", []),
    ],
)
def test_a_date_becomes_a_literal(publication: PublicationDate, text: str, literals: list[str]) -> None:
    assert [date.literal for date in find_date_mentions(text, publication)] == literals


def test_a_fiscal_year_is_japans_where_the_text_is_about_japan(publication: PublicationDate) -> None:
    (japanese,) = find_date_mentions("in fiscal 2028", publication, fiscal=True)
    (other,) = find_date_mentions("in fiscal 2028", publication)
    assert (japanese.literal, japanese.how) == ("JFY2028", "")
    assert (other.literal, other.how) == ("2028", "the fiscal year read as a plain year")


def test_a_counted_date_says_how(publication: PublicationDate) -> None:
    (date,) = find_date_mentions("It opened on Monday.", publication)
    assert date.how == "the last Monday before publication on 2026-05-20"
    assert date.wording == "on Monday"


def test_a_day_is_not_counted_from_a_month() -> None:
    published = parse_publication_date("2026-05")
    assert published is not None
    dates = find_date_mentions("last year and yesterday", published)
    assert [date.literal for date in dates] == ["2025", None]
