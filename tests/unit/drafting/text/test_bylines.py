import pytest

from briefing.drafting.text.bylines import find_authors, is_byline, is_date_line


@pytest.mark.parametrize(
    ("paragraphs", "authors"),
    [
        (["By Jane Roe and Max Moe, The Herald"], ("Jane Roe", "Max Moe")),
        (["Acme grows.", "By Jane Roe", "By Max Moe"], ("Jane Roe",)),
        (["文=山田太郎"], ("山田太郎",)),
        (["By Reuters"], ()),
        (["Acme grows."], ()),
    ],
)
def test_authors_are_the_people_of_the_first_byline(paragraphs: list[str], authors: tuple[str, ...]) -> None:
    assert find_authors(paragraphs) == authors


@pytest.mark.parametrize(
    ("line", "is_names_only"),
    [
        ("By Jane Roe", True),
        ("BY JANE ROE", True),
        ("By Jane Roe, Max Moe & Joe Bloggs", True),
        ("文＝田中一郎", True),
        ("By the sea we stood", False),
        ("By 2030 Acme will grow", False),
    ],
)
def test_a_byline_is_names_and_nothing_else(line: str, is_names_only: bool) -> None:
    assert is_byline(line) is is_names_only


@pytest.mark.parametrize(
    "line",
    [
        "May 20, 2026", "20 May 2026", "Wednesday, May 20, 2026", "Published on May 20, 2026", " 2026-05-20 10:30 ",
        "Last updated: 2026/5/20", "2026年5月20日",
    ],
)  # fmt: skip
def test_a_line_is_a_date_in_many_spellings(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize("line", ["Acme opened on May 20, 2026", "May 2026", "2026", ""])
def test_what_has_no_day_or_more_words_is_no_date_line(line: str) -> None:
    assert not is_date_line(line)
