import pytest

from briefing.drafting.literals.date_mentions import find_date_mentions
from briefing.drafting.literals.publication import PublicationDate, parse_publication_date


@pytest.mark.parametrize(
    ("text", "literal", "how"),
    [
        ("last year", "2025", "the year before publication, 2026-05-20"),
        ("next year", "2027", "the year after publication, 2026-05-20"),
        ("earlier this year", "2026", "the year of publication, 2026-05-20"),
        ("last month", "2026-04", "counted from publication, 2026-05-20"),
        ("next month", "2026-06", "counted from publication, 2026-05-20"),
        ("last week", "2026-05-11/2026-05-17", "counted from publication, 2026-05-20"),
        ("It opened in June", "2025-06", "the nearest June up to publication, 2026-05-20"),
        ("It opened in May", "2026-05", "the nearest May up to publication, 2026-05-20"),
        ("It will open in May", "2026-05", "the nearest May after publication, 2026-05-20"),
        ("It will open in April", "2027-04", "the nearest April after publication, 2026-05-20"),
        ("on March 3", "2026-03-03", "the nearest March up to publication, 2026-05-20"),
        ("May last year", "2025-05", "counted back from publication, 2026-05-20"),
        ("on Thursday", "2026-05-14", "the last Thursday before publication on 2026-05-20"),
        ("It will open on Thursday", "2026-05-21", "the next Thursday after publication on 2026-05-20"),
        ("on Wednesday", "2026-05-20", "the Wednesday of publication, 2026-05-20"),
        ("tomorrow", "2026-05-21", "from publication, 2026-05-20"),
        ("Yesterday", "2026-05-19", "from publication, 2026-05-20"),
        ("the past three years", "2023~/2026-05", "3 years counted back from publication, 2026-05-20"),
        ("over the next ten years", "2026/2036", "10 years counted on from publication, 2026-05-20"),
        ("it recently opened", "../2026-05", "before publication, 2026-05-20"),
        ("昨年", "2025", "counted from publication, 2026-05-20"),
        ("来月", "2026-06", "counted from publication, 2026-05-20"),
    ],
)
def test_a_date_is_counted_from_the_day_of_publication(
    publication: PublicationDate, text: str, literal: str, how: str
) -> None:
    (date,) = find_date_mentions(text, publication)
    assert (date.literal, date.how) == (literal, how)


@pytest.mark.parametrize(
    ("published", "text", "literal"),
    [
        ("2026-01-01", "last month", "2025-12"),
        ("2026-12-31", "next month", "2027-01"),
        ("2026-01-01", "this week", "2025-12-29/2026-01-04"),
        ("2026-05", "last month", "2026-04"),
        ("2026-05", "on Monday", None),
        ("2025-12-30/2026-01-02", "last year", None),
        ("2026-05-18/2026-05-20", "in the past two years", "2024~/2026"),
    ],
)
def test_years_end_and_publications_may_be_wide(published: str, text: str, literal: str | None) -> None:
    publication = parse_publication_date(published)
    assert publication is not None
    (date,) = find_date_mentions(text, publication)
    assert date.literal == literal
